using static TorchSharp.torch;

namespace Harness.Torch.Tests;

public sealed class NativeRuntimeTests
{
    [Fact]
    public void Enter_OnThisMachine_LoadsTheLibraryAndKeepsItOnOneThread()
    {
        NativeRuntime.Enter();
        using Tensor sum = ones(3, 3).sum();
        Assert.Equal(9, sum.item<float>());
        Assert.Equal(1, get_num_threads());
    }

    [Fact]
    public void Fingerprint_NamesVersionAndCpuPath()
    {
        Assert.Matches(@"^TorchSharp 0\.\d+\.\d+; .*ATEN_CPU_CAPABILITY=\w+; MKL_CBWR=\w+; MKL_NUM_THREADS=1; OMP_NUM_THREADS=1$", NativeRuntime.Fingerprint);
    }

    [Theory]
    [InlineData("/lib/libstdc++.so.6: version `GLIBCXX_3.4.32' not found", "libstdc++ is older")]
    [InlineData("libLibTorchSharp.so: cannot open shared object file", "runtimes/")]
    public void Explain_LibraryThatDoesNotLoad_SaysWhatIsWrongAndWhatToDo(string detail, string expected)
    {
        string message = NativeRuntime.Explain(new TypeInitializationException("torch", new DllNotFoundException(detail)));
        Assert.Contains(detail, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains("dotnet build -c Release", message, StringComparison.Ordinal);
    }
}
