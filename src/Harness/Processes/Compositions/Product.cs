using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>Independent processes that emit together: see <see cref="FactoredProcess"/>.</summary>
/// <param name="Factors">First factor most significant.</param>
internal sealed record Product(IReadOnlyList<ProcessReference> Factors) : Composition
{
    public override string Label => $"product({string.Join(", ", Factors.Select(factor => factor.Label))})";

    public override LinearProcess? Make(References references, Scope at)
    {
        if (MakeAll(Factors, references, i => at["factors"][i]) is not { } made)
        {
            return null;
        }
        Factor[] factors = [.. made.Select(process => new Factor(process))];
        return CheckJoint(factors, at["factors"]) ? new FactoredProcess(new ProcessName(Label, FactoredProcess.JointSymbols(factors)), factors) : null;
    }

    /// <summary>Reports what keeps the factors' tokens from being joined.</summary>
    public static bool CheckJoint(IReadOnlyList<Factor> factors, Scope at)
    {
        double symbols = factors.Aggregate(1.0, (product, factor) => product * factor.SymbolCount);
        if (factors.Count == 0)
        {
            at.Report(Problems.Empty("factors", "List at least one process."));
        }
        else if (symbols > MostSymbols)
        {
            at.Report(Problems.TooLarge(FormattableString.Invariant($"The factors have {symbols} joint tokens."), FormattableString.Invariant($"Use fewer or smaller factors: at most {MostSymbols} joint tokens.")));
        }
        else if (FactoredProcess.JointSymbols(factors).GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } same)
        {
            at.Report(Problems.Duplicate("joint symbol", $"'{same.Key}'"));
        }
        else
        {
            return true;
        }
        return false;
    }
}
