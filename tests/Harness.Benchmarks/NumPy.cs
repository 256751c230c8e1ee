using System.Globalization;

namespace Harness.Benchmarks;

/// <summary>The belief tree in NumPy, kept running in a process of its own on one core.</summary>
internal sealed class NumPy(string variant) : IDisposable
{
    private const string Script = "belief_tree.py";
    private readonly PythonProcess _process = new(Script, variant);

    /// <summary>Grows a tree once.</summary>
    /// <returns>Seconds of its processor time and by its clock, contexts, and a checksum of the last level.</returns>
    public (double Processor, double Clock, int Contexts, double Checksum) Grow(int depth)
    {
        string[] answer = _process.Ask(depth.ToString(CultureInfo.InvariantCulture)).Split(' ');
        return (Number(answer[0]), Number(answer[1]), (int)Number(answer[2]), Number(answer[3]));
    }

    /// <summary>Bytes by which the peak of a fresh process grows for a tree, by contexts.</summary>
    public static double PeakPerContext(string variant, int depth)
    {
        using PythonProcess process = new(Script, variant, depth.ToString(CultureInfo.InvariantCulture));
        string[] answer = process.ReadToEnd().Split(' ');
        return (Number(answer[1]) - Number(answer[2])) / Number(answer[0]);
    }

    public void Dispose() => _process.Dispose();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
