using System.Text.Json;
using Harness.Processes;
using Harness.Specs;
using Harness.Tests.Specs;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class ScalarTests
{
    [Fact]
    public void Json_NumberAndExpression_RoundTrip() =>
        Assert.Equal("[0.1,\"1/3\",-2]", JsonSerializer.Serialize(JsonSerializer.Deserialize<Scalar[]>("[0.1,\"1/3\",-2]", Reading.Format.Options), Reading.Format.Options));

    [Fact]
    public void Constant_AnExpressionWithNames_IsReported()
    {
        List<Problem> problems = [];

        Assert.True(double.IsNaN(new Scalar(double.NaN, "1 - x").Constant(Reading.Root("1", problems))));
        Assert.Equal("'x' in '1 - x' is not defined.", Assert.Single(problems).Finding.What);
    }

    [Fact]
    public void Evaluate_WithNames_UsesThem() =>
        Assert.Equal(0.75, new Scalar(double.NaN, "1 - x").Evaluate(new Dictionary<string, double> { ["x"] = 0.25 }, Reading.Root("1", [])));
}
