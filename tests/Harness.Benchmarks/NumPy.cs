using System.Diagnostics;
using System.Globalization;

namespace Harness.Benchmarks;

/// <summary>The same job in NumPy, kept running in a process of its own on one core.</summary>
internal sealed class NumPy : IDisposable
{
    // Debian's own interpreter: another one on the path may lack NumPy.
    private const string Interpreter = "/usr/bin/python3";
    private readonly Process _process;

    public NumPy(string variant) => _process = Start(variant);

    /// <summary>Grows a tree once.</summary>
    /// <returns>Seconds of its processor time and by its clock, contexts, and a checksum of the last level.</returns>
    public (double Processor, double Clock, int Contexts, double Checksum) Grow(int depth)
    {
        _process.StandardInput.WriteLine(depth.ToString(CultureInfo.InvariantCulture));
        _process.StandardInput.Flush();
        string[] answer = (_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("NumPy gave no answer: run install.sh first.")).Split(' ');
        return (Number(answer[0]), Number(answer[1]), (int)Number(answer[2]), Number(answer[3]));
    }

    /// <summary>Bytes by which the peak of a fresh process grows for a tree, by contexts.</summary>
    public static double PeakPerContext(string variant, int depth)
    {
        using Process process = Start(variant, depth.ToString(CultureInfo.InvariantCulture));
        string[] answer = process.StandardOutput.ReadToEnd().Split(' ');
        return (Number(answer[1]) - Number(answer[2])) / Number(answer[0]);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new(Interpreter, [Path.Combine(AppContext.BaseDirectory, "belief_tree.py"), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (string threads in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS" })
        {
            start.Environment[threads] = "1";
        }
        return Process.Start(start)!;
    }
}
