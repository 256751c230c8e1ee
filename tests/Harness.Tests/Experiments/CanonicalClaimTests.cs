using System.Text.Json.Nodes;
using Harness.Experiments;
using Xunit;

namespace Harness.Tests.Experiments;

public sealed class CanonicalClaimTests
{
    private static readonly string s_hash = Hash();

    [Fact]
    public void Write_OfAClaim_SpellsOutEverythingThatDecides() => Assert.Equal(
        """
        {"architecture":{"dModel":8,"diverges":false,"kind":"planted","layers":1,"noise":0.01,"uniform":0},
        "claim":{"comparator":{"kind":"at-least","margin":0,"threshold":0.9},"expect":"supported","id":"a/claim","interval":{"kind":"student-t","level":0.95},
        "measure":{"contexts":"trained","fit":"held-out","kind":"affine-probe","location":"ln_final","partition":"subtree","statistic":"r-squared","target":"belief","weighting":"probability"},
        "source":"a paper","statement":"Beliefs can be read.","version":1},
        "data":{"batch":64,"mode":"sampled","predict":"next","start":"stationary","window":3},
        "form":1,"process":{"numbers":["0.5","0.5","0.7","0.3","0","0","0","0","0.3","0.7"],"states":2,"symbols":2},"seeds":[1,2,3]}
        """.ReplaceLineEndings(""),
        Written());

    [Theory]
    [InlineData("\"dModel\": 8", "\"dModel\": 9")]
    [InlineData("\"window\": 3", "\"window\": 4")]
    [InlineData("[1, 2, 3]", "[1, 2, 3, 4]")]
    [InlineData("[1, 2, 3]", "[1, 2, 4]")]
    [InlineData("\"default\": 0.3", "\"default\": 0.31")]
    [InlineData("\"process\": \"flip\"", """ "process": { "process": "flip", "with": { "p": 0.25 } } """)]
    [InlineData("\"seeds\"", """ "training": { "optimizer": { "kind": "adam", "learningRate": 0.01 }, "steps": 10 }, "seeds" """)]
    [InlineData("\"threshold\": 0.9", "\"threshold\": 0.89")]
    [InlineData("\"threshold\": 0.9", "\"threshold\": 0.9, \"margin\": 0.1")]
    [InlineData("\"kind\": \"student-t\"", "\"kind\": \"student-t\", \"level\": 0.9")]
    [InlineData("\"expect\": \"supported\"", "\"expect\": \"refuted\"")]
    [InlineData("\"version\": 1", "\"version\": 2")]
    [InlineData("Beliefs can be read.", "Beliefs can be read well.")]
    [InlineData("a paper", "another paper")]
    [InlineData("\"interval\"", """ "controls": [{ "kind": "shuffled" }], "interval" """)]
    [InlineData("\"interval\"", """ "preconditions": [{ "kind": "settled", "maxLossGapNats": 0.1 }], "interval" """)]
    public void Hash_OfWhatTheVerdictDependsOn_Changes(string old, string changed) => Assert.NotEqual(s_hash, Hash((old, changed)));

    [Theory]
    [InlineData("A title", "Another title")]
    [InlineData("Some notes.", "Other notes.")]
    [InlineData("\"status\": \"registered\"", "\"status\": \"exploratory\"")]
    [InlineData("\"tier\": \"quick\"", "\"tier\": \"full\"")]
    [InlineData("\"interval\"", """ "amendments": [{ "version": 2, "what": "a", "why": "b" }], "interval" """)]
    [InlineData("\"id\": \"a\"", "\"id\": \"b\"")]
    public void Hash_OfWhatDecidesNothing_Stays(string old, string changed) => Assert.Equal(s_hash, Hash((old, changed)));

    [Theory]
    [InlineData("\"process\": \"flip\"", """ "process": { "process": "flip", "with": { "p": "3/10" } } """)]
    [InlineData("\"1-p\"", "\"(1-p)+1e-15\"")]
    [InlineData("\"id\": \"flip\", \"title\": \"Flip\"", "\"id\": \"flip\", \"title\": \"Heads or tails\"")]
    [InlineData("\"threshold\": 0.9", "\"threshold\": 0.900, \"margin\": 0")]
    [InlineData("\"interval\"", """ "controls": [], "interval" """)]
    [InlineData("\"seeds\"", """ "training": null, "seeds" """)]
    public void Hash_OfTheSameInOtherWords_Stays(string old, string changed) => Assert.Equal(s_hash, Hash((old, changed)));

    [Fact]
    public void Hash_WithAnotherClaimBeside_Stays()
    {
        string claim = JsonNode.Parse(Registered.Spec)!["claims"]![0]!.ToJsonString();
        string other = claim.Replace("a/claim", "a/other", StringComparison.Ordinal);
        Assert.Equal(s_hash, Hash(("\"interval\": { \"kind\": \"student-t\" } }] }", "\"interval\": { \"kind\": \"student-t\" } }, " + other + "] }")));
    }

    [Fact]
    public void Hash_OfAClaimOverAFamily_IsAlsoThatOfItsLaw()
    {
        LoadedExperiment experiment = Registered.Experiment([], ("\"tier\": \"quick\"", """ "tier": "full", "forAll": { "over": "some" } """));
        string Over(string family) => CanonicalClaim.Sha256(experiment.Spec, experiment.Process, experiment.Spec.Claims[0], Registered.Format, JsonNode.Parse(family));

        Assert.NotEqual(s_hash, Registered.Sha256(experiment));
        Assert.NotEqual(Over("""{ "kind": "random-hmm", "states": 3 }"""), Over("""{ "kind": "random-hmm", "states": 4 }"""));
        Assert.Equal(Over("""{ "kind": "random-hmm", "states": 3 }"""), Over("""{ "states": 3, "kind": "random-hmm" }"""));
    }

    private static string Hash(params (string, string)[] changes) => Registered.Sha256(Registered.Experiment([], changes));

    private static string Written()
    {
        LoadedExperiment experiment = Registered.Experiment([]);
        return CanonicalClaim.Write(experiment.Spec, experiment.Process, experiment.Spec.Claims[0], Registered.Format);
    }
}
