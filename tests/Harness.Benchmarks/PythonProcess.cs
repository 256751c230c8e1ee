using System.Diagnostics;

namespace Harness.Benchmarks;

/// <summary>A script of <c>peers/</c> in a process of its own on one thread: a line in, a line out.</summary>
internal sealed class PythonProcess : IDisposable
{
    // Debian's own interpreter: another one on the path may lack the packages.
    private const string Interpreter = "/usr/bin/python3";
    private readonly Process _process;

    public PythonProcess(string script, params string[] arguments)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "peers"), unpacked = Path.Combine(folder, "root", "usr");
        ProcessStartInfo start = new(Interpreter, [Path.Combine(folder, script), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (string threads in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS" })
        {
            start.Environment[threads] = "1";
        }
        if (Directory.Exists(unpacked))
        {
            string libraries = Path.Combine(unpacked, "lib", "x86_64-linux-gnu");
            start.Environment["PYTHONPATH"] = Path.Combine(unpacked, "lib", "python3", "dist-packages");
            start.Environment["LD_LIBRARY_PATH"] = $"{Path.Combine(libraries, "openblas-pthread")}:{libraries}";
        }
        _process = Process.Start(start)!;
    }

    public string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Python gave no answer: run install-peers.sh first.");
    }

    /// <summary>Everything that it prints until it ends.</summary>
    public string ReadToEnd() => _process.StandardOutput.ReadToEnd();

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
