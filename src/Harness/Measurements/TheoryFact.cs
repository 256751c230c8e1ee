using Harness.Processes;
using Harness.Processes.Compositions;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>A fact about the process alone, the same for every network: what a claim about theory measures.</summary>
/// <remarks>With an architecture that does not learn, such as <c>planted</c>, nothing is trained. A larger value speaks for the claim.</remarks>
[Kind("theory")]
internal sealed record TheoryFact(TheoryQuantity Quantity) : Measurement
{
    public override bool HigherIsBetter => true;

    public override string Label => Quantity switch
    {
        TheoryQuantity.Unifilar => "unifilar",
        TheoryQuantity.NextTokenDeterminesBelief => "next-token law determines belief",
        TheoryQuantity.FinitelyManyBeliefs => "finitely many beliefs",
        TheoryQuantity.MixedStates => "mixed states",
        _ => "directions of belief",
    };

    public override void Check(Scope at, MeasureContext context)
    {
    }

    public override void Request(CaptureRequest request)
    {
    }

    public override Measured Measure(Examination replicate) => Of(replicate.Contexts);

    /// <summary>The fact about the process of these contexts.</summary>
    public Measured Of(ContextTable contexts) => Quantity switch
    {
        TheoryQuantity.Unifilar => Unifilar(contexts.Tree.Process),
        TheoryQuantity.NextTokenDeterminesBelief => Truth(!contexts.Separation.Separates),
        TheoryQuantity.FinitelyManyBeliefs => Truth(contexts.Presentation.Closed),
        TheoryQuantity.MixedStates => contexts.Presentation.Closed
            ? Measured.Of(contexts.Presentation.Count)
            : Measured.Undefined("the beliefs are not known to be finitely many"),
        _ => Measured.Of(contexts.Separation.Directions),
    };

    public override IReadOnlyDictionary<string, Measured> Nulls(Examination replicate) => new Dictionary<string, Measured>();

    public override IReadOnlyList<string> NullNames(int window) => [];

    private static Measured Unifilar(GenerativeProcess process) => process switch
    {
        HiddenMarkovModel model => Truth(model.IsUnifilar),
        LinearProcess composed when Expansion.IsSmall(composed) => Truth(Expansion.Of(composed).IsUnifilar),
        _ => Measured.Undefined("the process is too large to be written out"),
    };

    private static Measured Truth(bool holds) => Measured.Of(holds ? 1 : 0);
}
