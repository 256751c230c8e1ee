using Harness.Claims;
using Harness.Experiments;
using Xunit;

namespace Harness.Tests.Experiments;

public sealed class RegistrationTests
{
    private static readonly LoadedExperiment s_experiment = Registered.Experiment([]);
    private static readonly Claim s_claim = s_experiment.Spec.Claims[0];
    private static readonly Registry s_registry = Registry.Empty.With([new RegistryEntry("a/claim", 1, "2026-01-02", "abc")]);

    [Fact]
    public void Of_TheClaimAsRegistered_HasNoCaution()
    {
        Registration registration = Registration.Of(s_claim, "abc", s_registry);
        Assert.Equal((RegistrationState.Registered, "2026-01-02"), (registration.State, registration.Date));
        Assert.Null(registration.Caution(s_claim));
    }

    [Fact]
    public void Of_AnEditedClaim_CautionsLoudly()
    {
        Registration registration = Registration.Of(s_claim, "abd", s_registry);
        Assert.Equal((RegistrationState.Changed, "abd"), (registration.State, registration.Sha256));
        Assert.StartsWith("NOT WHAT WAS REGISTERED: 'a/claim' was registered as version 1 on 2026-01-02", registration.Caution(s_claim), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AVersionThatIsNotThere_SaysHowToRegisterIt()
    {
        Registration registration = Registration.Of(s_claim with { Version = 2 }, "abc", s_registry);
        Assert.Equal((RegistrationState.Missing, null), (registration.State, registration.Date));
        Assert.EndsWith("Run: harness register a/claim", registration.Caution(s_claim), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AClaimWithoutRegistry_HasNoCaution()
    {
        Registration registration = Registration.Of(s_claim, "abc", null);
        Assert.Equal(RegistrationState.NoRegistry, registration.State);
        Assert.Null(registration.Caution(s_claim));
    }
}
