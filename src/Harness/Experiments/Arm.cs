using Harness.Activations;
using Harness.Specs;
using Harness.Training;

namespace Harness.Experiments;

/// <summary>The experiment run another way, for claims that compare: what it says replaces what the experiment says.</summary>
/// <remarks>
/// An arm has the experiment's process, contexts and seeds, so that a claim compares within seeds. Arms of one architecture start from the
/// same initialisation on purpose, and arms of one data recipe see the same batches: what differs is what the arm says.
/// </remarks>
internal sealed record Arm(Architecture? Architecture = null, DataRecipe? Data = null, TrainingRecipe? Training = null)
{
    /// <summary>How an arm of an experiment is called.</summary>
    public static string IdOf(string experiment, string name) => $"{experiment}:{name}";

    /// <summary>The experiment that this arm is, under a name of its own.</summary>
    public ExperimentSpec Of(ExperimentSpec spec, string name) => spec with
    {
        Id = IdOf(spec.Id, name),
        Architecture = Architecture ?? spec.Architecture,
        Data = Data ?? spec.Data,
        Training = Training ?? spec.Training,
        Arms = null,
        Model = null,
    };

    public void Check(Scope at, ExperimentSpec spec)
    {
        if (this == new Arm())
        {
            at.Report(Problems.Empty("differences from the experiment", "Say at least one of 'architecture', 'data' and 'training'."));
        }
        if (Data is { } data)
        {
            data.Check(at["data"]);
            if (data.Window != spec.Data.Window || data.Predict != spec.Data.Predict)
            {
                at["data"].Report(Problems.Inconsistent(
                    "An arm is compared context by context, so that it must be trained on the experiment's contexts: 'window' or 'predict' differs.",
                    FormattableString.Invariant($"Use \"window\": {spec.Data.Window} and \"predict\": \"{spec.Data.Predict.ToString().ToLowerInvariant()}\", or write another experiment.")));
            }
        }
        Architecture?.Check(at["architecture"], spec.Data.Window);
        Training?.Check(at["training"]);
        if ((Architecture ?? spec.Architecture) is null)
        {
            at.Report(Problems.MissingProperty("architecture", "an object: an arm trains networks of its own"));
        }
        if ((Architecture ?? spec.Architecture) is { Learns: true } && (Training ?? spec.Training) is null)
        {
            at.Report(Problems.MissingProperty("training", "an object with 'optimizer' and 'steps'"));
        }
    }
}
