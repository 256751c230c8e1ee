using System.CommandLine;
using Harness.Experiments;
using Harness.Runner;
using Harness.Specs;

namespace Harness.Cli;

/// <summary>The options of <c>harness run</c>, as given.</summary>
internal sealed class RunOptions
{
    public Argument<string[]> Paths { get; } = new("path") { Description = "Experiment files, folders of them, or F# scripts (.fsx) that make experiments: running a script runs its code.", Arity = ArgumentArity.OneOrMore };

    public Option<string> Tier { get; } = new("--tier") { Description = "Which claims: quick, full (without quick) or all.", DefaultValueFactory = _ => "quick" };

    public Option<string[]> Claims { get; } = new("--claim") { Description = "Only these claims, by id.", AllowMultipleArgumentsPerToken = true };

    public Option<string> Seeds { get; } = new("--seeds") { Description = "Other seeds than the spec's, as N,N,…: makes the run exploratory." };

    public Option<int?> Jobs { get; } = new("--jobs") { Description = "Replicates at once; as many as there are processors by default." };

    public Option<string> Out { get; } = new("--out") { Description = "The run folder; runs/<experiment>-<hash8> by default." };

    public Option<bool> NoCache { get; } = new("--no-cache") { Description = "Neither read nor write trained networks." };

    public Option<string> Save { get; } = new("--save") { Description = "activations: also write what every location shows after every context, as activations/<seed>.npz." };

    public Option<bool> Json { get; } = new("--json") { Description = "One JSON document on standard output, everything else on standard error." };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Say what would be trained, and stop." };

    public Option<string> Junit { get; } = new("--junit") { Description = "Also write the verdicts as a JUnit file." };

    public Option<bool> GitHub { get; } = new("--github") { Description = "Annotations on the claims' lines, and a step summary." };

    public void AddTo(Command command)
    {
        command.Add(Paths);
        foreach (Option option in new Option[] { Tier, Claims, Seeds, Jobs, Out, NoCache, Save, Json, DryRun, Junit, GitHub })
        {
            command.Add(option);
        }
    }

    /// <summary>True when activations are to be saved; another value is reported.</summary>
    public bool SavesActivations(ParseResult parsed, Arguments arguments)
    {
        string? saved = parsed.GetValue(Save);
        if (saved is not (null or ReplicateFiles.Activations))
        {
            arguments.At["save"].Report(Problems.UnknownValue(saved, [ReplicateFiles.Activations]));
        }
        return saved is not null;
    }

    /// <summary>What is selected; problems of the values are reported.</summary>
    public Selection Selection(ParseResult parsed, Arguments arguments)
    {
        string tier = parsed.GetValue(Tier)!;
        string[] tiers = ["quick", "full", "all"];
        if (!tiers.Contains(tier))
        {
            arguments.At["tier"].Report(Problems.UnknownValue(tier, tiers));
        }
        return new Selection(
            tier switch { "full" => [Harness.Claims.Tier.Full], "all" => [Harness.Claims.Tier.Quick, Harness.Claims.Tier.Full], _ => [Harness.Claims.Tier.Quick] },
            parsed.GetValue(Claims) ?? [],
            parsed.GetValue(Seeds) is { } seeds ? Numbers(seeds, arguments) : null);
    }

    private static List<int> Numbers(string seeds, Arguments arguments)
    {
        List<int> numbers = [];
        foreach (string part in seeds.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, out int seed))
            {
                arguments.At["seeds"].Report(Problems.WrongType("whole numbers separated by commas", $"'{part}'"));
            }
            else if (numbers.Contains(seed))
            {
                arguments.At["seeds"].Report(Problems.Duplicate("seed", part));
            }
            else
            {
                numbers.Add(seed);
            }
        }
        return numbers;
    }
}
