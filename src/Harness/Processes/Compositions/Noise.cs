using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>Tokens are replaced by uniform ones with a probability: see <see cref="NoisyProcess"/>.</summary>
/// <param name="Epsilon">ε, from 0 to 1.</param>
internal sealed record Noise(ProcessReference Of, Scalar Epsilon) : Composition
{
    public override string Label => $"noise({Of.Label}, {Epsilon})";

    public override LinearProcess? Make(References references, Scope at)
    {
        int before = at.Reports;
        double epsilon = references.Value(Epsilon, at["epsilon"]);
        if (!double.IsNaN(epsilon))
        {
            at["epsilon"].InRange(epsilon, 0, 1);
        }
        return references.Make(Of, at["of"]) is { } process && at.Reports == before ? NoisyProcess.Of(new ProcessName(Label, process.Symbols), process, epsilon) : null;
    }
}
