namespace Harness.Processes.Compositions;

/// <summary>The linear maps of factors that emit together, applied factor by factor.</summary>
/// <remarks>
/// T⁽ᶻ⁾ = ⊗_i T_i⁽ᶻⁱ⁾, with the variant of a controlled factor chosen by z_{i−1}. Sums over tokens run from the last factor to the first: what
/// stands behind factor i depends on its token alone, Y_i[u] = Σ_z T_{i,u}⁽ᶻ⁾ Y_{i+1}[z], so that no joint token is ever visited.
/// </remarks>
internal sealed class FactorMaps(IReadOnlyList<Factor> factors)
{
    /// <summary>T⁽ᶻ⁾ for one token of each factor.</summary>
    public void Apply(IReadOnlyList<int> tokens, ReadOnlySpan<double> tensor, Span<double> result, int left, int right)
    {
        double[] from = tensor.ToArray(), to = new double[tensor.Length];
        for (int i = 0; i < factors.Count; i++)
        {
            (int before, int after) = Around(i, left, right);
            factors[i].After(i == 0 ? 0 : tokens[i - 1]).Apply(tokens[i], from, to, before, after);
            (from, to) = (to, from);
        }
        from.CopyTo(result);
    }

    /// <summary>T, the sum over all joint tokens.</summary>
    public void ApplySum(ReadOnlySpan<double> tensor, Span<double> result, int left, int right)
    {
        double[][] behind = [tensor.ToArray()];
        for (int i = factors.Count - 1; i >= 0; i--)
        {
            (int before, int after) = Around(i, left, right);
            behind = [.. factors[i].Variants.Select(variant => Sum(variant, behind, before, after))];
        }
        behind[0].CopyTo(result);
    }

    /// <summary>The law of the joint token: the axis of joint coordinates becomes the axis of joint tokens.</summary>
    public void Emit(ReadOnlySpan<double> tensor, Span<double> result, int left, int right)
    {
        double[][] behind = [tensor.ToArray()];
        int after = right;
        for (int i = factors.Count - 1; i >= 0; i--)
        {
            int before = Around(i, left, right).Before;
            behind = [.. factors[i].Variants.Select(variant => Emitted(variant, behind, before, after))];
            after *= factors[i].SymbolCount;
        }
        behind[0].CopyTo(result);
    }

    private (int Before, int After) Around(int factor, int left, int right)
    {
        for (int i = 0; i < factors.Count; i++)
        {
            left *= i < factor ? factors[i].JointCount : 1;
            right *= i > factor ? factors[i].JointCount : 1;
        }
        return (left, right);
    }

    // behind: one tensor, or one for each token of this factor where the next one is controlled.
    private static double[] Sum(LinearProcess variant, double[][] behind, int before, int after)
    {
        double[] sum = new double[behind[0].Length], term = new double[behind[0].Length];
        if (behind.Length == 1)
        {
            variant.Apply(null, behind[0], sum, before, after);
            return sum;
        }
        for (int z = 0; z < behind.Length; z++)
        {
            variant.Apply(z, behind[z], term, before, after);
            for (int cell = 0; cell < sum.Length; cell++)
            {
                sum[cell] += term[cell];
            }
        }
        return sum;
    }

    private static double[] Emitted(LinearProcess variant, double[][] behind, int before, int after)
    {
        int alphabet = variant.SymbolCount;
        double[] laws = new double[before * alphabet * after];
        variant.Emit(behind[0], laws, before, after);
        double[] other = behind.Length > 1 ? new double[laws.Length] : [];
        for (int z = 1; z < behind.Length; z++)
        {
            variant.Emit(behind[z], other, before, after);
            for (int l = 0; l < before; l++)
            {
                int cell = ((l * alphabet) + z) * after;
                other.AsSpan(cell, after).CopyTo(laws.AsSpan(cell, after));
            }
        }
        return laws;
    }
}
