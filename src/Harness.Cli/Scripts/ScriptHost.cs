using Harness.Runner;
using Harness.Specs;

namespace Harness.Cli.Scripts;

/// <summary>Evaluates scripts in this process, one after the other in one session, and takes the experiments that they define.</summary>
internal static class ScriptHost
{
    /// <summary>What the scripts' public top-level values hold, in the order in which they are defined.</summary>
    /// <exception cref="SpecException">A script cannot be compiled, ends with an exception, or makes no experiment.</exception>
    public static IReadOnlyList<MadeExperiment> Experiments(IReadOnlyList<string> scripts, Workspace workspace)
    {
        // What a script prints is no result of the command.
        TextWriter output = Console.Out;
        Console.SetOut(Console.Error);
        try
        {
            using ScriptSession session = new();
            List<MadeExperiment> experiments = [];
            foreach (string script in scripts.Select(path => Path.GetFullPath(path, workspace.CurrentFolder)).Distinct(StringComparer.Ordinal))
            {
                IReadOnlyList<Scripting.Experiment> made = ScriptValues.Experiments(session.Evaluate(script, workspace));
                if (made.Count == 0)
                {
                    string shown = workspace.Shown(script);
                    throw new SpecException([new Problem(shown, 1, 1, "$", Problems.NoExperiments(shown))]);
                }
                experiments.AddRange(made.Select(experiment => experiment.Made));
            }
            return experiments;
        }
        finally
        {
            Console.SetOut(output);
        }
    }
}
