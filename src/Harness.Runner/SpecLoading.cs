using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Experiments;
using Harness.Processes;
using Harness.Runner.Families;
using Harness.Specs;

namespace Harness.Runner;

/// <summary>Reads everything that paths name and checks it all, before anything else happens.</summary>
internal static class SpecLoading
{
    /// <summary>The experiments among the specs; processes and families among them are checked too.</summary>
    /// <param name="made">Experiments that no file holds: they follow those of the paths.</param>
    /// <exception cref="SpecException">Anything is wrong with any of them.</exception>
    public static (IReadOnlyList<LoadedExperiment> Experiments, int Processes) Load(IEnumerable<string> paths, Workspace workspace, params IEnumerable<MadeExperiment> made)
    {
        (IReadOnlyList<LoadedExperiment> experiments, int processes, _) = LoadAll(paths, workspace, made);
        return (experiments, processes);
    }

    /// <summary>The same with the families counted.</summary>
    /// <exception cref="SpecException">Anything is wrong with any of them.</exception>
    public static (IReadOnlyList<LoadedExperiment> Experiments, int Processes, int Families) LoadAll(IEnumerable<string> paths, Workspace workspace, params IEnumerable<MadeExperiment> made)
    {
        List<Problem> problems = [];
        IReadOnlyList<SpecFile> files = SpecDiscovery.Find(paths, workspace.CurrentFolder, problems);
        ProcessLibrary library = workspace.Library(problems);
        FamilyLibrary families = workspace.Families(library, problems);
        ExperimentLoader loader = new(workspace.Format, library);
        List<LoadedExperiment> experiments = [];
        int processes = 0, known = 0;
        foreach (SpecFile file in files)
        {
            if (file.Kind == SpecKind.Process)
            {
                processes++;
                if (library.Load(file.Root, file.Folder) is { } process)
                {
                    library.Check(process);
                }
            }
            else if (file.Kind == SpecKind.Family)
            {
                known++;
                families.Load(file.Path);
            }
            else if (loader.Load(file) is { } experiment)
            {
                experiments.Add(WithFamilies(experiment, file, families, workspace.Format));
            }
        }
        foreach (MadeExperiment experiment in made)
        {
            ProcessLibrary own = library.With([.. experiment.Processes.Select(process => process.In(workspace, SpecKind.Process, problems))]);
            SpecFile file = experiment.Spec.In(workspace, SpecKind.Experiment, problems);
            if (new ExperimentLoader(workspace.Format, own).Load(file) is { } loaded)
            {
                experiments.Add(WithFamilies(loaded, file, families, workspace.Format));
            }
        }
        ReportSharedIds(experiments);
        return problems.Count == 0 ? (experiments, processes, known) : throw new SpecException(Ordered(problems));
    }

    private static LoadedExperiment WithFamilies(LoadedExperiment experiment, SpecFile file, FamilyLibrary families, SpecFormat format)
    {
        Dictionary<string, JsonNode> found = new(StringComparer.Ordinal);
        for (int i = 0; i < experiment.Spec.Claims.Count; i++)
        {
            if (experiment.Spec.Claims[i].ForAll is { } forAll && families.Find(forAll.Over, file.Folder, experiment.At["claims"][i]["forAll"]["over"]) is { } family)
            {
                found[forAll.Over] = JsonSerializer.SerializeToNode(family.File.Generator, format.Options)!;
            }
        }
        return experiment with { Families = found };
    }

    private static void ReportSharedIds(List<LoadedExperiment> experiments)
    {
        foreach (IGrouping<string, LoadedExperiment> same in experiments.GroupBy(experiment => experiment.Spec.Id).Where(group => group.Count() > 1))
        {
            same.Last().At["id"].Report(Problems.Duplicate("experiment id", $"'{same.Key}' (also in {same.First().At["id"].Place})"));
        }
        foreach (IGrouping<string, (LoadedExperiment Experiment, int Index)> same in experiments
            .SelectMany(experiment => experiment.Spec.Claims.Select((_, i) => (experiment, i)))
            .GroupBy(claim => claim.experiment.Spec.Claims[claim.i].Id).Where(group => group.Select(claim => claim.experiment.At).Distinct().Count() > 1))
        {
            (LoadedExperiment experiment, int index) = same.Last();
            experiment.At["claims"][index]["id"].Report(Problems.Duplicate("claim id", $"'{same.Key}' (also in {same.First().Experiment.At["claims"][same.First().Index]["id"].Place})"));
        }
    }

    private static List<Problem> Ordered(List<Problem> problems) =>
        [.. problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)];
}
