using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Testing;
using YamlDotNet.RepresentationModel;

namespace Harness.Cli.Tests;

/// <summary>The README is executed: its commands run, its claim is the committed one, its paths exist, its table is what was accepted.</summary>
public sealed partial class ReadmeTests
{
    private const string Built = "dotnet run -c Release --project src/Harness.Cli -- ";
    private const string TestCommand = "dotnet test -c Release";
    private static readonly string s_text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    public static TheoryData<string> Commands =>
        [.. Blocks("sh").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Concat(Scripts().Matches(s_text).Select(match => match.Groups[1].Value)).Distinct()];

    [Theory, MemberData(nameof(Commands))]
    public async Task Command_OfTheReadme_Succeeds(string line)
    {
        if (line == TestCommand)
        {
            Assert.StartsWith(TestCommand, File.ReadAllLines(Path.Combine(Repository.Root, ".ci", "run")).Single(l => l.StartsWith("dotnet", StringComparison.Ordinal)), StringComparison.Ordinal);
            return;
        }
        string folder = Directory.CreateTempSubdirectory("harness-readme-").FullName;
        try
        {
            CommandResult result = line.StartsWith(Built, StringComparison.Ordinal) ? await BuiltCommand(line[Built.Length..], folder) : await Script(line);
            Assert.True(result.ExitCode == 0, $"{line}\nexit code {result.ExitCode}\n{result.Error}");
            Assert.NotEmpty(result.Out);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Commands_OfTheReadme_AreTheTwoAndMore() => Assert.True(Commands.Count >= 5 && s_text.Contains(TestCommand, StringComparison.Ordinal));

    [Fact]
    public void Claim_OfTheReadme_IsTheCommittedOne()
    {
        JsonNode shown = JsonNode.Parse(Assert.Single(Blocks("json")))!;
        JsonNode spec = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "spec", "experiments", "rrxor.json")))!;
        JsonNode committed = spec["claims"]!.AsArray().Single(claim => claim!["id"]!.GetValue<string>() == shown["id"]!.GetValue<string>())!;
        foreach ((string name, JsonNode? value) in shown.AsObject())
        {
            Assert.True(JsonNode.DeepEquals(value, committed[name]), $"{name}: the README shows {value}, the spec has {committed[name]}");
        }
    }

    [Fact]
    public void Action_OfTheReadme_TakesWhatIsShown()
    {
        string block = Assert.Single(Blocks("yaml"));
        Assert.Contains(".github/actions/verify@", block, StringComparison.Ordinal);
        Assert.Empty(Inputs(block, "with").Except(Inputs(File.ReadAllText(Path.Combine(Repository.Root, ".github", "actions", "verify", "action.yml")), "inputs")));
    }

    [Fact]
    public void Lines_OfTheReadme_AreAtMost120() => Assert.True(File.ReadAllLines(Path.Combine(Repository.Root, "README.md")).Length <= 120);

    [Fact]
    public void Paths_OfTheReadme_Exist()
    {
        string[] paths = [.. Links().Matches(s_text).Select(match => match.Groups[1].Value), .. Folders().Matches(s_text).Select(match => match.Groups[1].Value)];
        Assert.True(paths.Length >= 6);
        Assert.All(paths.Except(["runs/", "processes/"]), path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [Fact]
    public void Table_OfTheReadme_IsWhatWasAccepted()
    {
        Match[] rows = [.. Rows().Matches(s_text).Cast<Match>()];
        // The latest version of each claim; earlier ones stay on record.
        Dictionary<string, string> accepted = Directory.GetFiles(Path.Combine(Repository.Golden, "verdicts"), "*.verified.json")
            .Select(file => Version().Match(Path.GetFileName(file)))
            .GroupBy(file => file.Groups["claim"].Value)
            .ToDictionary(claim => claim.Key, claim => claim.MaxBy(file => int.TryParse(file.Groups["version"].Value, out int version) ? version : 1)!.Value);
        Assert.Equal(accepted.Count, rows.Length);
        foreach (Match row in rows)
        {
            string name = row.Groups["claim"].Value.Replace("/", "--", StringComparison.Ordinal);
            using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Golden, "verdicts", accepted[name])));
            JsonElement root = golden.RootElement, estimate = root.GetProperty("estimate");
            Assert.Equal(root.GetProperty("outcome").GetString(), row.Groups["outcome"].Value);
            Assert.Equal(root.GetProperty("expected").GetString(), row.Groups["expected"].Value);
            double mean = estimate.GetProperty("mean").GetDouble(), half = estimate.GetProperty("halfWidth").GetDouble();
            Assert.InRange(double.Parse(row.Groups["mean"].Value, CultureInfo.InvariantCulture), mean - half, mean + half);
        }
    }

    // The main job writes its report elsewhere here; its networks come from the cache that the claim tests share. What writes specs or reads
    // runs does so in a folder of its own.
    private static async Task<CommandResult> BuiltCommand(string arguments, string folder)
    {
        string[] words = arguments.Split(' ');
        if (words[0] == "diff")
        {
            string spec = Path.Combine(folder, "a.json");
            await File.WriteAllTextAsync(spec, new ExperimentText("a", new ClaimText("a/one")) { Data = """{ "window": 3 }""" }.ToString(), TestContext.Current.CancellationToken);
            foreach (string run in words[1..])
            {
                (await Command.RunAsync(folder, new Dictionary<string, string>(), ["run", "a.json", "--out", run])).Exits(0);
            }
        }
        string[] report = words[0] == "run" ? ["--out", Path.Combine(folder, "run")] : [];
        using Process process = Command.Start(words[0] is "new" or "diff" ? folder : Repository.Root, new Dictionary<string, string>(), [.. words, .. report]);
        return await Finish(process);
    }

    private static async Task<CommandResult> Script(string line)
    {
        string[] words = line.Split(' ');
        using Process process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        return await Finish(process);
    }

    // Longer than other commands may take: in a fresh clone the networks are trained first.
    private static async Task<CommandResult> Finish(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandResult(process.ExitCode, await output, await error);
    }

    private static IEnumerable<string> Inputs(string yaml, string under)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        YamlMappingNode node = stream.Documents[0].RootNode.AllNodes.OfType<YamlMappingNode>().Single(node => node.Children.ContainsKey(under));
        return ((YamlMappingNode)node[under]).Children.Keys.Select(key => key.ToString());
    }

    private static IEnumerable<string> Blocks(string language) =>
        Fences().Matches(s_text).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value.Trim());

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"`(dotnet fsi [^`]+)`")]
    private static partial Regex Scripts();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"`([a-z]+/[\w./]*)`")]
    private static partial Regex Folders();

    [GeneratedRegex(@"^(?<claim>.+?)(--v(?<version>\d+))?\.verified\.json$")]
    private static partial Regex Version();

    [GeneratedRegex(@"^\| (?<claim>[a-z0-9]+/[a-z0-9-]+) \| \**(?<outcome>\w+)\** \((?<expected>\w+)\) \| (?<mean>[\d.e-]+) ", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
