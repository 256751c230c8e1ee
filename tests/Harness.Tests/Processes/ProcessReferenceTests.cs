using System.Text.Json;
using Harness.Processes;
using Harness.Tests.Specs;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class ProcessReferenceTests
{
    [Theory]
    [InlineData("\"mess3\"")]
    [InlineData("""{"process":"mess3","with":{"x":0.05,"a":"17/20"}}""")]
    [InlineData("""{"kind":"product","factors":["coin",{"kind":"noise","of":{"process":"coin","with":{"p":0.3}},"epsilon":"1/10"}]}""")]
    [InlineData("""{"kind":"chain","factors":["coin",{"variants":["coin",{"kind":"reverse","of":"coin"}]}]}""")]
    public void Json_EveryForm_RoundTrips(string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<ProcessReference>(json, Reading.Format.Options), Reading.Format.Options));

    [Fact]
    public void Values_OfExpressions_AreNumbers()
    {
        ProcessReference reference = new("mess3", new Dictionary<string, Scalar> { ["x"] = new(0.05), ["a"] = new(double.NaN, "17/20") });

        Assert.Equal(new Dictionary<string, double> { ["x"] = 0.05, ["a"] = 0.85 }, reference.Values(new Dictionary<string, double>(), Reading.Root("{}", [])));
    }
}
