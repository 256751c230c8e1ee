using Harness.Experiments;
using Harness.Specs;

namespace Harness.Runner.Tests;

public sealed class CacheKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"p\": 0.5", "\"p\": 0.500001")]
    [InlineData("\"process\": \"z1r\", \"with\": { \"p\": 0.5 }", "\"process\": \"even\"")]
    [InlineData("\"layers\": 1", "\"layers\": 2")]
    [InlineData("\"dMlp\": 16", "\"dMlp\": 16, \"activation\": \"gelu\"")]
    [InlineData("\"dMlp\": 16", "\"dMlp\": 16, \"context\": 5")]
    [InlineData("\"window\": 3", "\"window\": 4")]
    [InlineData("\"batch\": 8", "\"batch\": 9")]
    [InlineData("\"batch\": 8", "\"batch\": 8, \"mode\": \"exact\"")]
    [InlineData("\"batch\": 8", "\"batch\": 8, \"predict\": \"within\"")]
    [InlineData("\"steps\": 5", "\"steps\": 6")]
    [InlineData("\"learningRate\": 0.01", "\"learningRate\": 0.011")]
    [InlineData("\"kind\": \"sgd\"", "\"kind\": \"adam\"")]
    [InlineData("\"steps\": 5", "\"steps\": 5, \"schedule\": { \"kind\": \"cosine\" }")]
    [InlineData("\"steps\": 5", "\"steps\": 5, \"stopAtLossGapNats\": 0.001")]
    [InlineData("\"steps\": 5", "\"steps\": 5, \"checkpoints\": [0, 0.4]")]
    public void Key_OfWhatChangesTheBits_IsAnother(string piece, string replacement) => Assert.NotEqual(Of(Plans.Tiny), Of(Replace(piece, replacement)));

    [Theory]
    [InlineData("\"title\": \"A test\"", "\"title\": \"Another\", \"notes\": \"Reworded.\"")]
    [InlineData("\"id\": \"tiny\"", "\"id\": \"renamed\"")]
    [InlineData("\"statement\": \"It learns.\"", "\"statement\": \"It does learn.\"")]
    [InlineData("\"threshold\": 1", "\"threshold\": 0.5")]
    [InlineData("\"seeds\": [1, 2, 3]", "\"seeds\": [4, 1]")]
    [InlineData("\"p\": 0.5", "\"p\": \"1/2\"")]
    [InlineData("\"dMlp\": 16", "\"dMlp\": 16, \"activation\": \"relu\"")]
    public void Key_OfWhatChangesNoBit_IsTheSame(string piece, string replacement) => Assert.Equal(Of(Plans.Tiny), Of(Replace(piece, replacement)));

    [Fact]
    public void Key_OfAnotherSeed_IsAnother() => Assert.NotEqual(Of(Plans.Tiny), Of(Plans.Tiny, seed: 2));

    [Fact]
    public void Key_OfAPlan_Is32HexDigits() => Assert.Matches("^[0-9a-f]{32}$", Of(Plans.Tiny));

    private static string Replace(string piece, string replacement)
    {
        Assert.Contains(piece, Plans.Tiny, StringComparison.Ordinal);
        return Plans.Tiny.Replace(piece, replacement, StringComparison.Ordinal);
    }

    private string Of(string json, int seed = 1)
    {
        ExperimentPlan plan = Plans.Of(json, _folder);
        SpecFormat format = Plans.Workspace(_folder).Format;
        return CacheKey.Of(plan, seed, format);
    }
}
