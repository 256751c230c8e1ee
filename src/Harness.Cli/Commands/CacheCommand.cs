using System.CommandLine;
using Harness.Experiments;
using Harness.Reports;
using Harness.Runner;

namespace Harness.Cli.Commands;

/// <summary><c>harness cache</c>: how much the trained networks take, and how to be rid of them.</summary>
internal static class CacheCommand
{
    private const double Mebibyte = 1024 * 1024;

    public static Command Create()
    {
        Command size = new("size", "How many trained networks are kept, and how much room they take.");
        size.SetAction(_ =>
        {
            (string folder, string shown) = Folder();
            Output.Result($"{shown}: {Words(CacheFolder.Size(folder))}");
            return ExitCode.AsExpected;
        });
        Command clean = new("clean", "Remove every trained network that is not in use; they are trained again when they are needed.");
        clean.SetAction(_ =>
        {
            (string folder, string shown) = Folder();
            CacheSize before = CacheFolder.Size(folder);
            int busy = CacheFolder.Clean(folder);
            Output.Result($"{shown}: {Words(before)} removed{(busy > 0 ? $", but for {Wording.Plural(busy, "network")} in use" : "")}");
            return ExitCode.AsExpected;
        });
        return new Command("cache", "The trained networks that are kept under runs/.cache.") { size, clean };
    }

    private static (string Folder, string Shown) Folder()
    {
        Workspace workspace = Surroundings.Read().Workspace;
        return (workspace.Cache, workspace.Shown(workspace.Cache));
    }

    private static string Words(CacheSize size) => FormattableString.Invariant(
        $"{Wording.Plural(size.Networks, "network")}, {Wording.Plural(size.Examinations, "examination")}, {size.Bytes / Mebibyte:F1} MiB");
}
