using Harness.Activations;
using Harness.Beliefs;
using Harness.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Harness.Measurements;

/// <summary>Evaluates a network again and again with edited activations.</summary>
internal static class InterventionTrial
{
    /// <summary>Exchanges of beliefs that a score is the mean of.</summary>
    private const int Draws = 4;

    // Directions along which the probe decodes next to nothing are not gone.
    private const double LeastSingularValue = 1e-6;

    /// <summary>The scores; null where the network only shows activations and does not compute with them, or nothing is decoded.</summary>
    public static InterventionScores? Run(INetwork network, ContextTable contexts, Capture capture, InterventionKey key, CancellationToken cancellation)
    {
        if (network is not IEditableNetwork editable
            || capture.Probe(key.Capture, Target.Belief, Partition.Subtree).Whole(TargetBlock.Truth) is not { } belief
            || capture.Probe(key.Capture, Target.NextToken, Partition.Subtree).Whole(TargetBlock.Truth) is not { } law)
        {
            return null;
        }
        BeliefTree tree = BeliefTree.Grow(contexts.Tree.Process, key.Length + key.Later);
        string hook = key.Location.Name;
        LevelRecord clean = new(tree, key.Length, key.Length + key.Later);
        network.Evaluate(tree, [hook], clean, cancellation);
        (Matrix<double> toBelief, Matrix<double> toLaw) = (Inverse(belief), Inverse(law));
        ActivationEditKind[] kinds = Enum.GetValues<ActivationEditKind>();
        Dictionary<ActivationEditKind, double> counterfactual = kinds.ToDictionary(kind => kind, _ => 0.0), actual = new(counterfactual);
        double counterfactualBefore = 0, actualBefore = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            BeliefExchange exchange = new(tree, key.Length, draw);
            (double c, double a) = Divergences(tree, exchange, key, clean);
            (counterfactualBefore, actualBefore) = (counterfactualBefore + (c / Draws), actualBefore + (a / Draws));
            foreach (ActivationEditKind kind in kinds)
            {
                LevelRecord edited = new(tree, key.Length, key.Length + key.Later);
                editable.Evaluate(tree, [hook], edited, new ActivationShift(hook, exchange.First, Shifts(kind, draw, exchange)), cancellation);
                (c, a) = Divergences(tree, exchange, key, edited);
                counterfactual[kind] += c / Draws;
                actual[kind] += a / Draws;
            }
        }
        return new InterventionScores(counterfactualBefore, actualBefore, counterfactual, actual);

        double[]?[] Shifts(ActivationEditKind kind, int draw, BeliefExchange exchange) => [.. exchange.Partners.Select((partner, i) =>
        {
            if (partner < 0)
            {
                return null;
            }
            double[] activation = clean.Activations[i];
            double[] shift = Towards(belief, toBelief, activation, tree.Belief(partner));
            double length = Length(shift);
            return kind switch
            {
                ActivationEditKind.Belief => shift,
                ActivationEditKind.RandomDirection => Scaled(Direction(draw, i, shift.Length), length),
                ActivationEditKind.NextToken => Scaled(Towards(law, toLaw, activation, NextToken(tree, partner)), length),
                _ => [.. clean.Activations[partner - exchange.First].Select((value, at) => value - activation[at])],
            };
        })];
    }

    // The smallest shift after which the map gives the target: B⁺(y − Bx − b).
    private static double[] Towards(AffineMap map, Matrix<double> inverse, double[] activation, ReadOnlySpan<double> target)
    {
        double[] missing = new double[target.Length];
        for (int i = 0; i < missing.Length; i++)
        {
            missing[i] = target[i] - map.Apply(activation, i);
        }
        return (inverse * Vector<double>.Build.Dense(missing)).ToArray();
    }

    private static Matrix<double> Inverse(AffineMap map)
    {
        // Coordinates sum to one, so that one direction of the target is decoded by nothing: its singular value is rounding.
        var svd = Matrix<double>.Build.DenseOfRowArrays(map.Coefficients).Svd();
        double least = LeastSingularValue * svd.S[0];
        int rank = svd.S.Count(value => value > least);
        Matrix<double> inverse = Matrix<double>.Build.Dense(map.Coefficients[0].Length, map.Coefficients.Length);
        for (int i = 0; i < rank; i++)
        {
            inverse += svd.VT.Row(i).OuterProduct(svd.U.Column(i)) / svd.S[i];
        }
        return inverse;
    }

    private static (double Counterfactual, double Actual) Divergences(BeliefTree tree, BeliefExchange exchange, InterventionKey key, LevelRecord said)
    {
        double counterfactual = 0, actual = 0, mass = 0;
        int start = tree.LevelStart[key.Length + key.Later];
        foreach ((int node, int other, double weight) in exchange.Continuations(key.Later))
        {
            counterfactual += weight * Divergence(NextToken(tree, other), said.LogProbabilities[node - start]);
            actual += weight * Divergence(NextToken(tree, node), said.LogProbabilities[node - start]);
            mass += weight;
        }
        return mass > 0 ? (counterfactual / mass, actual / mass) : (0, 0);
    }

    // ½ KL(p ‖ m) + ½ KL(q ‖ m), m = (p + q)/2.
    private static double Divergence(double[] law, double[] logProbabilities)
    {
        double divergence = 0;
        for (int symbol = 0; symbol < law.Length; symbol++)
        {
            double p = law[symbol], q = Math.Exp(logProbabilities[symbol]), middle = (p + q) / 2;
            divergence += ((p > 0 ? p * Math.Log(p / middle) : 0) + (q > 0 ? q * Math.Log(q / middle) : 0)) / 2;
        }
        return Math.Max(0, divergence);
    }

    private static double[] NextToken(BeliefTree tree, int node)
    {
        double[] law = new double[tree.Process.SymbolCount];
        tree.NextToken(node, law);
        return law;
    }

    private static double[] Direction(int draw, int context, int width)
    {
        RandomStream random = new Seed(0).Stream(FormattableString.Invariant($"random-directions/{draw}")).At(context);
        return [.. Enumerable.Range(0, width).Select(_ => random.NextNormal())];
    }

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(value => value * value));

    private static double[] Scaled(double[] vector, double length) => Length(vector) is > 0 and var own ? [.. vector.Select(value => value * length / own)] : vector;
}
