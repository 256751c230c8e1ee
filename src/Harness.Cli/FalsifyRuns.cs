using Harness.Reports;
using Harness.Runner.Falsifying;
using Harness.Specs;

namespace Harness.Cli;

/// <summary>Runs a falsification and leaves its folder behind.</summary>
internal static class FalsifyRuns
{
    /// <summary>Where it is written; reported when that is somebody else's.</summary>
    public static string Folder(FalsifyRequest request, string? asked, Surroundings surroundings, Arguments arguments)
    {
        string folder = asked is null
            ? Path.Combine(surroundings.Workspace.Runs, FalsificationFolder.DefaultName(request, surroundings.Workspace.Format))
            : Path.GetFullPath(asked, surroundings.Workspace.CurrentFolder);
        if (File.Exists(folder) || !Runner.RunFolder.IsOurs(folder))
        {
            arguments.At["out"].Report(Problems.Inconsistent(
                $"'{surroundings.Workspace.Shown(folder)}' is not empty and was not written by harness.", "Name another folder with --out, or remove this one yourself."));
        }
        return folder;
    }

    public static async Task<Falsification> RunAsync(FalsifyRequest request, string folder, Output output, Surroundings surroundings, CancellationToken cancellation)
    {
        FalsifyObserver observer = new(output);
        Falsification falsification = await new Falsifier(request, surroundings.Workspace.Format, observer, TimeProvider.System).RunAsync(cancellation).ConfigureAwait(false);
        FalsificationFolder.Write(folder, falsification, observer.Lines);
        output.Note(FormattableString.Invariant($"{Wording.Plural(falsification.Counts.Drawn, "process", "processes")} in {falsification.Seconds:F0} s: {surroundings.Workspace.Shown(folder)}"));
        if (falsification.Counterexample is not null)
        {
            output.Note($"counterexample: {surroundings.Workspace.Shown(Path.Combine(folder, FalsificationFolder.CounterexampleName))}");
        }
        return falsification;
    }
}
