namespace Harness.Training;

/// <summary>A network's parameters part of the way through its training.</summary>
/// <param name="Step">Optimiser steps taken.</param>
/// <param name="Parameters">Flat, in the architecture's order.</param>
internal sealed record Checkpoint(int Step, float[] Parameters);
