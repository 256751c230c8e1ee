namespace Harness.Measurements;

/// <summary>Which contexts are pooled.</summary>
internal enum ContextScope
{
    /// <summary>Those whose prediction was trained.</summary>
    Trained,

    /// <summary>All of length 1..window; differs only where the last position is never trained.</summary>
    All,
}
