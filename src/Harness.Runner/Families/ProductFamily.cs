using Harness.Processes;
using Harness.Processes.Compositions;
using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>Independent processes that emit together, first factor most significant.</summary>
[Kind("product")]
internal sealed record ProductFamily(IReadOnlyList<ProcessGenerator> Factors) : ComposedFamily
{
    protected override string Kind => "product";

    protected override string PartsName => "factors";

    protected override IReadOnlyList<ProcessGenerator> Parts => Factors;

    protected override LinearProcess Compose(IReadOnlyList<HiddenMarkovModel> parts)
    {
        Factor[] factors = [.. parts.Select(part => new Factor(part))];
        return new FactoredProcess(new ProcessName("product", FactoredProcess.JointSymbols(factors)), factors);
    }
}
