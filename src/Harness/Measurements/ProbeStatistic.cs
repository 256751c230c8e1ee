namespace Harness.Measurements;

/// <summary>Which number a probe's errors e = ŷ − y are summed up in, over rows of weight w (Σw = 1) and W coordinates.</summary>
internal enum ProbeStatistic
{
    /// <summary>1 − Σ w‖e‖² / Σ w‖y − ȳ‖².</summary>
    RSquared,

    /// <summary>Σ w‖e‖² / W: the mean over rows and coordinates (arXiv:2405.15943).</summary>
    Mse,

    /// <summary>Σ w‖e‖²: the mean over rows of the squared length of the error (arXiv:2507.07432 before the root).</summary>
    MseSummed,

    /// <summary>√(Σ w‖e‖² / W): the root-mean-square of a coordinate (arXiv:2602.02385).</summary>
    Rmse,

    /// <summary>√(Σ w‖e‖²): the root-mean-square length of the error (arXiv:2507.07432).</summary>
    RmseSummed,
}
