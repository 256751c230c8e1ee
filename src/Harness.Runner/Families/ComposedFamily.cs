using FsCheck;
using FsCheck.Fluent;
using Harness.Processes;
using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>Processes composed of parts that are drawn independently, each from a law of its own.</summary>
internal abstract record ComposedFamily : ProcessGenerator
{
    private const int MostParts = 8;

    protected abstract string Kind { get; }

    /// <summary>The property of <see cref="Parts"/> in JSON.</summary>
    protected abstract string PartsName { get; }

    protected abstract IReadOnlyList<ProcessGenerator> Parts { get; }

    protected abstract LinearProcess Compose(IReadOnlyList<HiddenMarkovModel> parts);

    public override string Law => $"a {Kind} of ({string.Join("; ", Parts.Select(part => part.Law))})";

    public override void Check(Scope at, FamilyContext context)
    {
        if (Parts.Count is 0 or > MostParts)
        {
            at[PartsName].Report(FamilyProblems.Impossible(FormattableString.Invariant($"There are {Parts.Count} parts; between 1 and {MostParts} are composed."), "List two laws of processes."));
            return;
        }
        int before = at.Reports;
        for (int i = 0; i < Parts.Count; i++)
        {
            Parts[i].Check(at[PartsName][i], context);
        }
        // Parts that cannot be written out, and wholes that would be too large, show in any draw.
        if (at.Reports == before)
        {
            Whole([.. Parts.Select(part => part.Draws(context).Sample(1, new Rnd(1), 0).Single())], context, at);
        }
    }

    public override Gen<Draw> Draws(FamilyContext context) => Gen.CollectToArray(Parts, part => part.Draws(context))
        .Select(parts => (Draw)Whole(parts, context, Unreported)!);

    public override IEnumerable<Draw> Smaller(Draw draw, FamilyContext context) => draw is not PartsDraw composed ? [] :
        from i in Enumerable.Range(0, Parts.Count)
        from simpler in Parts[i].Smaller(composed.Parts[i], context)
        let whole = Whole([.. composed.Parts.Select((part, k) => k == i ? simpler : part)], context, Unreported)
        where whole is not null && whole.IsSmallerThan(draw)
        select whole;

    private static Scope Unreported => Scope.Root("family", null, []);

    private PartsDraw? Whole(IReadOnlyList<Draw> parts, FamilyContext context, Scope at)
    {
        List<HiddenMarkovModel> models = [];
        foreach (Draw part in parts)
        {
            if (context.Table(part, at) is not { } table || context.Model(table, at) is not { } model)
            {
                return null;
            }
            models.Add(model);
        }
        return FamilyContext.Table(Compose(models), at) is { } whole ? new PartsDraw(Kind, parts, whole) : null;
    }
}
