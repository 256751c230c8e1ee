using System.Numerics;

namespace Harness.Beliefs;

/// <summary>What one eigenvalue λ of the mixed-state chain contributes to the myopic entropies.</summary>
/// <param name="Multiplicity">Algebraic.</param>
/// <param name="AmplitudesNats">⟨δ|W_{λ,m}|H⟩ for m = 0, 1, … below the index, W_{λ,m} = W_λ (W − λ)^m with W_λ the projector on its generalised eigenspace.</param>
internal sealed record SpectralTerm(Complex Eigenvalue, int Multiplicity, IReadOnlyList<Complex> AmplitudesNats)
{
    /// <summary>The size of the largest Jordan block.</summary>
    public int Index => AmplitudesNats.Count;

    /// <summary>Σ_m C(L, m) λ^(L−m) ⟨δ|W_{λ,m}|H⟩, after L tokens of context.</summary>
    public Complex AtContext(int length)
    {
        Complex sum = Complex.Zero;
        double binomial = 1;
        for (int m = 0; m < Index && m <= length; m++)
        {
            sum += binomial * Power(Eigenvalue, length - m) * AmplitudesNats[m];
            binomial *= (length - m) / (m + 1.0);
        }
        return sum;
    }

    // 0⁰ = 1: an eigenvalue 0 counts only for contexts shorter than its index.
    private static Complex Power(Complex value, int exponent)
    {
        Complex power = Complex.One;
        for (int i = 0; i < exponent; i++)
        {
            power *= value;
        }
        return power;
    }
}
