using Harness.Experiments;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Experiments;

public sealed class RegistrarTests
{
    private const string Version = "\"version\": 1";
    private const string Amended = "\"version\": 2, \"amendments\": [{ \"version\": 2, \"what\": \"threshold\", \"why\": \"too strict\" }]";
    private static readonly DateOnly s_today = new(2026, 3, 4);
    private readonly List<Problem> _problems = [];

    [Fact]
    public void Register_OfANewClaim_GivesVersionDayAndHash()
    {
        LoadedExperiment experiment = Registered.Experiment(_problems);
        RegistryEntry entry = Register(experiment, Registry.Empty)!;
        Assert.Equal(new RegistryEntry("a/claim", 1, "2026-03-04", Registered.Sha256(experiment)), entry with { Seeds = null });
        Assert.Equal([1, 2, 3], entry.Seeds);
        Assert.Empty(_problems);
    }

    [Fact]
    public void Register_OfTheSameAgain_IsNothing()
    {
        LoadedExperiment experiment = Registered.Experiment(_problems);
        Assert.Null(Register(experiment, After(experiment)));
        Assert.Empty(_problems);
    }

    [Fact]
    public void Register_OfAnEditedClaim_IsRefusedAtItsVersion()
    {
        Registry registry = After(Registered.Experiment(_problems));
        Assert.Null(Register(Registered.Experiment(_problems, ("0.9", "0.8")), registry));
        Problem problem = Assert.Single(_problems);
        Assert.Equal(("REG004", "$.claims[0].version", 6), (problem.Finding.Code, problem.Path, problem.Line));
        Assert.Equal("'a/claim' was registered as version 1 on 2026-03-04, and is something else now: the claim, its process, architecture, data, training or seeds have changed.", problem.Finding.What);
        Assert.StartsWith("Bump \"version\", add an \"amendments\" entry saying what changed and why", problem.Finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Register_OfANewVersionWithAnAmendment_AddsIt()
    {
        Registry registry = After(Registered.Experiment(_problems));
        Assert.Equal(2, Register(Registered.Experiment(_problems, ("0.9", "0.8"), (Version, Amended)), registry)!.Version);
        Assert.Empty(_problems);
    }

    [Theory]
    [InlineData("\"version\": 2")]
    [InlineData("\"version\": 3, \"amendments\": [{ \"version\": 2, \"what\": \"a\", \"why\": \"b\" }]")]
    public void Register_OfANewVersionWithoutAnAmendment_IsRefused(string version)
    {
        Assert.Null(Register(Registered.Experiment(_problems, (Version, version)), Registry.Empty));
        Assert.Equal("REG005", Assert.Single(_problems).Finding.Code);
    }

    [Fact]
    public void Register_OfAVersionBelowTheLatest_IsRefused()
    {
        Registry registry = Registry.Empty.With([new RegistryEntry("a/claim", 2, "2026-01-01", new string('0', 64))]);
        Assert.Null(Register(Registered.Experiment(_problems), registry));
        Assert.Equal("Use a version above 2.", Assert.Single(_problems).Finding.Remedy);
    }

    // False support climbs from 2.5 % to some 10 % when seeds are added one by one until the claim holds.
    [Theory]
    [InlineData("[1, 2, 3, 4]", "REG008")]
    [InlineData("[9, 3, 2, 1]", "REG008")]
    [InlineData("[1, 2, 3]", null)]
    [InlineData("[4, 5, 6, 7]", null)]
    [InlineData("[1, 2]", null)]
    public void Register_OfANewVersionWithSeedsAdded_IsRefused(string seeds, string? code)
    {
        Registry registry = After(Registered.Experiment(_problems));

        Register(Registered.Experiment(_problems, ("[1, 2, 3]", seeds), (Version, Amended)), registry);

        Assert.Equal(code, _problems.SingleOrDefault()?.Finding.Code);
    }

    [Theory]
    [InlineData("exploratory")]
    [InlineData("retired")]
    public void Register_OfAClaimThatDoesNotGate_IsRefused(string status)
    {
        Assert.Null(Register(Registered.Experiment(_problems, ("\"registered\"", $"\"{status}\"")), Registry.Empty));
        Problem problem = Assert.Single(_problems);
        Assert.Equal(("REG003", $"The status of 'a/claim' is {status}."), (problem.Finding.Code, problem.Finding.What));
    }

    private static RegistryEntry? Register(LoadedExperiment experiment, Registry registry) => Registrar.Register(experiment, 0, registry, s_today, Registered.Format);

    private static Registry After(LoadedExperiment experiment) => Registry.Empty.With([Register(experiment, Registry.Empty)!]);
}
