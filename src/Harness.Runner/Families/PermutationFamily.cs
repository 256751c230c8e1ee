using FsCheck;
using FsCheck.Fluent;
using Harness.Processes;
using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>One process under random permutations of its states and of its tokens: what a claim should not depend on.</summary>
/// <param name="Of">A hidden Markov model.</param>
[Kind("permutation")]
internal sealed record PermutationFamily(ProcessReference Of, bool States = true, bool Symbols = true) : ProcessGenerator
{
    public override string Law => $"{Of.Label} with {(States ? Symbols ? "states and tokens" : "states" : "tokens")} permuted";

    public override void Check(Scope at, FamilyContext context)
    {
        if (!States && !Symbols)
        {
            at.Report(FamilyProblems.Impossible("Nothing is permuted.", "Leave \"states\" or \"symbols\" out, so that one of them is true."));
        }
        context.Table(Of, at["of"]);
    }

    public override Gen<Draw> Draws(FamilyContext context)
    {
        HmmTable table = context.Table(Of, Scope.Root("family", null, []))!;
        return from states in Order(table.States.Count, States)
               from symbols in Order(table.Symbols.Count, Symbols)
               select (Draw)new PermutedDraw(table, states, symbols);
    }

    public override IEnumerable<Draw> Smaller(Draw draw, FamilyContext context) => draw is not PermutedDraw permuted ? [] : new[]
    {
        permuted with { States = Same(permuted.States.Count), Symbols = Same(permuted.Symbols.Count) },
        permuted with { States = Same(permuted.States.Count) },
        permuted with { Symbols = Same(permuted.Symbols.Count) },
    }.Where(simpler => simpler.IsSmallerThan(permuted));

    private static Gen<int[]> Order(int count, bool permuted) => permuted ? Gen.Shuffle(Same(count)) : Gen.Constant(Same(count));

    private static int[] Same(int count) => [.. Enumerable.Range(0, count)];
}
