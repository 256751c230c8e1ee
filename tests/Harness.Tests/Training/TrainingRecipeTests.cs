using System.Text;
using Harness.Specs;
using Harness.Training;
using Xunit;

namespace Harness.Tests.Training;

public sealed class TrainingRecipeTests
{
    private static readonly TrainingRecipe s_recipe = new(new Sgd(0.1), 1000);

    [Fact]
    public void CheckpointSteps_OfFractions_AreThoseBeforeTheEnd()
    {
        Assert.Empty(s_recipe.CheckpointSteps);
        Assert.Equal([0, 5, 10, 500], (s_recipe with { Checkpoints = [0, 0.005, 0.01, 0.5, 1] }).CheckpointSteps);
    }

    [Theory]
    [InlineData("[0, 0.005, 1]", null)]
    [InlineData("[]", "$.checkpoints")]
    [InlineData("[0, 1.5]", "$.checkpoints[1]")]
    [InlineData("[0.5, 0.1]", "$.checkpoints[1]")]
    [InlineData("[0.01, 0.0101]", "$.checkpoints[1]")]
    public void Check_Checkpoints_AreRisingFractionsAStepApart(string checkpoints, string? path)
    {
        List<Problem> problems = [];
        double[] fractions = [.. checkpoints.Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
        SourceNode? json = SourceText.Parse("a.json", Encoding.UTF8.GetBytes($$"""{ "checkpoints": {{checkpoints}} }"""), problems);

        (s_recipe with { Checkpoints = fractions }).Check(Scope.Root("a.json", json, problems));

        Assert.Equal(path is null ? [] : [path], problems.Select(problem => problem.Path));
    }
}
