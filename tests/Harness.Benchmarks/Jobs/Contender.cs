namespace Harness.Benchmarks.Jobs;

/// <summary>Somebody who can train the same network on the same batches.</summary>
internal abstract class Contender : IDisposable
{
    public abstract string Name { get; }

    /// <summary>Takes optimiser steps on prepared batches, in turn from one on.</summary>
    /// <returns>The time it took and the loss of each step before its update.</returns>
    public abstract (RunTime Time, IReadOnlyList<double> Losses) Steps(int first, int count);

    public abstract void Dispose();
}
