using System.Diagnostics;
using System.Text.RegularExpressions;
using Harness.Testing;
using YamlDotNet.RepresentationModel;

namespace Harness.Cli.Tests;

/// <summary>A step of a workflow or of an action, and a way to run it as the build server would.</summary>
/// <param name="Text">The shell script; empty where the step uses an action.</param>
/// <param name="Environment">As written, with its expressions.</param>
internal sealed partial record WorkflowStep(string Name, string Uses, string If, string Text, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Every step of the one job of a workflow, or of a composite action.</summary>
    /// <param name="file">Relative to the repository.</param>
    public static IReadOnlyList<WorkflowStep> All(string file)
    {
        YamlStream yaml = [];
        using StreamReader text = new(Path.Combine(Repository.Root, file));
        yaml.Load(text);
        YamlNode root = yaml.Documents[0].RootNode;
        YamlNode steps = root.AllNodes.OfType<YamlMappingNode>().Single(node => node.Children.ContainsKey("steps"))["steps"];
        return [.. ((YamlSequenceNode)steps).Select(Step)];
    }

    public static WorkflowStep Of(string file, string name) => All(file).Single(step => step.Name == name);

    /// <summary>Runs the script to its end.</summary>
    /// <param name="expressions">What the expressions stand for: "inputs.path" → "spec".</param>
    public async Task<CommandResult> RunAsync(string folder, IReadOnlyDictionary<string, string> expressions, IReadOnlyDictionary<string, string>? environment = null)
    {
        Assert.False(Text.Contains("${{", StringComparison.Ordinal), $"'{Name}' has an expression in its script: it belongs into env, where nothing can be injected.");
        string script = Path.Combine(Directory.CreateTempSubdirectory("harness-step-").FullName, "step.sh");
        await File.WriteAllTextAsync(script, Text, TestContext.Current.CancellationToken);
        ProcessStartInfo start = new("bash", ["--noprofile", "--norc", "-eo", "pipefail", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // Servers of the build that stay behind would hold on to the output.
        foreach ((string name, string value) in new[] { ("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"), ("NO_COLOR", "1") })
        {
            start.Environment[name] = value;
        }
        foreach ((string name, string value) in Environment.Select(pair => (pair.Key, Expression().Replace(pair.Value, match => expressions[match.Groups[1].Value]))).Concat((environment ?? new Dictionary<string, string>()).Select(pair => (pair.Key, pair.Value))))
        {
            start.Environment[name] = value;
        }
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(script)!, recursive: true);
        }
    }

    private static WorkflowStep Step(YamlNode node)
    {
        YamlMappingNode step = (YamlMappingNode)node;
        return new WorkflowStep(
            Value(step, "name"), Value(step, "uses"), Value(step, "if"), Value(step, "run"),
            step.Children.TryGetValue("env", out YamlNode? env) ? ((YamlMappingNode)env).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString()) : []);
    }

    private static string Value(YamlMappingNode node, string name) => node.Children.TryGetValue(name, out YamlNode? value) ? value.ToString() : "";

    [GeneratedRegex(@"\$\{\{ *(.+?) *\}\}")]
    private static partial Regex Expression();
}
