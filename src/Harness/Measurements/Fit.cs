namespace Harness.Measurements;

/// <summary>Which rows an affine map is fitted on, with respect to the rows that it is scored on.</summary>
internal enum Fit
{
    /// <summary>The folds that the scored context is not in.</summary>
    HeldOut,

    /// <summary>The scored rows themselves, almost without penalty: as published, and too good by as much as the map can interpolate.</summary>
    InSample,
}
