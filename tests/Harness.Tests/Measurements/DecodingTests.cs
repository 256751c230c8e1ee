using Harness.Activations;
using Harness.Measurements;
using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class DecodingTests
{
    // Two probes in one second evaluation: each reads its own hooks, whatever the order of the request.
    [Fact]
    public void Tables_OfPlantedTruth_HoldTheBeliefWhereItIs()
    {
        ContextTable contexts = Known.Contexts("z1r");
        Planted planted = new(Noise: 0, Layers: 2);
        ProbeKey layers = Key("concat(blocks.*.hook_resid_post)"), embedding = Key("hook_embed"), law = new(Key("ln_final").Capture, Target.NextToken);
        CaptureRequest request = new(planted);
        foreach (ProbeKey key in new[] { layers, embedding, law })
        {
            request.Decode(key);
        }
        using INetwork network = planted.Load(contexts.Tree, new Seed(1), []);

        Capture capture = Capture.Of(network, contexts, TargetTable.Of(contexts, new Seed(1), 0, request.Targets), request, CancellationToken.None);

        for (int context = 0; context < contexts.Count; context++)
        {
            Assert.All(Enumerable.Range(0, 3), state => Assert.Equal(contexts.Belief(context)[state], capture.Decoded(layers).Row(context, 0)[state], 1e-4));
            Assert.All(Enumerable.Range(0, 2), symbol => Assert.Equal(contexts.Value(Target.NextToken, context)[symbol], capture.Decoded(law).Row(context, 0)[symbol], 1e-4));
        }
        Assert.InRange(capture.Decoded(embedding).ScoreOf(null, 0).RSquared.Value!.Value, -0.2, 0.6);
    }

    [Fact]
    public void Hooks_AreThoseOfDecodedProbesOnly()
    {
        Planted planted = new(Layers: 3);
        CaptureRequest request = new(planted);
        request.Add(Key("ln_final"));
        request.Decode(Key("blocks.1.hook_resid_post"));
        ContextTable contexts = Known.Contexts("z1r");
        using INetwork network = planted.Load(contexts.Tree, new Seed(1), []);
        Capture capture = Capture.Of(network, contexts, TargetTable.Of(contexts, new Seed(1), 0), request, CancellationToken.None);

        Assert.Equal(["blocks.1.hook_resid_post"], new Decoding(contexts, capture, request).Hooks);
        Assert.Equal(["blocks.1.hook_resid_post", "ln_final"], request.Hooks);
    }

    private static ProbeKey Key(string location) => new(new CaptureKey(new Location(location), Weighting.Probability, ContextScope.Trained));
}
