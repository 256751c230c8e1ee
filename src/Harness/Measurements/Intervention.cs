using Harness.Activations;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>How far the network's predictions follow when a location is made to hold another belief.</summary>
/// <remarks>
/// Every context of one length is given the belief of another of that length: the smallest change of its activations at the location after
/// which the probe (fitted on all trained contexts) decodes that belief. Then the law of the next token, so many tokens later, is compared
/// with theory for the other belief: 1 − D(theory, after the edit) / D(theory, before it), D the Jensen–Shannon divergence, weighted by
/// P(context)·P(tokens | other belief), mean over four exchanges. 1: predictions follow the belief; 0: the belief is there and not used. Nulls are a random direction and the
/// direction of the next-token law, both as far, and the untrained network; "interchange", the other context's whole activations, is what the
/// location can do at all. In the manner of arXiv:2602.02385 §5, with the laws of theory in place of a reference network's.
/// </remarks>
/// <param name="Length">Of the contexts that are edited.</param>
/// <param name="Later">Tokens that follow before the law is read: nothing but what the edit left behind is then heard of it.</param>
internal sealed record Intervention(Location Location, int Length, int Later = 0) : Measurement
{
    public const string RandomDirection = "random-direction";
    public const string NextTokenDirection = "next-token-direction";
    public const string Interchange = "interchange";

    private const double Determined = 1e-9;

    private static readonly (string Name, ActivationEditKind Kind)[] s_others =
        [(RandomDirection, ActivationEditKind.RandomDirection), (NextTokenDirection, ActivationEditKind.NextToken), (Interchange, ActivationEditKind.Interchange)];

    public override bool HigherIsBetter => true;

    public override string Label => FormattableString.Invariant($"predictions moved by the belief @ {Location}, length {Length}{(Later > 0 ? $", {Later} later" : "")}");

    private InterventionKey Key => new(Location, Length, Later);

    public override void Check(Scope at, MeasureContext context)
    {
        if (Location.IsConcatenation || Location.Resolve(context.Architecture.Hooks).Count != 1)
        {
            at["location"].Report(Locations.Unknown(Location, context.Architecture.Hooks));
        }
        else if (Location.Name.EndsWith("hook_cell", StringComparison.Ordinal))
        {
            at["location"].Report(Problems.Inconsistent("A cell is shown after the network has read it: changing it there would change nothing.", "Edit \"blocks.*.hook_resid_post\"."));
        }
        at["later"].InRange(Later, 0, Math.Max(0, context.Window - 1));
        at["length"].InRange(Length, 1, Math.Max(1, context.Window - Later));
    }

    public override void Request(CaptureRequest request) => request.Intervene(Key);

    public override Measured Measure(Examination replicate) => Of(replicate.Trained, ActivationEditKind.Belief);

    public override Measurement? At(Location location) => location.IsConcatenation ? null : this with { Location = location };

    public override IReadOnlyList<string> NullNames(int window) => [Untrained, .. s_others.Select(other => other.Name)];

    public override IReadOnlyDictionary<string, Measured> Nulls(Examination replicate) => new Dictionary<string, Measured>(
        s_others.Select(other => KeyValuePair.Create(other.Name, Of(replicate.Trained, other.Kind)))
            .Prepend(KeyValuePair.Create(Untrained, replicate.OfUntrained(capture => Of(capture, ActivationEditKind.Belief)))));

    /// <summary>Where the law tells the belief, its direction is the belief's, and nothing can be better than it.</summary>
    public override Measured? InTheory(string name, MeasureContext context) =>
        name == NextTokenDirection && context.Theory?.Of(Weighting.Probability, Partition.Subtree, ContextScope.Trained)[TheoryNulls.NextToken].Value is { } best && best >= 1 - Determined
            ? Measured.Of(1)
            : null;

    /// <summary>Divergences from theory in nats, for the belief's edit.</summary>
    public override IReadOnlyDictionary<string, double> Details(Examination replicate) => replicate.Trained.Intervention(Key) is { } scores
        ? new Dictionary<string, double>
        {
            ["counterfactualBeforeNats"] = scores.CounterfactualBefore,
            ["counterfactualAfterNats"] = scores.CounterfactualAfter[ActivationEditKind.Belief],
            ["actualBeforeNats"] = scores.ActualBefore,
            ["actualAfterNats"] = scores.ActualAfter[ActivationEditKind.Belief],
        }
        : new Dictionary<string, double>();

    private Measured Of(Capture capture, ActivationEditKind kind) => capture.Intervention(Key) is { } scores
        ? scores.Moved(kind)
        : Measured.Undefined("nothing is decoded there, or the activations come from a table: there is no network to edit");
}
