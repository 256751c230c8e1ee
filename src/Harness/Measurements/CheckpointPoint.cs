namespace Harness.Measurements;

/// <summary>A measurement at one point of a training.</summary>
/// <param name="Step">Optimiser steps taken.</param>
/// <param name="LossNats">The exact mean loss over the trained contexts.</param>
/// <param name="Value">The measurement.</param>
/// <param name="Nulls">Those of its nulls that belong to the same network, by name.</param>
internal sealed record CheckpointPoint(int Step, double LossNats, Measured Value, IReadOnlyDictionary<string, Measured> Nulls)
{
    /// <summary>Reads a measurement of a network examined part of the way through its training.</summary>
    public static CheckpointPoint Of(int step, Measurement measure, Examination examination) => new(
        step, examination.Trained.Loss.MeanNats, measure.Measure(examination),
        measure.Nulls(examination).Where(entry => entry.Key is Measurement.Shuffled or Measurement.Permuted).ToDictionary());

    /// <summary>The measurement, or a null of it.</summary>
    public Measured Of(string? name) =>
        name is null ? Value : Nulls.TryGetValue(name, out Measured? value) ? value : Measured.Undefined($"'{name}' was not measured");
}
