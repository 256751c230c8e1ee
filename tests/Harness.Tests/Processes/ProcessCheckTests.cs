using Xunit;

namespace Harness.Tests.Processes;

public sealed class ProcessCheckTests
{
    [Theory]
    [InlineData("\"leaky\"", "\"Leaky one\"", "1:9  SPEC044  $.id", "'Leaky one' is not a usable id.", "Use lower-case letters, digits and single hyphens between them, such as golden-mean.")]
    [InlineData("\"leaky\"", "\"../x\"", "1:9  SPEC044  $.id", "'../x' is not a usable id.", "Use lower-case letters, digits and single hyphens between them, such as golden-mean.")]
    [InlineData("[\"A\", \"B\"]", "[\"A\", \"B\", \"A\"]", "2:47  SPEC027  $.states[2]", "The state 'A' stands twice.", "Every state must be different: remove or change one.")]
    [InlineData("[\"0\", \"1\"]", "[\"0\", \"1\", \"1\"]", "2:25  SPEC027  $.symbols[2]", "The symbol '1' stands twice.", "Every symbol must be different: remove or change one.")]
    [InlineData("[\"0\", \"1\"]", "[\"0\", \"1\", \"a b\"]", "2:25  SPEC045  $.symbols[2]", "'a b' cannot name a symbol.", "Use a short word without spaces, commas and semicolons for each symbol.")]
    [InlineData("[\"0\", \"1\"]", "[]", "2:14  SPEC026  $.symbols", "There are no symbols.", "Name at least one symbol.")]
    [InlineData("[\"0\", \"1\"]", "[\"0\"]", "7:5  SPEC025  $.transitions.1", "'1' is not one of the symbols.", "Remove it, or add it to 'symbols'.")]
    [InlineData("[\"0\", \"1\"]", "[\"0\", \"1\", \"2\"]", "5:18  SPEC024  $.transitions", "There is no transition matrix for the symbol '2'.", "Add \"2\": [[…]] to 'transitions'.")]
    [InlineData("[[0, \"p\"], ", "[", "7:10  SPEC023  $.transitions.1", "Expected 2 rows, one for each state, found 1.", "Write exactly 2.")]
    [InlineData("[0, \"p\"]", "[0, \"p\", 0]", "7:11  SPEC023  $.transitions.1[0]", "Expected 2 entries, one for each state, found 3.", "Write exactly 2.")]
    [InlineData("[\"1/2\", \"1/2\"]", "[1]", "8:54  SPEC023  $.known[0].stationary", "Expected 2 numbers, one for each state, found 1.", "Write exactly 2.")]
    [InlineData("\"one\": \"1\"", "\"one\": \"1\", \"p\": 1", "4:58  SPEC027  $.let.p", "The name 'p' stands twice.", "Every name must be different: remove or change one.")]
    [InlineData("\"one\": \"1\"", "\"one\": \"1\", \"log\": 1", "4:58  SPEC028  $.let.log", "'log' is not a usable name.", "Use a letter followed by letters and digits; not the name of a function: sin, cos, exp, log, sqrt, floor, mod, random.")]
    [InlineData("\"p\": { \"default\"", "\"p_1\": { \"default\"", "3:19  SPEC028  $.parameters.p_1", "'p_1' is not a usable name.", "Use a letter followed by letters and digits; not the name of a function: sin, cos, exp, log, sqrt, floor, mod, random.")]
    public void Check_AnythingWrong_IsReportedAtItsPlace(string piece, string replacement, string place, string what, string remedy) =>
        Assert.Contains($"a.json:{place}\n  {what}\n  {remedy}", FamilySource.Check(FamilySource.With(piece, replacement)), StringComparison.Ordinal);

    [Theory]
    [InlineData("[\"0\", \"1\"]", 256, "There are more than 255 symbols.\n  Use at most 255.")]
    [InlineData("[\"A\", \"B\"]", 1025, "There are more than 1024 states.\n  Use at most 1024.")]
    public void Check_TooManyLabels_AreReportedOnce(string piece, int count, string expected)
    {
        string labels = string.Join(", ", Enumerable.Range(0, count).Select(i => $"\"s{i}\""));

        Assert.Equal($"  {expected}", string.Join("\n", FamilySource.Check(FamilySource.With(piece, $"[{labels}]")).Split('\n')[1..]));
    }

    [Fact]
    public void Check_SeveralThingsWrong_ReportsAll() =>
        Assert.Equal(3, FamilySource.Check(FamilySource.With("\"leaky\"", "\"\"").Replace("\"one\": \"1\"", "\"1\": 1", StringComparison.Ordinal)
            .Replace("[0, \"p\"]", "[]", StringComparison.Ordinal)).Split('\n').Count(line => line.StartsWith("a.json", StringComparison.Ordinal)));
}
