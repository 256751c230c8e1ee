namespace Harness.Measurements;

/// <summary>What is worked out of a pair of vectors.</summary>
internal enum PairQuantity
{
    /// <summary>‖a − b‖.</summary>
    Distance,

    /// <summary>a·b / ‖a‖‖b‖, about the origin.</summary>
    Cosine,
}
