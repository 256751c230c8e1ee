using Xunit;

namespace Harness.Tests.Processes;

public sealed class DefinitionsTests
{
    [Fact]
    public void Let_InAnyOrder_IsResolved() =>
        Assert.Equal(0.5, FamilySource.Instantiate(FamilySource.With("\"one\": \"1\"", "\"one\": \"two/2\", \"two\": 2")).Process!.TransitionMatrix(0)[2]);

    [Fact]
    public void Let_ThatGoesInACircle_IsReportedOnceAndNothingThatFollowsFromIt() =>
        Assert.Equal("""
            a.json:4:37  SPEC043  $.let.back
              The definition goes in a circle: back → one → two → back.
              Define one of these names without the others.
            """, FamilySource.Instantiate(FamilySource.With("\"one\": \"1\"", "\"one\": \"two\", \"two\": \"1 - back\", \"free\": \"two + 1\"")).Problems);

    [Fact]
    public void Let_OfItself_IsACircle() =>
        Assert.Contains("The definition goes in a circle: one → one.", FamilySource.Instantiate(FamilySource.With("\"one\": \"1\"", "\"one\": \"one\"")).Problems, StringComparison.Ordinal);

    [Fact]
    public void Let_WithAMistake_IsReportedOnceAndNotWhereItIsUsed() =>
        Assert.Equal("""
            a.json:4:54  SPEC017  $.let.one
              '1/0' divides by zero.
              Change the expression, or restrict the parameter's range so that this cannot happen.
            """, FamilySource.Instantiate(FamilySource.With("\"one\": \"1\"", "\"one\":  \"1/0\"")).Problems);

    [Fact]
    public void Parameter_DefaultOutOfItsRange_IsReported() =>
        Assert.StartsWith("""
            a.json:3:38  SPEC008  $.parameters.p.default
              2 is out of range: default must be between 0 and 1.
              Use a value from 0 to 1.
            """, FamilySource.Instantiate(FamilySource.With("\"default\": 0.25", "\"default\":  2")).Problems);

    [Fact]
    public void Parameter_WithMinAboveMax_IsReported() =>
        Assert.Contains("""
            SPEC008  $.parameters.p.min
              min is 3, above max, which is 1.
              Exchange them.
            """, FamilySource.Instantiate(FamilySource.With("0.25, \"min\": 0", "0.25, \"min\": 3")).Problems, StringComparison.Ordinal);

    [Fact]
    public void Parameter_WithAnExpressionOfNames_IsReported() =>
        Assert.Contains("'p' in '2*p' is not defined.", FamilySource.Instantiate(FamilySource.With("\"1/2\", \"min\"", "\"2*p\", \"min\"")).Problems, StringComparison.Ordinal);
}
