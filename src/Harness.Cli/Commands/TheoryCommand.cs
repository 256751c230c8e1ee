using System.CommandLine;
using Harness.Beliefs;
using Harness.Experiments;
using Harness.Measurements;
using Harness.Processes;
using Harness.Processes.Compositions;
using Harness.Reports;
using Harness.Reports.Html;
using Harness.Specs;

namespace Harness.Cli.Commands;

/// <summary><c>harness theory</c>: what is known of a process before any network is trained.</summary>
internal static class TheoryCommand
{
    public static Command Create()
    {
        Argument<string> id = new("process") { Description = "A process id, or the path of a process file." };
        Option<string[]> with = new("--with") { Description = "Parameters, as name=value; a value may be an expression such as 1/3.", AllowMultipleArgumentsPerToken = true };
        Option<int> depth = new("--depth") { Description = "Longest context.", DefaultValueFactory = _ => 10 };
        Option<string> start = new("--start") { Description = "Initial belief instead of the stationary one: \"0.3 0.1 0.6\", fractions allowed; scaled to a total probability of one." };
        Option<string> words = new("--words") { Description = "Words to filter, separated by ';', tokens by blanks: \"0 1 2; 2 2\". An empty entry is the empty word." };
        Option<bool> tree = new("--tree") { Description = "Every word of positive probability up to the depth." };
        Option<string> partition = new("--partition") { Description = "What the nulls are held out by: subtree, suffix or belief.", DefaultValueFactory = _ => "subtree" };
        partition.AcceptOnlyFromAmong([.. Enum.GetValues<Partition>().Select(Wording.Word)]);
        Option<string> weighting = new("--weighting") { Description = "How the nulls weigh contexts: probability or uniform-rows.", DefaultValueFactory = _ => "probability" };
        weighting.AcceptOnlyFromAmong([.. Enum.GetValues<Weighting>().Select(Wording.Word)]);
        Option<bool> dimension = new("--dimension") { Description = "Also estimate the information dimension of the beliefs, from a walk of 200,000 tokens; takes a second or so." };
        Option<string> html = new("--html") { Description = "Also write one self-contained page to this file: the card, the belief set, and the mixed-state graph where it is small." };
        Option<bool> json = new("--json") { Description = "One JSON document on standard output." };
        Command command = new("theory", "Exact theory of a process: entropies, memory, optimal loss, beliefs, mixed states, nulls.") { id, with, depth, start, words, tree, partition, weighting, dimension, html, json };
        command.SetAction(parsed =>
        {
            Surroundings surroundings = Surroundings.Read();
            Arguments arguments = new();
            int length = parsed.GetValue(depth);
            arguments.At["depth"].InRange(length, 0, 1000);
            HiddenMarkovModel process = Process(parsed.GetValue(id)!, parsed.GetValue(with) ?? [], parsed.GetValue(start), arguments);
            WordTheory[] asked = [.. (parsed.GetValue(words) ?? "").Length == 0 && parsed.GetResult(words) is null ? [] : parsed.GetValue(words)!.Split(';')
                .Select(word => Word(process, word.Split(' ', StringSplitOptions.RemoveEmptyEntries), arguments)).OfType<WordTheory>()];
            arguments.ThrowIfAny();
            ProcessTheory theory = ProcessTheory.Of(process, length, surroundings.Processors);
            NullCard nulls = NullCard.Of(
                process, length, Enum.GetValues<Weighting>().Single(value => Wording.Word(value) == parsed.GetValue(weighting)),
                Enum.GetValues<Partition>().Single(value => Wording.Word(value) == parsed.GetValue(partition)));
            BeliefTree? grown = parsed.GetValue(tree) ? BeliefTree.Grow(process, length, bytes: Math.Min(TreeLimit.DefaultBytes, surroundings.Memory), degree: surroundings.Processors) : null;
            Output.Result(parsed.GetValue(json)
                ? TheoryJson.Write(theory, parsed.GetResult(words) is null ? null : asked, grown, writer => NullCardJson.Write(writer, nulls), parsed.GetValue(dimension))
                : TheoryCard.Write(theory, nulls, asked, grown, parsed.GetValue(dimension)));
            if (parsed.GetValue(html) is { } page)
            {
                File.WriteAllText(
                    Path.GetFullPath(page, surroundings.Workspace.CurrentFolder),
                    TheoryPage.Write(process, TheoryCard.Write(theory, nulls, asked, null, parsed.GetValue(dimension)), nulls, surroundings.Processors));
            }
            return ExitCode.AsExpected;
        });
        return command;
    }

    private static HiddenMarkovModel Process(string id, string[] with, string? start, Arguments arguments)
    {
        Surroundings surroundings = Surroundings.Read();
        ProcessLibrary library = surroundings.Workspace.Library(arguments.Problems);
        LoadedProcess? loaded = library.Open(id, arguments.At["process"]);
        Dictionary<string, double> values = [];
        foreach (string pair in with)
        {
            string[] parts = pair.Split('=', 2);
            if (parts.Length != 2)
            {
                arguments.At["with"].Report(Problems.Inconsistent($"'{pair}' is not of the form name=value.", "Write for example --with x=0.05 a=17/20."));
                continue;
            }
            values[parts[0].Trim()] = new Scalar(0, parts[1].Trim()).Constant(arguments.At["with"][parts[0].Trim()]);
        }
        HiddenMarkovModel? process = loaded is null || arguments.Problems.Count > 0 ? null : Model(library.Instantiate(loaded, values, arguments.At["with"]), arguments);
        arguments.ThrowIfAny();
        if (start is null)
        {
            return process!;
        }
        double[] belief = [.. start.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => new Scalar(0, part).Constant(arguments.At["start"]))];
        HiddenMarkovModel? begun = arguments.Problems.Count > 0 ? null : StartLaw.Begin(process!, belief, arguments.At["start"]);
        arguments.ThrowIfAny();
        return begun!;
    }

    // Entropy rates and mixed states are computed from matrices.
    private static HiddenMarkovModel? Model(LinearProcess? process, Arguments arguments)
    {
        try
        {
            return process is null ? null : Expansion.Of(process);
        }
        catch (CompositionException error)
        {
            arguments.At["process"].Report(error.Finding);
            return null;
        }
    }

    private static WordTheory? Word(HiddenMarkovModel process, string[] word, Arguments arguments)
    {
        try
        {
            return WordTheory.Of(process, word);
        }
        catch (WordException error)
        {
            arguments.At["words"].Report(error.Finding);
            return null;
        }
    }
}
