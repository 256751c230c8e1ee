using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class LargeArrayTests
{
    // Below and above the size from which the system is asked for large pages, and odd sizes of elements.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(524_288)]
    [InlineData(3_000_017)]
    public void Uninitialised_AnyLength_HoldsWhatIsWritten(int length)
    {
        double[] numbers = LargeArray.Uninitialised<double>(length);
        ushort[] symbols = LargeArray.Uninitialised<ushort>(length);
        for (int i = 0; i < length; i++)
        {
            (numbers[i], symbols[i]) = (i / 7.0, (ushort)i);
        }
        GC.Collect();

        Assert.Equal((length, length), (numbers.Length, symbols.Length));
        for (int i = 0; i < length; i++)
        {
            if (numbers[i] != i / 7.0 || symbols[i] != (ushort)i)
            {
                Assert.Fail($"Element {i} changed.");
            }
        }
    }
}
