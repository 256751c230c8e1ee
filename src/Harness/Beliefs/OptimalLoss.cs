namespace Harness.Beliefs;

/// <summary>The least mean cross-entropy, in nats per token, when contexts of all lengths from shortest to longest count equally.</summary>
internal sealed record OptimalLoss(int Shortest, int Longest, double MeanNats);
