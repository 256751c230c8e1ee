using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Measurements;

/// <summary>The same probe under other divisions into folds.</summary>
public sealed partial class AffineProbeTests
{
    // What is planted with noise is decoded about as well whichever parts are left out together; the value itself stays what it was.
    [Fact]
    public void Details_WithRepetitions_HaveMeanAndDeviationOverPartitions()
    {
        AffineProbe repeated = s_probe with { Repetitions = 6 };
        Planted planted = new(DModel: 4, Noise: 0.3);
        Examination examination = Examinations.Of("mess3", planted, repeated);

        IReadOnlyDictionary<string, double> details = repeated.Details(examination);

        Assert.Equal(s_probe.Measure(Examinations.Of("mess3", planted, s_probe)), repeated.Measure(examination));
        Assert.Equal(repeated.Measure(examination).Value!.Value, details["partitionMean"], 0.02);
        Assert.InRange(details["partitionDeviation"], 1e-6, 0.02);
        Assert.DoesNotContain("partitionMean", s_probe.Details(examination).Keys);
    }

    [Fact]
    public void Check_RepetitionsOfWhatIsNotDivided_AreInconsistent()
    {
        Assert.Empty(Paths(s_probe with { Repetitions = 5 }));
        Assert.Equal(["$.repetitions"], Paths(s_probe with { Repetitions = 1 }));
        Assert.Equal(["$.repetitions"], Paths(s_probe with { Repetitions = 5, Position = 3 }));
        Assert.Equal(["$.repetitions"], Paths(s_probe with { Repetitions = 5, Fit = Fit.InSample }));

        static IEnumerable<string> Paths(AffineProbe probe)
        {
            List<Problem> problems = [];
            probe.Check(Scope.Root("a.json", null, problems), Examinations.Context("rrxor"));
            return problems.Select(problem => problem.Path);
        }
    }
}
