namespace Harness.Torch;

/// <summary>The Euclidean length of a gradient over all parameters.</summary>
internal static class GradientNorm
{
    /// <summary>Shortens the gradient to a norm when it is longer; its direction stays.</summary>
    public static void Clip(Span<float> gradient, double most)
    {
        double square = 0;
        foreach (float slope in gradient)
        {
            square += (double)slope * slope;
        }
        double norm = Math.Sqrt(square);
        if (norm <= most)
        {
            return;
        }
        float factor = (float)(most / norm);
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] *= factor;
        }
    }
}
