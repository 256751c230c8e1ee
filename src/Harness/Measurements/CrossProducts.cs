using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>Weighted cross-products of [features, 1, targets], one matrix per partition and fold: all that an affine probe needs.</summary>
/// <remarks>Sums in float64. Cross-validation is sums and differences of these matrices; no design matrix is ever held.</remarks>
internal sealed class CrossProducts
{
    private readonly ContextTable _contexts;
    private readonly TargetTable _targets;
    private readonly double[] _weights;
    private readonly int _repetition;
    private readonly CrossProductKernel _kernel;
    private readonly Dictionary<Partition, double[][]> _folds = [];
    private readonly Dictionary<Partition, int[]> _distinct = [];
    private readonly double[] _row;
    private double[]? _total;

    /// <param name="only">The one partition that is wanted; all that exist where null.</param>
    /// <param name="repetition">Another division by the one partition that it names.</param>
    public CrossProducts(ContextTable contexts, TargetTable targets, int features, Weighting weighting, ContextScope scope, Partition? only = null, Repetition? repetition = null)
    {
        only ??= repetition?.Partition;
        _repetition = repetition?.Index ?? 0;
        _contexts = contexts;
        _targets = targets;
        _weights = contexts.Weights(weighting, scope);
        Features = features;
        _row = new double[features + 1 + targets.Columns];
        _kernel = new CrossProductKernel(_row.Length);
        foreach (Partition partition in Enum.GetValues<Partition>())
        {
            if (contexts.FoldsOf(partition) is not null && (only ?? partition) == partition)
            {
                _folds[partition] = [.. Enumerable.Range(0, Folds.Count).Select(_ => _kernel.NewMatrix())];
                _distinct[partition] = new int[Folds.Count];
            }
        }
    }

    // The rows and columns of some features, the constant and the targets.
    private CrossProducts(CrossProducts all, int[] features)
    {
        _contexts = all._contexts;
        _targets = all._targets;
        _weights = all._weights;
        Features = features.Length;
        _row = new double[features.Length + 1 + _targets.Columns];
        _kernel = new CrossProductKernel(_row.Length);
        int[] kept = [.. features, .. Enumerable.Range(all.Constant, 1 + _targets.Columns)];
        foreach ((Partition partition, double[][] matrices) in all._folds)
        {
            _distinct[partition] = all._distinct[partition];
            _folds[partition] = [.. matrices.Select(matrix =>
            {
                double[] some = _kernel.NewMatrix();
                for (int i = 0; i < kept.Length; i++)
                {
                    for (int j = 0; j < kept.Length; j++)
                    {
                        some[(i * Stride) + j] = matrix[(kept[i] * all.Stride) + kept[j]];
                    }
                }
                return some;
            })];
        }
    }

    /// <summary>Writes the features of a row into a span of <see cref="Features"/> numbers.</summary>
    public delegate void Fill(int row, Span<double> features);

    public int Features { get; }

    /// <summary>Leading dimension of the matrices.</summary>
    public int Stride => _kernel.Stride;

    /// <summary>The column of ones; targets begin behind it.</summary>
    public int Constant => Features;

    public TargetTable Targets => _targets;

    /// <summary>The matrices of a partition, one for each fold; null where the partition does not exist.</summary>
    public double[][]? Of(Partition partition) => _folds.GetValueOrDefault(partition);

    /// <summary>The sum over the folds: all rows.</summary>
    public double[] Total => _total ??= Sum(_folds.Values.First());

    /// <summary>The number of distinct contexts in each fold.</summary>
    public int[] DistinctContexts(Partition partition) => _distinct[partition];

    /// <summary>Variances of the features along their principal axes; null where none varies.</summary>
    public Spectrum? FeatureVariances() => FeaturesVary() ? Spectrum.Of(CentredMoments.OfFit(Total, Features, Stride).FeatureCovariance(), Features) : null;

    /// <summary>True where a feature has more variance than rounding leaves.</summary>
    public bool FeaturesVary() => Varies(CentredMoments.OfFit(Total, Features, Stride).FeatureCovariance(), 0, Features);

    /// <summary>Variances of a target along its principal axes; null where it does not vary.</summary>
    public Spectrum? TargetVariances(Target target)
    {
        TargetBlock block = _targets.Block(target);
        double[] covariance = CentredMoments.OfFit(Total, Features, Stride).TargetCovariance(block.First, block.Width);
        return Varies(covariance, Features + 1 + block.First, block.Width) ? Spectrum.Of(covariance, block.Width) : null;
    }

    /// <summary>Adds consecutive contexts.</summary>
    public void Add(int firstContext, int count, Fill fill)
    {
        foreach ((Partition partition, double[][] matrices) in _folds)
        {
            int[] foldOf = _contexts.FoldsOf(partition, _repetition)!;
            for (int fold = 0; fold < Folds.Count; fold++)
            {
                for (int row = 0; row < count; row++)
                {
                    int context = firstContext + row;
                    if (foldOf[context] != fold || _weights[context] == 0)
                    {
                        continue;
                    }
                    fill(row, _row.AsSpan(0, Features));
                    _row[Features] = 1;
                    _targets.Row(context).CopyTo(_row.AsSpan(Features + 1));
                    _kernel.Add(_row, _weights[context], matrices[fold]);
                    _distinct[partition][fold]++;
                }
                _kernel.Flush(matrices[fold]);
            }
        }
    }

    /// <summary>What the same rows would have given with some of the features only; after <see cref="Finish"/>.</summary>
    public CrossProducts Select(int[] features) => new(this, features);

    /// <summary>Completes the matrices after the last row.</summary>
    public void Finish()
    {
        foreach (double[][] matrices in _folds.Values)
        {
            foreach (double[] matrix in matrices)
            {
                _kernel.Symmetrise(matrix);
            }
        }
    }

    private bool Varies(double[] covariance, int first, int width) => Enumerable.Range(0, width).Sum(i => covariance[(i * width) + i])
        > CentredMoments.RoundingShare * Enumerable.Range(first, width).Sum(column => Total[(column * Stride) + column]);

    private static double[] Sum(double[][] matrices)
    {
        double[] sum = new double[matrices[0].Length];
        foreach (double[] matrix in matrices)
        {
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += matrix[i];
            }
        }
        return sum;
    }
}
