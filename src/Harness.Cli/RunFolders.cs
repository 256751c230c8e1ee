using Harness.Experiments;
using Harness.Reports;
using Harness.Reports.Html;
using Harness.Runner;
using Harness.Specs;

namespace Harness.Cli;

/// <summary>Where each experiment of a run is written.</summary>
/// <remarks>Without --out each experiment has its own folder under runs/. With --out one experiment is written there, several into folders of their ids, with an index.</remarks>
internal sealed class RunFolders
{
    private readonly IReadOnlyList<string> _folders;
    private readonly string? _index;

    private RunFolders(IReadOnlyList<string> folders, string? index)
    {
        _folders = folders;
        _index = index;
    }

    /// <summary>The reports a person would open.</summary>
    public IReadOnlyList<string> Reports => _index is null ? [.. _folders.Select(folder => Path.Combine(folder, "report.html"))] : [Path.Combine(_index, "report.html")];

    /// <summary>What the networks of these experiments leave in their folders.</summary>
    /// <param name="activations">True to write activations beside the weights.</param>
    public ReplicateFiles Files(IReadOnlyList<ExperimentPlan> plans, bool activations) =>
        new(plans.SelectMany((plan, i) => plan.Arms.Select(arm => (arm.Value.Spec.Id, Folder: RunFolder.OfArm(_folders[i], arm.Key))).Prepend((plan.Spec.Id, Folder: _folders[i])))
            .ToDictionary(entry => entry.Id, entry => entry.Folder), activations);

    public static RunFolders For(IReadOnlyList<ExperimentPlan> plans, string? asked, Surroundings surroundings, Arguments arguments)
    {
        string? whole = asked is null ? null : Path.GetFullPath(asked, surroundings.Workspace.CurrentFolder);
        string[] folders = [.. plans.Select(plan => whole is null
            ? Path.Combine(surroundings.Workspace.Runs, RunFolder.DefaultName(plan, surroundings.Workspace.Format))
            : plans.Count == 1 ? whole : Path.Combine(whole, plan.Spec.Id))];
        foreach (string folder in folders.Concat(whole is null ? [] : [whole]).Distinct().Where(folder => File.Exists(folder) || !RunFolder.IsOurs(folder)))
        {
            arguments.At["out"].Report(Problems.Inconsistent(
                $"'{surroundings.Workspace.Shown(folder)}' is not empty and was not written by harness run.", "Name another folder with --out, or remove this one yourself."));
        }
        return new RunFolders(folders, plans.Count > 1 ? whole : null);
    }

    public void Write(IReadOnlyList<ExperimentResult> results, IReadOnlyList<ReportModel> models, SpecFormat format, IReadOnlyList<string> log, bool activations)
    {
        for (int i = 0; i < results.Count; i++)
        {
            RunFolder.Write(_folders[i], results[i], models[i], format, log, activations);
        }
        if (_index is not null)
        {
            RunFolder.Claim(_index);
            File.WriteAllText(Path.Combine(_index, "report.html"), HtmlIndex.Write(models));
        }
    }
}
