using Harness.Activations;
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
        LoadedExperiment? loaded = SpecReader.Read<ExperimentSpec>(file.Root, format) is { } spec ? Check(spec, file) : null;
        return file.Root.Reports == before ? loaded : null;
    }

    private LoadedExperiment? Check(ExperimentSpec spec, SpecFile file)
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
        ModelCheck.Properties(spec, at);
        if (spec.Training is { } training)
        {
            training.Check(at["training"]);
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
        ContextTable? contexts = Contexts(spec, process, at);
        (INetworkShape? shape, IReadOnlyList<ModelFile> files) = ModelCheck.Files(spec, file, contexts?.Tree, format);
        // Without a shape nothing can be said of locations.
        if (shape is not null)
        {
            CheckClaims(spec, at["claims"], new MeasureContext(shape, spec.Data.Window, contexts, contexts is null ? null : new TheoryNulls(contexts), spec.Training)
            {
                Arms = spec.InArms().Where(arm => arm.Value.Architecture is not null).ToDictionary(arm => arm.Key, arm => (INetworkShape)arm.Value.Architecture!),
            });
        }
        return process is null || shape is null ? null : new LoadedExperiment(spec, process, at, shape, files);
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
            if (claim.ForAll is not null && spec.Model is not null)
            {
                at[i]["forAll"].Report(Problems.Inconsistent(
                    "The networks of 'model' were trained on one process, so nothing can be claimed of them for all processes of a family.", "Remove 'forAll', or remove 'model' to train networks here."));
            }
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

    // Without the process or its contexts only names can be checked.
    private static ContextTable? Contexts(ExperimentSpec spec, GenerativeProcess? process, Scope at)
    {
        if (process is null || spec.Data.Window is < 1 or > 64)
        {
            return null;
        }
        try
        {
            BeliefTree tree = BeliefTree.Grow(process, spec.Data.Window, MostContexts);
            return new ContextTable(tree, MixedStatePresentation.Of(process), spec.Data.LongestTrainedContext);
        }
        catch (TreeTooLargeException error)
        {
            at["data"]["window"].Report(Problems.TooLarge(error.Message, "Use a smaller window."));
            return null;
        }
    }
}
