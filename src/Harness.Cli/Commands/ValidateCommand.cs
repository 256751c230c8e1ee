using System.CommandLine;
using Harness.Experiments;
using Harness.Reports;
using Harness.Runner;

namespace Harness.Cli.Commands;

/// <summary><c>harness validate</c>: every problem of every file.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        Argument<string[]> paths = new("path") { Description = "Spec files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        Command command = new("validate", "Report every problem of every spec, with file, line, column and remedy.") { paths };
        command.SetAction(parsed =>
        {
            Output output = CommonOptions.Output(parsed);
            (IReadOnlyList<LoadedExperiment> experiments, int processes, int families) = SpecLoading.LoadAll(parsed.GetValue(paths)!, Surroundings.Read().Workspace);
            if (experiments.Count + processes + families == 0)
            {
                output.Error("No specs there: a spec is a .json file that names its $schema.");
                return ExitCode.NothingSelected;
            }
            Output.Result(FormattableString.Invariant(
                $"{Wording.Plural(experiments.Count, "experiment")} with {Wording.Plural(experiments.Sum(e => e.Spec.Claims.Count), "claim")}, {Wording.Plural(processes, "process", "processes")}{(families == 0 ? "" : ", " + Wording.Plural(families, "family", "families"))}: no problems."));
            return ExitCode.AsExpected;
        });
        return command;
    }
}
