using Harness.Activations;
using Harness.Claims;
using Harness.Experiments;
using Harness.Runner.Falsifying;
using Harness.Runner.Tests.Families;
using Harness.Testing;

namespace Harness.Runner.Tests.Falsifying;

/// <summary>Falsifications of planted networks and of theory.</summary>
internal static class Asked
{
    public const string Theory = """
        "measure": { "kind": "theory", "quantity": "next-token-determines-belief" }, "comparator": { "kind": "at-least", "threshold": 1 }, "interval": { "kind": "student-t" }
        """;

    public const string Probe = """
        "measure": { "kind": "affine-probe", "location": "ln_final" }, "comparator": { "kind": "at-least", "threshold": 0.5 }, "interval": { "kind": "student-t" }
        """;

    /// <param name="claim">Measure, comparator and interval, as JSON.</param>
    /// <param name="generator">Of the family, as JSON.</param>
    public static FalsifyRequest For(
        TemporaryFolder folder, string claim, string generator, ForAll budget, Architecture? architecture = null, int jobs = 2, string? cache = null, string training = "")
    {
        string path = folder.In($"{Guid.NewGuid():N}.json");
        File.WriteAllText(path, $$"""
            { "$schema": "../schema/experiment.schema.json", "schema": 1, "id": "asked", "title": "A test", "process": "rrxor",
              "architecture": { "kind": "planted", "dModel": 8 }, "data": { "window": 5, "batch": 8 }, {{training}} "seeds": [1, 2, 3],
              "claims": [{ "id": "asked/claim", "version": 1, "status": "registered", "tier": "full", "expect": "supported", "statement": "It holds.", {{claim}} }] }
            """);
        LoadedExperiment experiment = Assert.Single(SpecLoading.Load([path], Workspace(folder)).Experiments);
        experiment = architecture is null ? experiment : experiment with { Spec = experiment.Spec with { Architecture = architecture } };
        return new FalsifyRequest(experiment, experiment.Spec.Claims[0] with { ForAll = budget }, Laws.Read(generator, [])!, jobs, cache);
    }

    public static Task<Falsification> Run(FalsifyRequest request) => Run(request, new Observed(), TestContext.Current.CancellationToken);

    public static Task<Falsification> Run(FalsifyRequest request, Observed observer, CancellationToken cancellation) =>
        new Falsifier(request, new Workspace("/", Repository.Processes).Format, observer, TimeProvider.System).RunAsync(cancellation);

    private static Workspace Workspace(TemporaryFolder folder) => new(folder.Root, Repository.Processes);
}
