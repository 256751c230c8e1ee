namespace Harness.Measurements;

/// <summary>What a probe decodes from every context, for a target and its destroyed variants: contexts × columns, beside what it should decode.</summary>
internal sealed class DecodedTable
{
    private readonly ContextTable _contexts;
    private readonly TargetTable _targets;
    private readonly ProbeKey _key;
    private readonly IReadOnlyList<ProbeScore> _scores;
    private readonly double[] _values;

    /// <param name="scores">Of each variant over all contexts: whether anything is decoded, and with how many dimensions.</param>
    public DecodedTable(ContextTable contexts, TargetTable targets, ProbeKey key, IReadOnlyList<ProbeScore> scores)
    {
        _contexts = contexts;
        _targets = targets;
        _key = key;
        _scores = scores;
        Block = targets.Block(key.Target);
        _values = new double[contexts.Count * Block.Columns];
    }

    /// <summary>How the variants are numbered.</summary>
    public TargetBlock Block { get; }

    /// <summary>Why a variant is not decoded; null normally.</summary>
    public string? Why(int variant) => _scores[variant].Why;

    /// <summary>What is decoded of a variant; writable.</summary>
    public Span<double> Row(int context, int variant) =>
        _values.AsSpan((context * Block.Columns) + (variant * Block.Width), Block.Width);

    /// <summary>What theory says of a context about any of the targets, destroyed as the variant is.</summary>
    public ReadOnlySpan<double> Truth(int context, Target target, int variant) => _targets.Row(context, target, variant);

    /// <summary>The errors of a variant on the contexts of one length, or on all.</summary>
    /// <remarks>Held out, spreads are about the mean of those contexts in the other folds; in sample, about their own mean.</remarks>
    public ProbeScore ScoreOf(int? length, int variant)
    {
        if (_scores[variant].Why is not null)
        {
            return _scores[variant];
        }
        int[]? foldOf = _key.Fit == Fit.HeldOut ? _contexts.FoldsOf(_key.Partition)! : null;
        int width = Block.Width, parts = foldOf is null ? 1 : Folds.Count;
        double[] errors = new double[width], magnitudes = new double[width], spreads = new double[width], mass = new double[parts];
        double[][] sums = [.. mass.Select(_ => new double[width])], squares = [.. mass.Select(_ => new double[width])];
        double[] weights = _contexts.Weights(_key.Capture.Weighting, _key.Capture.Scope);
        int[] starts = _contexts.Tree.LevelStart;
        (int start, int end) = length is { } only ? (starts[only] - 1, starts[only + 1] - 1) : (0, _contexts.Count);
        for (int context = start; context < end; context++)
        {
            int part = foldOf?[context] ?? 0;
            double weight = weights[context];
            ReadOnlySpan<double> truth = Truth(context, _key.Target, variant), decoded = Row(context, variant);
            mass[part] += weight;
            for (int i = 0; i < width; i++)
            {
                double error = decoded[i] - truth[i];
                errors[i] += weight * error * error;
                sums[part][i] += weight * truth[i];
                squares[part][i] += weight * truth[i] * truth[i];
            }
        }
        double total = mass.Sum();
        for (int part = 0; part < parts; part++)
        {
            double others = foldOf is null ? total : total - mass[part];
            if (mass[part] > 0 && !(others > 0))
            {
                return ProbeScore.Undefined("one fold holds every context of that length");
            }
            for (int i = 0; i < width && mass[part] > 0; i++)
            {
                double mean = (sums.Sum(sum => sum[i]) - (foldOf is null ? 0 : sums[part][i])) / others;
                spreads[i] += squares[part][i] - (2 * mean * sums[part][i]) + (mass[part] * mean * mean);
                magnitudes[i] += squares[part][i];
            }
        }
        return total > 0
            ? _scores[variant] with { Errors = errors, Spreads = spreads, Magnitudes = magnitudes, Mass = total }
            : ProbeScore.Undefined("no context of that length is scored");
    }
}
