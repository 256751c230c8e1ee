namespace Harness.Training;

/// <summary>How training batches are made. The mode is part of a claim: exact and sampled training find different networks.</summary>
internal enum DataMode
{
    Sampled,
    Exact,
}
