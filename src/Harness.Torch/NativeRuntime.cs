using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp;

namespace Harness.Torch;

/// <summary>Prepares the native tensor library: fixes its CPU path before it loads, loads it, and keeps it on one thread.</summary>
/// <remarks>
/// Public because scripts call <see cref="Enter"/> before they use the library.
/// The bits of a training depend on the instruction set and the number of threads that libtorch and MKL pick. Both read the native
/// environment once, when they load, so the settings are made with libc's setenv: the managed environment never reaches them.
/// </remarks>
public static partial class NativeRuntime
{
    private const string Library = "LibTorchSharp";

    private static readonly KeyValuePair<string, string>[] Settings =
    [
        new("ATEN_CPU_CAPABILITY", Avx2.IsSupported ? "avx2" : "default"),
        new("MKL_CBWR", Avx2.IsSupported ? "AVX2" : "COMPATIBLE"),
        new("MKL_NUM_THREADS", "1"),
        new("OMP_NUM_THREADS", "1"),
    ];

    private static readonly Lazy<bool> Loaded = new(Load);

    /// <summary>What decides the bits besides this code: package version, architecture and CPU path. Needs no native library.</summary>
    public static string Fingerprint { get; } = string.Join("; ", [
        $"TorchSharp {PackageVersion()}",
        $"{RuntimeInformation.RuntimeIdentifier}",
        .. Settings.Select(setting => $"{setting.Key}={setting.Value}")]);

    /// <summary>To be called on a thread before it computes; the first call loads the library.</summary>
    public static void Enter()
    {
        _ = Loaded.Value;
        // OpenMP keeps its number of threads for each calling thread.
        torch.set_num_threads(1);
    }

    private static bool Load()
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach ((string name, string value) in Settings)
            {
                _ = SetNativeVariable(name, value, overwrite: 1);
            }
        }
        try
        {
            LoadLibrary();
            // The first call into TorchSharp resolves everything else that it needs.
            torch.set_num_threads(1);
            return true;
        }
        catch (Exception error) when (error is DllNotFoundException or TypeInitializationException or NotSupportedException or BadImageFormatException)
        {
            throw new NativeRuntimeException(Explain(error), error);
        }
    }

    // A host without a dependency file, such as fsi, does not look into runtimes/ beside the assembly.
    private static void LoadLibrary()
    {
        try
        {
            _ = NativeLibrary.Load(Library, typeof(torch).Assembly, null);
        }
        catch (DllNotFoundException)
        {
            string? beside = Candidates().FirstOrDefault(File.Exists);
            if (beside is null)
            {
                throw;
            }
            _ = NativeLibrary.Load(beside);
        }
    }

    private static IEnumerable<string> Candidates()
    {
        string file = OperatingSystem.IsWindows() ? $"{Library}.dll" : OperatingSystem.IsMacOS() ? $"lib{Library}.dylib" : $"lib{Library}.so";
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        string platform = $"{system}-{(RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64")}";
        foreach (string assembly in new[] { typeof(NativeRuntime).Assembly.Location, typeof(torch).Assembly.Location })
        {
            if (Path.GetDirectoryName(assembly) is { Length: > 0 } folder)
            {
                yield return Path.Combine(folder, "runtimes", platform, "native", file);
                yield return Path.Combine(folder, file);
            }
        }
    }

    /// <summary>What is wrong and what to do about it.</summary>
    public static string Explain(Exception error)
    {
        string detail = error is TypeInitializationException { InnerException: { } inner } ? inner.Message : error.Message;
        string remedy = detail.Contains("GLIBCXX", StringComparison.Ordinal)
            ? "The system's libstdc++ is older than the library asks for, and this copy lacks the build-time fix of src/Harness.Torch/NativeLibraries.targets. "
              + "Build the repository with 'dotnet build -c Release' and run what that build put into bin/, or install libstdc++ of GCC 13 or later."
            : "Build the repository with 'dotnet build -c Release' and run what that build put into bin/: it holds the native libraries of TorchSharp-cpu "
              + "under runtimes/. If they are there, this platform may lack one of their own dependencies (libstdc++, libgomp).";
        return $"The native tensor library ({Library}, {Fingerprint}) cannot be loaded: {detail.Trim()}\n{remedy}";
    }

    private static string PackageVersion()
    {
        Assembly assembly = typeof(torch).Assembly;
        string version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? $"{assembly.GetName().Version}";
        return version.Split('+')[0];
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNativeVariable(string name, string value, int overwrite);
}
