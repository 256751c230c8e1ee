using Harness.Activations;
using Harness.Measurements;
using Harness.Numerics;

namespace Harness.Tests.Measurements;

/// <summary>Networks with known representations, examined without a runner.</summary>
internal static class Examinations
{
    public static Location Final { get; } = new("ln_final");

    public static MeasureContext Context(string process, Architecture? architecture = null) =>
        new(architecture ?? new Planted(), Known.Contexts(process).Tree.Depth, Known.Contexts(process), Known.Theory(process));

    public static Examination Of(string process, Architecture architecture, Measurement measure, int seed = 1, int draws = 2) =>
        Of(Known.Contexts(process), Known.Theory(process), architecture, measure, seed, draws);

    public static Examination Of(ContextTable contexts, TheoryNulls theory, Architecture architecture, Measurement measure, int seed = 1, int draws = 2)
    {
        CaptureRequest request = new(architecture);
        measure.Request(request);
        return Of(contexts, theory, architecture, request, seed, draws);
    }

    /// <summary>Examined for several measurements at once.</summary>
    public static Examination Of(string process, Architecture architecture, CaptureRequest request, int seed = 1) =>
        Of(Known.Contexts(process), Known.Theory(process), architecture, request, seed, 2);

    private static Examination Of(ContextTable contexts, TheoryNulls theory, Architecture architecture, CaptureRequest request, int seed, int draws)
    {
        Seed root = new(seed);
        using INetwork before = architecture.Initialise(contexts.Tree, root), after = architecture.Load(contexts.Tree, root, []);
        return new Examination(contexts, theory, Run(after, draws), Run(before, 0));

        Capture Run(INetwork network, int destroyed) =>
            Capture.Of(network, contexts, TargetTable.Of(contexts, root, destroyed, request.Targets), request, CancellationToken.None);
    }
}
