using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Harness.Activations;
using Harness.Beliefs;
using Harness.Measurements;
using Harness.Torch;

namespace Harness.Benchmarks.Jobs;

/// <summary>Every context of Mess3 to length 10 at four layers and their concatenation, probed over five folds, beside all rows and one least squares.</summary>
/// <remarks>What does not depend on the network, the contexts and their beliefs, is made once for all networks and is outside the time on both sides.</remarks>
internal sealed class ExactEvaluations
{
    private const double Tolerance = 1e-5;

    private static readonly Location s_concatenation = new("concat(blocks.*.hook_resid_post)");

    private readonly Workload _workload = Workload.Of(Mess3.Process, batch: 64, steps: 1000);
    private readonly ContextTable _contexts;

    public ExactEvaluations() => _contexts = new ContextTable(_workload.Task.Tree, MixedStatePresentation.Of(_workload.Process), Workload.Window);

    public static int Run(int rounds)
    {
        ExactEvaluations own = new();
        using PyTorchContender python = new(own._workload);
        JsonElement answer = python.Ask("evaluate");
        Capture first = own.Evaluate();
        double score = first.Scores(Key(s_concatenation, Fit.InSample)).Truth.RSquared.Value!.Value, theirs = answer.GetProperty("rSquared").GetDouble();
        double gap = first.Loss.GapNats, theirGap = answer.GetProperty("gap").GetDouble();
        if (!(Math.Abs(score - theirs) < Tolerance && Math.Abs(gap - theirGap) < Tolerance))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The two sides disagree: R² {score} and {theirs}, loss gap {gap} and {theirGap}."));
        }
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in-sample R² {score:F8} and {theirs:F8}, loss gap {gap:F8} and {theirGap:F8}"));
        PairedRuns.PrintHead("exact evaluation");
        PairedRuns.Run(
            rounds,
            ("Harness, 88,572 contexts, held out", () => RunTime.Of(() => own.Evaluate())),
            ("PyTorch, 59,049 × 10 rows, normal equations", () => Rows(python, "evaluate normal")),
            ("PyTorch, 59,049 × 10 rows, pivoted QR", () => Rows(python, "evaluate orthogonal"))).Print("mess3 to length 10", 1, "s");
        Console.WriteLine($"\nPeak memory of a fresh process: {Peak()} MB.");
        return 0;
    }

    /// <summary>One evaluation in this process; prints its peak.</summary>
    public static int Memory()
    {
        new ExactEvaluations().Evaluate();
        Console.WriteLine(ProcessMemory.Peak() / 1_000_000);
        return 0;
    }

    /// <summary>One network, evaluated and probed.</summary>
    public Capture Evaluate()
    {
        NativeRuntime.Enter();
        Location[] locations = [.. new Location("blocks.*.hook_resid_post").Expand(Workload.Network.Hooks), s_concatenation];
        CaptureRequest request = new(Workload.Network);
        foreach (Location location in locations)
        {
            request.Add(Key(location, Fit.HeldOut));
        }
        using INetwork network = Workload.Network.Load(_contexts.Tree, _workload.Task.Seed, _workload.Initial);
        Capture capture = Capture.Of(network, _contexts, TargetTable.Of(_contexts, _workload.Task.Seed, draws: 0), request, CancellationToken.None);
        foreach (Location location in locations)
        {
            _ = capture.Scores(Key(location, Fit.HeldOut));
        }
        return capture;
    }

    private static ProbeKey Key(Location location, Fit fit) => new(new CaptureKey(location, Weighting.Probability, ContextScope.All), fit: fit);

    // Without the words and their beliefs.
    private static RunTime Rows(PyTorchContender python, string command)
    {
        JsonElement answer = python.Ask(command);
        double theory = answer.GetProperty("theory").GetDouble();
        RunTime all = PyTorchContender.TimeOf(answer);
        return new RunTime(all.Processor - theory, all.Clock - (theory * all.Clock / all.Processor));
    }

    private static string Peak()
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["evaluation-memory"]) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd().Trim();
    }
}
