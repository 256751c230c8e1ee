using Harness.Beliefs;
using Harness.Measurements;
using Harness.Processes;
using Harness.Processes.Compositions;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class TheoryFactTests
{
    public static TheoryData<string, string, double> Known => new()
    {
        { "golden-mean", nameof(TheoryQuantity.Unifilar), 1 },
        { "rrxor", nameof(TheoryQuantity.Unifilar), 1 },
        { "sns", nameof(TheoryQuantity.Unifilar), 0 },
        { "golden-mean", nameof(TheoryQuantity.NextTokenDeterminesBelief), 1 },
        { "mess3", nameof(TheoryQuantity.NextTokenDeterminesBelief), 1 },
        { "rrxor", nameof(TheoryQuantity.NextTokenDeterminesBelief), 0 },
        { "rrxor", nameof(TheoryQuantity.FinitelyManyBeliefs), 1 },
        { "mess3", nameof(TheoryQuantity.FinitelyManyBeliefs), 0 },
        { "rrxor", nameof(TheoryQuantity.MixedStates), 36 },
        { "rrxor", nameof(TheoryQuantity.BeliefDirections), 4 },
        { "golden-mean", nameof(TheoryQuantity.BeliefDirections), 1 },
        { "coin", nameof(TheoryQuantity.BeliefDirections), 0 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Of_AKnownProcess_IsWhatIsKnown(string process, string quantity, double expected) =>
        Assert.Equal(expected, new TheoryFact(Enum.Parse<TheoryQuantity>(quantity)).Of(Contexts(Process(process))).Value);

    [Fact]
    public void Of_BeliefsThatAreNotKnownToBeFinite_CannotBeCounted() =>
        Assert.Equal("the beliefs are not known to be finitely many", new TheoryFact(TheoryQuantity.MixedStates).Of(Contexts(Process("mess3"))).Why);

    [Fact]
    public void Unifilar_OfAProduct_IsThatOfItsFactors()
    {
        LinearProcess Product(params HiddenMarkovModel[] factors)
        {
            Factor[] all = [.. factors.Select(factor => new Factor(factor))];
            return new FactoredProcess(new ProcessName("product", FactoredProcess.JointSymbols(all)), all);
        }
        TheoryFact unifilar = new(TheoryQuantity.Unifilar);

        Assert.Equal(1, unifilar.Of(Contexts(Product(KnownProcesses.GoldenMean(), KnownProcesses.Even()))).Value);
        Assert.Equal(0, unifilar.Of(Contexts(Product(KnownProcesses.GoldenMean(), KnownProcesses.SimpleNonunifilarSource(0.1, 0.2)))).Value);
    }

    [Fact]
    public void Nulls_OfAFact_AreNone() => Assert.Empty(new TheoryFact(TheoryQuantity.Unifilar).NullNames(8));

    private static HiddenMarkovModel Process(string id) => id switch
    {
        "golden-mean" => KnownProcesses.GoldenMean(),
        "sns" => KnownProcesses.SimpleNonunifilarSource(0.1, 0.2),
        "mess3" => KnownProcesses.Mess3(0.15, 0.6),
        "coin" => KnownProcesses.Coin(0.3),
        _ => KnownProcesses.RandomRandomXor,
    };

    private static ContextTable Contexts(GenerativeProcess process) => new(BeliefTree.Grow(process, 6), MixedStatePresentation.Of(process), 6);
}
