namespace Harness.Measurements;

/// <summary>What is read of a measurement's course over a training.</summary>
internal enum EmergenceStatistic
{
    /// <summary>Spearman's rank correlation with the exact loss over the checkpoints; 1 where the measurement improves whenever the loss falls.</summary>
    SpearmanWithLoss,

    /// <summary>The value early over the value late, for errors: how many times smaller it becomes.</summary>
    FallRatio,

    /// <summary>The value at one checkpoint.</summary>
    ValueAt,

    /// <summary>The least value over the checkpoints: how far it dips.</summary>
    Minimum,
}
