using System.Text.Json;
using Harness.Activations;
using Xunit;

namespace Harness.Tests.Activations;

public sealed class LocationTests
{
    private static readonly string[] s_hooks =
    [
        "hook_embed", "blocks.0.hook_resid_pre", "blocks.0.hook_resid_post", "blocks.1.hook_resid_pre", "blocks.1.hook_resid_post", "blocks.10.hook_resid_post", "ln_final",
    ];

    [Theory]
    [InlineData("ln_final", "ln_final")]
    [InlineData("blocks.1.hook_resid_post", "blocks.1.hook_resid_post")]
    [InlineData("concat(blocks.*.hook_resid_post)", "blocks.0.hook_resid_post blocks.1.hook_resid_post blocks.10.hook_resid_post")]
    [InlineData("concat(ln_final, hook_embed)", "hook_embed ln_final")]
    [InlineData("concat(blocks.*.hook_resid_post,blocks.0.hook_resid_post)", "blocks.0.hook_resid_post blocks.1.hook_resid_post blocks.10.hook_resid_post")]
    [InlineData("blocks.*.hook_resid_post", "")]
    [InlineData("blocks.2.hook_resid_post", "")]
    [InlineData("concat(blocks.2.*)", "")]
    [InlineData("concat()", "")]
    [InlineData("ln_fina.", "")]
    [InlineData("concat(ln_fina.)", "")]
    public void Resolve_Name_GivesHooksInTheNetworksOrder(string name, string hooks) =>
        Assert.Equal(hooks.Split(' ', StringSplitOptions.RemoveEmptyEntries), new Location(name).Resolve(s_hooks));

    // A star stands for one part of a name: never for "0.hook_resid".
    [Theory]
    [InlineData("blocks.*.hook_resid_post", "blocks.0.hook_resid_post blocks.1.hook_resid_post blocks.10.hook_resid_post")]
    [InlineData("blocks.1.*", "blocks.1.hook_resid_pre blocks.1.hook_resid_post")]
    [InlineData("ln_final", "ln_final")]
    [InlineData("blocks.*", "")]
    [InlineData("concat(blocks.*.hook_resid_post)", "concat(blocks.*.hook_resid_post)")]
    public void Expand_Pattern_GivesSingleLocations(string name, string locations) =>
        Assert.Equal(locations.Split(' ', StringSplitOptions.RemoveEmptyEntries), new Location(name).Expand(s_hooks).Select(location => location.Name));

    [Fact]
    public void Json_Location_IsAString()
    {
        Assert.Equal("\"ln_final\"", JsonSerializer.Serialize(new Location("ln_final")));
        Assert.Equal(new Location("ln_final"), JsonSerializer.Deserialize<Location>("\"ln_final\""));
    }

    [Fact]
    public void Unknown_BlockBeyondTheLast_NamesTheBlocksThereAre()
    {
        string what = Locations.Unknown(new Location("blocks.4.hook_resid_post"), s_hooks).What;

        Assert.Contains("'blocks.4.hook_resid_post' does not exist", what, StringComparison.Ordinal);
        Assert.Contains("3 blocks", what, StringComparison.Ordinal);
    }
}
