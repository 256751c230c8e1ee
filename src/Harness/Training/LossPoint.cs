namespace Harness.Training;

/// <summary>The training loss around a step, in nats per predicted token.</summary>
internal sealed record LossPoint(int Step, double LossNats);
