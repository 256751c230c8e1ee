using Harness.Activations;
using Harness.Measurements;
using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class InterventionTrialTests
{
    private static readonly Intervention s_measure = new(Examinations.Final, 4);

    // A table of activations has no network behind it that could be asked again.
    [Fact]
    public void Run_OnWhatCannotBeEdited_GivesNothing()
    {
        CaptureRequest request = new(new Planted());
        s_measure.Request(request);
        using INetwork network = new Planted().Load(Known.Contexts("rrxor").Tree, new Seed(1), []);
        ContextTable contexts = Known.Contexts("rrxor");

        Capture capture = Capture.Of(new Shown(network), contexts, TargetTable.Of(contexts, new Seed(1), 0, request.Targets), request, CancellationToken.None);

        Assert.Null(capture.Intervention(request.Interventions[0]));
    }

    [Fact]
    public void Run_Twice_IsTheSame()
    {
        InterventionScores Scores() => Examinations.Of("rrxor", new Planted(), s_measure).Trained.Intervention(new InterventionKey(Examinations.Final, 4, 0))!;

        Assert.Equal(Scores().CounterfactualAfter, Scores().CounterfactualAfter);
    }

    private sealed class Shown(INetwork network) : INetwork
    {
        public float[] Parameters() => [];

        public void Dispose()
        {
        }

        public void Evaluate(Harness.Beliefs.BeliefTree tree, IReadOnlyList<string> hooks, IActivationVisitor visitor, CancellationToken cancellation) =>
            network.Evaluate(tree, hooks, visitor, cancellation);
    }
}
