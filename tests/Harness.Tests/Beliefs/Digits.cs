using Xunit;

namespace Harness.Tests.Beliefs;

/// <summary>Comparison with values that are known to a number of printed digits.</summary>
internal static class Digits
{
    private const double NatsPerBit = 0.693147180559945309;

    public static double[] ToBits(IEnumerable<double> nats) => [.. nats.Select(value => value / NatsPerBit)];

    public static void Agree(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, FormattableString.Invariant($"[{i}]: expected {expected[i]:R}, found {actual[i]:R}"));
        }
    }
}
