using Harness.Testing;
using Xunit;

namespace Harness.Tests.Goldens;

public sealed class JsonComparisonTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[1.5,null,true]}""", """{"b":[1.5,null,true],"a":1}""")]
    [InlineData("""{"a":0.3}""", """{"a":0.30000000001}""")]
    [InlineData("""1.0""", """1""")]
    [InlineData("""1e2""", """100""")]
    public void Compare_SameWithinTolerance_FindsNothing(string expected, string actual) =>
        Assert.Empty(JsonComparison.Compare(expected, actual, Tolerance.Rounding));

    [Theory]
    [InlineData("""{"a":{"b":[1,2.5]}}""", """{"a":{"b":[1,2.75]}}""", "$.a.b[1]: expected 2.5, actual 2.75 (tolerance 1E-09 relative + 1E-12 absolute)")]
    [InlineData("""{"a":1}""", """{}""", "$.a: expected 1, actual nothing")]
    [InlineData("""{}""", """{"a":[]}""", "$.a: expected nothing, actual []")]
    [InlineData("""[1,2]""", """[1]""", "$: expected 2 elements, actual 1 elements")]
    [InlineData("""{"a":1}""", """{"a":"1"}""", "$.a: expected 1, actual \"1\"")]
    [InlineData("""{"a":null}""", """{"a":0}""", "$.a: expected null, actual 0")]
    [InlineData("""{"a":true}""", """{"a":false}""", "$.a: expected true, actual false")]
    [InlineData("""{"a":"NaN"}""", """{"a":"NaN"}""", "$.a: expected \"NaN\", actual \"NaN\"")]
    public void Compare_Different_NamesPathAndValues(string expected, string actual, string shown) =>
        Assert.Equal(shown, Assert.Single(JsonComparison.Compare(expected, actual, Tolerance.Rounding)).ToString());

    [Fact]
    public void Compare_Integers_HaveNoTolerance() =>
        Assert.Single(JsonComparison.Compare("""{"n":1000000000000}""", """{"n":1000000000001}""", new Tolerance(0.1, 10)));

    [Fact]
    public void Compare_PathWithItsOwnTolerance_UsesIt()
    {
        Tolerance tolerance = new(0, 0, new Dictionary<string, Tolerance> { ["$.mean"] = new(0, 0.5) });

        Assert.Equal("$.other", Assert.Single(JsonComparison.Compare(
            """{"mean":1.5,"other":1.5}""", """{"mean":1.9,"other":1.9}""", tolerance)).Path);
    }
}
