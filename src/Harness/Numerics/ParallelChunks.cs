namespace Harness.Numerics;

/// <summary>Independent pieces of one job, on as many threads as the caller allows.</summary>
/// <remarks>
/// The pieces are numbered and each writes to a place of its own, so that the result does not depend on how many threads there are or which
/// of them is first. The degree always comes from the caller: nothing here asks the machine.
/// </remarks>
internal static class ParallelChunks
{
    /// <summary>Runs the body for 0..chunks−1.</summary>
    /// <param name="degree">The most threads; 1 stays on the caller's.</param>
    /// <param name="workspace">Makes what a thread keeps from one piece to the next.</param>
    public static void Run<T>(int chunks, int degree, Func<T> workspace, Action<int, T> body)
    {
        if (degree <= 1 || chunks <= 1)
        {
            T own = workspace();
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                body(chunk, own);
            }
            return;
        }
        Parallel.For(0, chunks, new ParallelOptions { MaxDegreeOfParallelism = degree }, workspace, (chunk, _, own) =>
        {
            body(chunk, own);
            return own;
        }, _ => { });
    }
}
