namespace Harness.Beliefs;

/// <summary>Shannon entropies of finite laws.</summary>
/// <remarks>H(p) = −Σ p ln p, in nats, with 0 ln 0 = 0.</remarks>
internal static class Shannon
{
    /// <summary>How many nats a bit has: ln 2.</summary>
    public const double NatsPerBit = 0.69314718055994530942;

    public static double EntropyNats(ReadOnlySpan<double> law)
    {
        double entropy = 0;
        foreach (double probability in law)
        {
            entropy += TermNats(probability);
        }
        return entropy;
    }

    /// <summary>−p ln p.</summary>
    public static double TermNats(double probability) => probability > 0 ? -probability * Math.Log(probability) : 0;
}
