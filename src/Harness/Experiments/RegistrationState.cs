namespace Harness.Experiments;

/// <summary>How a claim stands to the registry.</summary>
internal enum RegistrationState
{
    /// <summary>What runs is what was registered.</summary>
    Registered,

    /// <summary>This version was registered as something else.</summary>
    Changed,

    /// <summary>The registry does not have this version.</summary>
    Missing,

    /// <summary>There is no registry.</summary>
    NoRegistry,
}
