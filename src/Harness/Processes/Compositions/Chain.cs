using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>Processes that emit together, where the token of one chooses the variant of the next at the same step: see <see cref="FactorChain"/>.</summary>
/// <param name="Factors">First factor most significant; the first has no variants.</param>
internal sealed record Chain(IReadOnlyList<ChainFactor> Factors) : Composition
{
    // Of values that are computed, not written.
    private const double RoundingDistance = 1e-9;

    public override string Label => $"chain({string.Join(", ", Factors.Select(factor => factor.Label))})";

    public override LinearProcess? Make(References references, Scope at)
    {
        int before = at.Reports;
        Factor?[] factors = [.. Factors.Select((factor, i) => Make(factor, references, at["factors"][i]))];
        for (int i = 0; i < factors.Length; i++)
        {
            if (Factors[i].IsControlled)
            {
                Check(factors[i], i == 0 ? null : factors[i - 1], Factors[i], i, at["factors"][i]["variants"]);
            }
        }
        return at.Reports == before && factors.All(factor => factor is not null) && Product.CheckJoint(factors!, at["factors"]) ? FactorChain.Of(Label, factors!) : null;
    }

    private static Factor? Make(ChainFactor factor, References references, Scope at) =>
        MakeAll(factor.Variants, references, i => factor.IsControlled ? at["variants"][i] : at) is not { } made ? null
        : factor.IsControlled ? new Factor([.. made.Select(variant => Expansion.Of(variant, "Variants share one set of states. "))])
        : new Factor(made);

    private static void Check(Factor? factor, Factor? previous, ChainFactor written, int index, Scope at)
    {
        if (index == 0)
        {
            at.Report(Problems.Inconsistent("The first factor of a chain has no factor before it that could choose among variants.", "Write a single process here."));
        }
        else if (previous is not null && written.Variants.Count != previous.SymbolCount)
        {
            at.Report(Problems.WrongShape("variants, one for each token of the factor before", previous.SymbolCount, written.Variants.Count));
        }
        for (int i = 1; factor is not null && i < factor.Variants.Count; i++)
        {
            if (Difference(factor.Variants[i], factor.First) is { } difference)
            {
                at[i].Report(Problems.UnequalVariants(factor.Variants[i].Id, factor.First.Id, difference));
            }
        }
    }

    private static string? Difference(LinearProcess variant, LinearProcess first) =>
        !variant.Symbols.SequenceEqual(first.Symbols) ? $"it has the symbols {string.Join(", ", variant.Symbols)}, not {string.Join(", ", first.Symbols)}"
        : variant.StateCount != first.StateCount ? FormattableString.Invariant($"it has {variant.StateCount} states, not {first.StateCount}")
        : variant.JointReadout().Zip(first.JointReadout(), (x, y) => Math.Abs(x - y)).Max() > RoundingDistance ? "its readout φ is another"
        : null;
}
