using Harness.Beliefs;
using Harness.Claims;
using Harness.Measurements;
using Harness.Processes;
using Harness.Specs;

namespace Harness.Experiments;

/// <summary>Reads experiments and reports everything wrong with them, before anything runs.</summary>
internal sealed class ExperimentLoader(SpecFormat format, ProcessLibrary library)
{
    private const int CurrentSchema = 1;
    private const int MostContexts = 4_000_000;

    /// <summary>The experiment; null when a problem was reported.</summary>
    public LoadedExperiment? Load(SpecFile file)
    {
        int before = file.Root.Reports;
        ExperimentSpec? spec = SpecReader.Read<ExperimentSpec>(file.Root, format);
        GenerativeProcess? process = spec is null ? null : Check(spec, file);
        return spec is not null && process is not null && file.Root.Reports == before ? new LoadedExperiment(spec, process, file.Root) : null;
    }

    private GenerativeProcess? Check(ExperimentSpec spec, SpecFile file)
    {
        Scope at = file.Root;
        if (spec.Schema != CurrentSchema)
        {
            at["schema"].Report(Problems.OutOfRange(
                FormattableString.Invariant($"Format {spec.Schema} is not known: this version reads format {CurrentSchema}."), FormattableString.Invariant($"Write \"schema\": {CurrentSchema}.")));
        }
        if (string.IsNullOrWhiteSpace(spec.Id) || spec.Id.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
        {
            at["id"].Report(Problems.Inconsistent($"'{spec.Id}' cannot name a run folder.", "Use letters, digits, '-', '_' and '.'."));
        }
        CheckSeeds(spec, at["seeds"]);
        spec.Data.Check(at["data"]);
        spec.Architecture.Check(at["architecture"], spec.Data.Window);
        if (spec.Training is { } training)
        {
            training.Check(at["training"]);
        }
        else if (spec.Architecture.Learns)
        {
            at.Report(Problems.MissingProperty("training", "an object with 'optimizer' and 'steps'"));
        }
        foreach ((string name, Arm arm) in spec.Arms ?? new Dictionary<string, Arm>())
        {
            if (name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
            {
                at["arms"].NameOf(name).Report(Problems.Inconsistent($"'{name}' cannot name an arm.", "Use letters, digits, '-', '_' and '.'."));
            }
            arm.Check(at["arms"][name], spec);
        }
        GenerativeProcess? process = library.Resolve(spec.Process, file.Folder, at["process"]);
        CheckClaims(spec, at["claims"], Context(spec, process, at));
        return process;
    }

    private static void CheckSeeds(ExperimentSpec spec, Scope at)
    {
        if (spec.Seeds.Count == 0)
        {
            at.Report(Problems.Empty("seeds", "List at least one seed; each is one trained network."));
        }
        for (int i = 0; i < spec.Seeds.Count; i++)
        {
            if (spec.Seeds.Take(i).Contains(spec.Seeds[i]))
            {
                at[i].Report(Problems.Duplicate("seed", spec.Seeds[i].ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }
        }
    }

    private static void CheckClaims(ExperimentSpec spec, Scope at, MeasureContext context)
    {
        if (spec.Claims.Count == 0)
        {
            at.Report(Problems.Empty("claims", "Add at least one claim: an experiment that claims nothing cannot be judged."));
        }
        for (int i = 0; i < spec.Claims.Count; i++)
        {
            Claim claim = spec.Claims[i];
            if (spec.Claims.Take(i).Any(earlier => earlier.Id == claim.Id))
            {
                at[i]["id"].Report(Problems.Duplicate("claim id", $"'{claim.Id}'"));
            }
            claim.Check(at[i], context);
            // A family is judged at one level.
            if (spec.Correction is not null && claim.Status == ClaimStatus.Registered
                && spec.Claims.First(first => first.Status == ClaimStatus.Registered).Interval.Level is var level && claim.Interval.Level != level)
            {
                at[i]["interval"].Report(Problems.Inconsistent(
                    FormattableString.Invariant($"The level {claim.Interval.Level} differs from the first registered claim's {level}: 'correction' judges all of them together, at one level."),
                    FormattableString.Invariant($"Use \"level\": {level}, or remove 'correction'.")));
            }
        }
    }

    // What measures are checked against; without the process, only names can be.
    private static MeasureContext Context(ExperimentSpec spec, GenerativeProcess? process, Scope at)
    {
        MeasureContext names = new(spec.Architecture, spec.Data.Window, null, null, spec.Training)
        {
            Arms = (spec.Arms ?? new Dictionary<string, Arm>()).ToDictionary(arm => arm.Key, arm => arm.Value.Of(spec, arm.Key).Architecture),
        };
        if (process is null || spec.Data.Window is < 1 or > 64)
        {
            return names;
        }
        try
        {
            BeliefTree tree = BeliefTree.Grow(process, spec.Data.Window, MostContexts);
            ContextTable contexts = new(tree, MixedStatePresentation.Of(process), spec.Data.LongestTrainedContext);
            return names with { Contexts = contexts, Theory = new TheoryNulls(contexts) };
        }
        catch (TreeTooLargeException error)
        {
            at["data"]["window"].Report(Problems.TooLarge(error.Message, "Use a smaller window."));
            return names;
        }
    }
}
