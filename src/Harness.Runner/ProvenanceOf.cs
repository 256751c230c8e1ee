using System.Reflection;
using System.Runtime.InteropServices;
using Harness.Experiments;
using Harness.Torch;

namespace Harness.Runner;

/// <summary>Where, when and by what a run was made, read from the process that made it.</summary>
internal static class ProvenanceOf
{
    public static Provenance Run(RunOutcome outcome, int index, int jobs, IReadOnlyList<string> arguments)
    {
        // Networks that were read from files were neither trained nor cached here.
        IReadOnlyList<ReplicateResult> replicates = outcome.Results[index].Plan.Spec.Model is null ? outcome.Results[index].Replicates : [];
        return new Provenance(
            typeof(Experiment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                [".NET"] = Environment.Version.ToString(),
                ["MathNet.Numerics"] = VersionOf(typeof(MathNet.Numerics.Constants)),
            },
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors",
            jobs,
            NativeRuntime.Fingerprint,
            outcome.StartedAt,
            outcome.Seconds[index],
            [.. replicates.Where(replicate => !replicate.Cached).Select(replicate => replicate.Seed)],
            [.. replicates.Where(replicate => replicate.Cached).Select(replicate => replicate.Seed)],
            arguments);
    }

    private static string VersionOf(Type type) => type.Assembly.GetName().Version!.ToString();
}
