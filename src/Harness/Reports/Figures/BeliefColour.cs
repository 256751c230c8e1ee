using Harness.Processes;

namespace Harness.Reports.Figures;

/// <summary>The colour of a belief: of its states where it is a law of states, else of the tokens that it expects.</summary>
internal sealed class BeliefColour(GenerativeProcess process, BeliefPlane plane)
{
    private readonly double[] _law = new double[process.SymbolCount];

    /// <summary>What the colours mix, for a caption.</summary>
    public string Mixes => plane.HasCorners ? "the states’ colours by the belief" : "the symbols’ colours by the law of the next token";

    public (byte R, byte G, byte B) Of(ReadOnlySpan<double> belief)
    {
        if (!plane.HasCorners)
        {
            process.NextToken(belief, _law);
        }
        ReadOnlySpan<double> shares = plane.HasCorners ? belief : _law;
        Span<float> single = stackalloc float[shares.Length];
        for (int i = 0; i < single.Length; i++)
        {
            single[i] = (float)shares[i];
        }
        return Palette.Of(single);
    }

    public string Hex(ReadOnlySpan<double> belief)
    {
        (byte r, byte g, byte b) = Of(belief);
        return $"#{r:x2}{g:x2}{b:x2}";
    }
}
