using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The entropy rate h = lim h_ℓ of the stationary process, in nats per token, enclosed.</summary>
/// <param name="Value">The best number to quote; within the bounds.</param>
/// <param name="Lower">Null where only an upper bound is known.</param>
/// <param name="Method">How it was found.</param>
/// <param name="LowerReason">Why there is no lower bound; null where there is one.</param>
/// <remarks>
/// Unifilar: h = Σ_s π_s H[token | s]. Finitely many mixed states: the long-run average of H[P(·|η)]. Several components: h = Σ w h_c. Otherwise the
/// bounds of <see cref="EntropyRateBounds"/>, or where beliefs are not vectors of one model the entropy after contexts that can be followed.
/// </remarks>
internal sealed record EntropyRate(double Value, double? Lower, double Upper, string Method, string? LowerReason = null)
{
    public const string Generalised = "unknown: the states of a generalised model are not hidden values, and no other lower bound is computed";
    private const string NotOneModel = "unknown: beliefs are not vectors of one hidden Markov model";
    private const int MostBeliefs = 200_000;
    private const int LongestContext = 1000;

    /// <summary>True where a closed form gives it, false where it is only enclosed.</summary>
    public bool IsExact => Lower >= Upper;

    /// <param name="presentation">From the stationary start.</param>
    public static EntropyRate Nats(GenerativeProcess process, MixedStatePresentation presentation, int degree = 1)
    {
        if (process is HiddenMarkovModel { IsUnifilar: true } unifilar)
        {
            return Exactly(EntropyRateBounds.KnownStateNats(unifilar), "unifilar");
        }
        if (presentation.Closed)
        {
            BeliefChain chain = new(presentation);
            if (chain.LongRun() is { } longRun)
            {
                return Exactly(chain.NextTokenEntropyNats(longRun), "mixed-states");
            }
        }
        return process is HiddenMarkovModel model ? Nats(model, degree) : LongContexts(process);
    }

    /// <summary>h = Σ w h_c of components that have lower bounds.</summary>
    public static EntropyRate Mixture(IReadOnlyList<(double Weight, EntropyRate Rate)> components) => new(
        components.Sum(part => part.Weight * part.Rate.Value), components.Sum(part => part.Weight * part.Rate.Lower), components.Sum(part => part.Weight * part.Rate.Upper),
        "components: " + string.Join(", ", components.Select(part => part.Rate.Method).Distinct()));

    private static EntropyRate Nats(HiddenMarkovModel process, int degree)
    {
        IReadOnlyList<ErgodicComponent> components = process.Kind == ProcessKind.Hmm ? ErgodicComponent.Of(process) : [];
        if (components.Count > 1)
        {
            return Mixture([.. components.Select(component => (component.Weight, Nats(component.Process, MixedStatePresentation.Of(component.Process), degree)))]);
        }
        EntropyRateBounds bounds = EntropyRateBounds.Of(process, degree: degree);
        return new EntropyRate(bounds.Value, bounds.Lower, bounds.Upper,
            FormattableString.Invariant($"bounds from {bounds.Memories} memories and {bounds.Tokens} more tokens"), bounds.Lower is null ? Generalised : null);
    }

    private static EntropyRate LongContexts(GenerativeProcess process)
    {
        BeliefLevel level = BeliefLevel.Start(process.StartingFrom([.. process.Stationary]));
        while (level.Length < LongestContext && level.MostNext <= MostBeliefs)
        {
            level = level.Next();
        }
        double upper = ContextEntropies.NextTokenNatsAt(level);
        return new EntropyRate(upper, null, upper, FormattableString.Invariant($"contexts of {level.Length} tokens"), NotOneModel);
    }

    private static EntropyRate Exactly(double value, string method) => new(value, value, value, method);
}
