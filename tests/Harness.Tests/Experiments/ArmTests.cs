using Harness.Activations;
using Harness.Experiments;
using Harness.Specs;
using Harness.Training;
using Xunit;

namespace Harness.Tests.Experiments;

public sealed class ArmTests
{
    private const string Arms = """ "arms": { "noisy": { "architecture": { "kind": "planted", "dModel": 8, "noise": 1 } }, "wide": { "architecture": { "kind": "planted", "dModel": 32 } } }, "seeds" """;

    private const string Against = """ "comparator": { "kind": "exceeds", "arms": ["noisy"] } """;

    private static readonly (string, string)[] s_compared =
        [("\"seeds\"", Arms), ("\"comparator\": { \"kind\": \"at-least\", \"threshold\": 0.9 }", Against), ("\"kind\": \"student-t\"", "\"kind\": \"paired-t\"")];

    [Fact]
    public void Of_AnExperiment_ReplacesWhatTheArmSays()
    {
        ExperimentSpec spec = Registered.Experiment([]).Spec;

        ExperimentSpec arm = new Arm(new Planted(32), Training: new TrainingRecipe(new Adam(0.1), 7)).Of(spec, "wide");

        Assert.Equal(("a:wide", new Planted(32), spec.Data, 7), (arm.Id, arm.Architecture, arm.Data, arm.Training!.Steps));
        Assert.Same(spec.Seeds, arm.Seeds);
    }

    [Fact]
    public void Check_AnArm_SaysWhatCannotBe()
    {
        ExperimentSpec spec = Registered.Experiment([]).Spec;

        Assert.Empty(Check(new Arm(Data: spec.Data with { Batch = 8 }), spec));
        Assert.Equal(["$"], Check(new Arm(), spec));
        Assert.Equal(["$.data"], Check(new Arm(Data: spec.Data with { Window = 4 }), spec));
        Assert.Equal(["$.data"], Check(new Arm(Data: spec.Data with { Predict = PredictMode.Within }), spec));
        Assert.Equal(["$.architecture.dModel"], Check(new Arm(new Planted(0)), spec));
        Assert.Equal(["$.training.optimizer.learningRate"], Check(new Arm(Training: new TrainingRecipe(new Adam(0), 500)), spec));
    }

    [Fact]
    public void Plan_OfClaimsThatCompare_HasTheArmsTheyName()
    {
        ExperimentPlan plan = Selection.Quick.Plan(Registered.Experiment([], s_compared))!;

        ExperimentPlan arm = Assert.Single(plan.Arms).Value;
        Assert.Equal(["a", "a:noisy"], plan.WithArms.Select(each => each.Spec.Id));
        Assert.Same(plan.Contexts, arm.Contexts);
        Assert.Empty(Assert.Single(arm.Claims).Comparator.Arms);
        Assert.False(arm.IsPictured);
    }

    [Fact]
    public void Hash_OfAClaim_DependsOnTheArmsItNames()
    {
        string alone = Registered.Sha256(Registered.Experiment([])), compared = Registered.Sha256(Registered.Experiment([], s_compared));

        Assert.Equal(alone, Registered.Sha256(Registered.Experiment([], s_compared[0])));
        Assert.Equal(compared, Registered.Sha256(Registered.Experiment([], [.. s_compared, ("\"dModel\": 32", "\"dModel\": 33")])));
        Assert.NotEqual(compared, Registered.Sha256(Registered.Experiment([], [.. s_compared, ("\"noise\": 1", "\"noise\": 2")])));
    }

    private static IEnumerable<string> Check(Arm arm, ExperimentSpec spec)
    {
        List<Problem> problems = [];
        arm.Check(Scope.Root("a.json", null, problems), spec);
        return problems.Select(problem => problem.Path);
    }
}
