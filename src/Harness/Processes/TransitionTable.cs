using Harness.Specs;

namespace Harness.Processes;

/// <summary>Fills the matrices of a process with numbers and normalises them.</summary>
internal static class TransitionTable
{
    /// <returns>One row-major S×S matrix for each symbol, in the order of the symbols; NaN in cells whose problem has been reported.</returns>
    public static double[][] Fill(FamilyMember member)
    {
        int states = member.States.Count;
        double[][] matrices = [.. member.Symbols.Names.Select(_ => new double[states * states])];
        if (member.File.Transitions.Edges is { } edges)
        {
            for (int i = 0; i < edges.Count; i++)
            {
                Fill(matrices, member, edges[i], member.At["transitions"][i]);
            }
        }
        else
        {
            for (int symbol = 0; symbol < matrices.Length; symbol++)
            {
                Fill(matrices[symbol], member, member.Symbols.Names[symbol]);
            }
        }
        return matrices;
    }

    /// <summary>Σ_z T⁽ᶻ⁾.</summary>
    public static double[] Sum(double[][] matrices)
    {
        double[] chain = new double[matrices[0].Length];
        foreach (double[] matrix in matrices)
        {
            for (int cell = 0; cell < chain.Length; cell++)
            {
                chain[cell] += matrix[cell];
            }
        }
        return chain;
    }

    /// <summary>Divides each row by the total weight of leaving its state.</summary>
    public static void NormalizeRows(FamilyMember member, double[][] matrices)
    {
        int states = member.States.Count;
        double[] chain = Sum(matrices);
        for (int state = 0; state < states; state++)
        {
            double total = chain.AsSpan(state * states, states).ToArray().Sum();
            if (!(total > 0 && double.IsFinite(total)))
            {
                member.States.Place(state).Report(Problems.RowWithoutWeight(member.States.Names[state], total, member.Given));
                continue;
            }
            foreach (double[] matrix in matrices)
            {
                foreach (ref double weight in matrix.AsSpan(state * states, states))
                {
                    weight /= total;
                }
            }
        }
    }

    private static void Fill(double[] matrix, FamilyMember member, string symbol)
    {
        IReadOnlyList<IReadOnlyList<Scalar>> written = member.File.Transitions.Matrices![symbol];
        Scope at = member.At["transitions"][symbol];
        int states = member.States.Count;
        for (int from = 0; from < states; from++)
        {
            for (int to = 0; to < states; to++)
            {
                double value = written[from][to].Evaluate(member.Names, at[from][to]);
                matrix[(from * states) + to] = value;
                Judge(member, value, symbol, member.States.Names[from], member.States.Names[to], at[from][to]);
            }
        }
    }

    private static void Fill(double[][] matrices, FamilyMember member, Edge edge, Scope at)
    {
        LabelTemplate? from = LabelTemplate.Read(edge.From, at["from"]), emit = LabelTemplate.Read(edge.Emit, at["emit"]), to = LabelTemplate.Read(edge.To, at["to"]);
        Formula? weight = Formula.Read(edge.Weight, at["weight"]);
        if (from is null || emit is null || to is null || weight is null)
        {
            return;
        }
        // The first mistake of a repeated edge stands for all.
        Repetition.Run(edge.For, member.Names, at["for"], names =>
        {
            int source = member.States.Find("state", from, edge.For, names, at["from"]);
            int symbol = member.Symbols.Find("symbol", emit, edge.For, names, at["emit"]);
            int target = member.States.Find("state", to, edge.For, names, at["to"]);
            double value = weight.Evaluate(names, at["weight"]);
            if (source < 0 || symbol < 0 || target < 0)
            {
                return false;
            }
            matrices[symbol][(source * member.States.Count) + target] += value;
            return Judge(member, value, member.Symbols.Names[symbol], member.States.Names[source], member.States.Names[target], at["weight"]) && !double.IsNaN(value);
        });
    }

    private static bool Judge(FamilyMember member, double value, string symbol, string from, string to, Scope at)
    {
        bool negative = value < 0 && member.File.Kind == ProcessKind.Hmm;
        if (negative)
        {
            at.Report(Problems.NegativeProbability(symbol, from, to, value, member.Given));
        }
        return !negative;
    }
}
