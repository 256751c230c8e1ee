using System.Globalization;
using System.Text.Json;

namespace Harness.Benchmarks.Jobs;

/// <summary>The same in PyTorch, eager, in a process of its own: <c>peers/transformer.py</c>.</summary>
internal sealed class PyTorchContender : Contender
{
    private readonly string _folder = Directory.CreateTempSubdirectory("harness-peer-").FullName;
    private readonly PythonProcess _process;

    public PyTorchContender(Workload workload)
    {
        workload.Export(_folder);
        _process = new PythonProcess("transformer.py", _folder);
    }

    public override string Name => "PyTorch eager";

    public override (RunTime Time, IReadOnlyList<double> Losses) Steps(int first, int count)
    {
        JsonElement answer = Ask(string.Create(CultureInfo.InvariantCulture, $"step {first} {count}"));
        return (TimeOf(answer), [.. answer.GetProperty("losses").EnumerateArray().Select(loss => loss.GetDouble())]);
    }

    public JsonElement Ask(string command) => JsonDocument.Parse(_process.Ask(command)).RootElement;

    public static RunTime TimeOf(JsonElement answer) => new(answer.GetProperty("processor").GetDouble(), answer.GetProperty("clock").GetDouble());

    public override void Dispose()
    {
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
