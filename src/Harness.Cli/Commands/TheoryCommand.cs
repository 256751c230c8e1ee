using System.CommandLine;
using Harness.Beliefs;
using Harness.Experiments;
using Harness.Measurements;
using Harness.Processes;
using Harness.Reports;
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
        Option<bool> dimension = new("--dimension") { Description = "Also estimate the information dimension of the beliefs, from a walk of 200,000 tokens; takes a second or so." };
        Option<bool> json = new("--json") { Description = "One JSON document on standard output." };
        Command command = new("theory", "Exact theory of a process: entropies, memory, optimal loss, beliefs, mixed states, nulls.") { id, with, depth, start, words, tree, dimension, json };
        command.SetAction(parsed =>
        {
            Arguments arguments = new();
            int length = parsed.GetValue(depth);
            arguments.At["depth"].InRange(length, 0, 1000);
            HiddenMarkovModel process = Process(parsed.GetValue(id)!, parsed.GetValue(with) ?? [], parsed.GetValue(start), arguments);
            WordTheory[] asked = [.. (parsed.GetValue(words) ?? "").Length == 0 && parsed.GetResult(words) is null ? [] : parsed.GetValue(words)!.Split(';')
                .Select(word => Word(process, word.Split(' ', StringSplitOptions.RemoveEmptyEntries), arguments)).OfType<WordTheory>()];
            arguments.ThrowIfAny();
            ProcessTheory theory = ProcessTheory.Of(process, length);
            NullCard nulls = NullCard.Of(process, length);
            BeliefTree? grown = parsed.GetValue(tree) ? BeliefTree.Grow(process, length) : null;
            Output.Result(parsed.GetValue(json)
                ? TheoryJson.Write(theory, parsed.GetResult(words) is null ? null : asked, grown, writer => NullCardJson.Write(writer, nulls), parsed.GetValue(dimension))
                : TheoryCard.Write(theory, nulls, asked, grown, parsed.GetValue(dimension)));
            return ExitCode.AsExpected;
        });
        return command;
    }

    private static HiddenMarkovModel Process(string id, string[] with, string? start, Arguments arguments)
    {
        Surroundings surroundings = Surroundings.Read();
        LoadedProcess? loaded = surroundings.Workspace.Library(arguments.Problems).Open(id, arguments.At["process"]);
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
        HiddenMarkovModel? process = loaded is null || arguments.Problems.Count > 0 ? null : loaded.File.Instantiate(values, loaded.At, arguments.At["with"]);
        arguments.ThrowIfAny();
        if (start is null)
        {
            return process!;
        }
        double[] belief = [.. start.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => new Scalar(0, part).Constant(arguments.At["start"]))];
        if (arguments.Problems.Count == 0 && (belief.Length != process!.StateCount || !Scale(process, belief)))
        {
            arguments.At["start"].Report(Problems.Inconsistent(
                $"'{start}' is not a belief over the {process.StateCount} states {string.Join(", ", process.States)}.",
                process.Kind == ProcessKind.Hmm ? "Give one number ≥ 0 for each state, not all of them 0."
                    : "Give one number for each state, of positive total probability, from which no token has a negative one."));
        }
        arguments.ThrowIfAny();
        return process!.StartingFrom(belief);
    }

    // To a total probability ηφ of 1; false where that cannot be, or the result gives some token a negative probability.
    private static bool Scale(HiddenMarkovModel process, double[] belief)
    {
        double total = 0;
        for (int state = 0; state < belief.Length; state++)
        {
            total += belief[state] * process.Readout[state];
        }
        for (int state = 0; state < belief.Length; state++)
        {
            belief[state] /= total;
        }
        double[] next = new double[belief.Length];
        return total > 0 && (process.Kind == ProcessKind.Hmm ? belief.All(p => p >= 0)
            : Enumerable.Range(0, process.SymbolCount).All(symbol => process.Propagate(belief, symbol, next) >= -HiddenMarkovModel.SmallestProbability));
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
