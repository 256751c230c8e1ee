using Harness.Measurements;
using Harness.Specs;
using Harness.Training;
using Xunit;

namespace Harness.Tests.Specs;

public sealed class KindsTests
{
    [Fact]
    public void KindsOf_AnAbstractRecord_AreItsSealedRecordsInTheOrderOfTheirNames()
    {
        Assert.Equal(["adam", "adamw", "sgd"], Reading.Format.KindsOf(typeof(Optimizer)).Select(kind => kind.Key));
        Assert.Equal(typeof(Garden.Rectangle), Reading.Format.KindsOf(typeof(Garden.Shape)).Single(kind => kind.Key == "rect").Value);
        Assert.Contains("affine-probe", Reading.Format.KindsOf(typeof(Measurement)).Select(kind => kind.Key));
    }

    [Fact]
    public void KindsOf_AnythingElse_AreNone()
    {
        Assert.Empty(Reading.Format.KindsOf(typeof(AdamW)));
        Assert.Empty(Reading.Format.KindsOf(typeof(IDisposable)));
        Assert.Empty(new SpecFormat().KindsOf(typeof(Garden.Shape)));
    }

    [Fact]
    public void KindsOf_TwoTypesOfOneName_IsABugThatIsNamed()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Reading.Format.KindsOf(typeof(Twins)));

        Assert.Equal("Two kinds of Twins have the same name: one, one.", error.Message);
    }

    internal abstract record Twins;

    [Kind("one")]
    internal sealed record First : Twins;

    internal sealed record One : Twins;
}
