using System.CommandLine;
using Harness.Experiments;
using Harness.Runner;
using Harness.Specs;

namespace Harness.Cli.Commands;

/// <summary><c>harness register</c>: what a claim is, from this day on.</summary>
internal static class RegisterCommand
{
    public static Command Create()
    {
        Argument<string[]> claims = new("claim-id") { Description = "Claims to register, by id.", Arity = ArgumentArity.OneOrMore };
        Option<string[]> specs = new("--specs") { Description = "Specs or folders that hold the claims; spec/experiments by default, else the current folder.", AllowMultipleArgumentsPerToken = true };
        Command command = new("register", "Write version, day and hash of claims to golden/registry.json, which only grows. Refused when CI is set.") { claims, specs };
        command.SetAction(parsed => Register(parsed.GetValue(claims)!, parsed.GetValue(specs) ?? [], Surroundings.Read()));
        return command;
    }

    private static int Register(string[] ids, string[] specs, Surroundings surroundings)
    {
        Arguments arguments = new();
        if (surroundings.IsContinuousIntegration)
        {
            arguments.At.Report(RegistryProblems.OnABuildServer());
        }
        arguments.ThrowIfAny();
        Workspace workspace = surroundings.Workspace;
        (IReadOnlyList<LoadedExperiment> experiments, _) = SpecLoading.Load(specs.Length > 0 ? specs : [workspace.UsualSpecs], workspace);
        Dictionary<string, (LoadedExperiment Experiment, int Index)> claims = experiments
            .SelectMany(experiment => experiment.Spec.Claims.Select((claim, i) => (claim.Id, experiment, i)))
            .ToDictionary(claim => claim.Id, claim => (claim.experiment, claim.i), StringComparer.Ordinal);
        Dictionary<string, RegistryFile> files = new(StringComparer.Ordinal);
        List<(string Id, RegistryFile File, RegistryEntry? Entry)> asked = [];
        foreach (string id in ids.Distinct(StringComparer.Ordinal))
        {
            if (!claims.TryGetValue(id, out (LoadedExperiment Experiment, int Index) found))
            {
                arguments.At["claim-id"].Report(RegistryProblems.UnknownClaim(id, claims.Keys));
                continue;
            }
            RegistryFile file = RegistryFile.Of(found.Experiment.File, workspace, arguments.Problems);
            file = files.TryAdd(file.Path, file) ? file : files[file.Path];
            asked.Add((id, file, Registrar.Register(found.Experiment, found.Index, file.Registry, surroundings.Today, workspace.Format)));
        }
        List<Problem> problems = [.. arguments.Problems.Concat(experiments.SelectMany(experiment => experiment.At.Reported)).Distinct()];
        if (problems.Count > 0)
        {
            throw new SpecException(problems);
        }
        foreach (IGrouping<RegistryFile, RegistryEntry> added in asked.Where(claim => claim.Entry is not null).GroupBy(claim => claim.File, claim => claim.Entry!))
        {
            added.Key.Write(added.Key.Registry.With(added), workspace.Format);
        }
        foreach ((string id, RegistryFile file, RegistryEntry? entry) in asked)
        {
            Output.Result(Line(id, claims[id].Experiment.Spec.Claims[claims[id].Index].Version, entry, workspace.Shown(file.Path)));
        }
        return ExitCode.AsExpected;
    }

    private static string Line(string id, int version, RegistryEntry? entry, string file) => entry is null
        ? FormattableString.Invariant($"{id} v{version} is registered already, just as it stands: nothing to do")
        : FormattableString.Invariant($"registered {id} v{version} in {file}, {entry.Date}, sha256 {entry.Sha256}");
}
