using System.Text;
using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;
using Harness.Training;

namespace Harness.Tests.Measurements;

/// <summary>What is reported of a measurement that stands in a spec.</summary>
internal static class Checked
{
    /// <param name="json">The measurement as it is written, for the places of problems.</param>
    public static IReadOnlyList<Problem> Of(Measurement measure, string process = "rrxor", string json = "{}", Architecture? architecture = null, TrainingRecipe? training = null)
    {
        List<Problem> problems = [];
        measure.Check(Scope.Root("a.json", SourceText.Parse("a.json", Encoding.UTF8.GetBytes(json), problems), problems), Examinations.Context(process, architecture) with { Training = training });
        return problems;
    }
}
