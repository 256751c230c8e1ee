namespace Harness.Runner.Families;

/// <summary>Where a drawn model begins.</summary>
internal enum FirstState
{
    /// <summary>In its stationary law.</summary>
    Stationary,

    /// <summary>In any state, all equally probable.</summary>
    Uniform,
}
