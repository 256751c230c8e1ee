namespace Harness.Beliefs;

/// <summary>The size of a mixed-state presentation; where it is not closed, how many states were found before stopping.</summary>
/// <param name="Escape">The probability that <see cref="MixedStatePresentation.ManyTokens"/> tokens lead out of the states found.</param>
internal sealed record MixedStateCount(bool Closed, int Found, int Recurrent, double Escape = 0)
{
    public static MixedStateCount Of(MixedStatePresentation presentation) => new(
        presentation.Closed, presentation.Count, presentation.Recurrent.Count(recurrent => recurrent), presentation.Escape);

    /// <summary>Why there is no count where the presentation is not closed.</summary>
    public string? Reason => Closed ? null
        : FormattableString.Invariant($"infinite or unknown: {Found} mixed states were found without proof that there are no more");
}
