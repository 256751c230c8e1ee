using Harness.Processes;
using Harness.Specs;
using Harness.Tests.Specs;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class RepetitionTests
{
    private static readonly Dictionary<string, double> s_names = new() { ["n"] = 3, ["half"] = 0.5, ["failed"] = double.NaN };

    [Theory]
    [InlineData("""{ "i": [1, "n"] }""", "1 2 3")]
    [InlineData("""{ "i": ["n", "n"] }""", "3")]
    [InlineData("""{ "i": [1, 0] }""", "")]
    [InlineData("""{ "i": [-1, "n - 2"] }""", "-1 0 1")]
    [InlineData("""{ "i": [1, 2], "j": ["i", "n"] }""", "1,1 1,2 1,3 2,2 2,3")]
    [InlineData("""{ "i": [0, 2], "j": [1, "i"] }""", "1,1 2,1 2,2")]
    [InlineData("""{ }""", "-")]
    public void Run_OverRanges_GivesEachIndexItsValues(string ranges, string expected)
    {
        (List<string> values, string problems) = Run(ranges);

        Assert.Equal("", problems);
        Assert.Equal(expected, string.Join(' ', values));
    }

    [Fact]
    public void Run_WithoutRanges_HappensOnceWithTheNames()
    {
        int times = 0;
        Repetition.Run(null, s_names, Reading.Root("{}", []), names => ++times == names.Count);

        Assert.Equal(1, times);
    }

    [Fact]
    public void Run_OnceFalse_Ends()
    {
        int times = 0;
        IReadOnlyDictionary<string, IReadOnlyList<Scalar>> ranges = Ranges("""{ "i": [1, 10], "j": [1, 10] }""", [], out Scope at);
        Repetition.Run(ranges, s_names, at, _ => ++times < 13);

        Assert.Equal(13, times);
    }

    [Theory]
    [InlineData("""{ "i": [1, "half"] }""", "a.json:1:12  SPEC060  $.i[1]\n  'half' is 0.5, which is not an integer, with half = 0.5.\n  Use a whole number here.")]
    [InlineData("""{ "i": [1, "j"], "j": [1, 2] }""", "a.json:1:12  SPEC042  $.i[1]\n  'j' in 'j' is not defined.\n  Names defined in 'parameters' and 'let': n, half, failed.")]
    [InlineData("""{ "i": [1, 1e9], "j": [1, 0] }""", "a.json:1:1  SPEC033  $\n  The indices run through more than 262144 values.\n  Use shorter ranges.")]
    [InlineData("""{ "i": ["1 +", 2] }""", "a.json:1:9  SPEC016  $.i[0]\n  '1 +' is not an expression that can be read: it ends too early.")]
    [InlineData("""{ "i": [1, "failed"] }""", "")]
    public void Run_OverWhatIsNoRange_ReportsIt(string ranges, string problem)
    {
        (List<string> values, string problems) = Run(ranges);

        Assert.StartsWith(problem, problems, StringComparison.Ordinal);
        Assert.Equal(problem.Length == 0, problems.Length == 0);
        Assert.Empty(values);
    }

    private static (List<string> Values, string Problems) Run(string json)
    {
        List<Problem> problems = [];
        List<string> values = [];
        IReadOnlyDictionary<string, IReadOnlyList<Scalar>> ranges = Ranges(json, problems, out Scope at);
        Repetition.Run(ranges, s_names, at, names =>
        {
            values.Add(ranges.Count == 0 ? "-" : string.Join(',', ranges.Keys.Select(index => names[index])));
            return true;
        });
        return (values, string.Join("\n", problems));
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<Scalar>> Ranges(string json, List<Problem> problems, out Scope at)
    {
        at = Reading.Root(json, problems);
        return SpecReader.Read<IReadOnlyDictionary<string, IReadOnlyList<Scalar>>>(at, Reading.Format)!;
    }
}
