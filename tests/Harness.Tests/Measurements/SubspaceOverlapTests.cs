using Harness.Activations;
using Harness.Beliefs;
using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class SubspaceOverlapTests
{
    private static readonly Location s_first = new("blocks.0.hook_resid_post");
    private static readonly SubspaceOverlap s_places = new(s_first, OtherLocation: Examinations.Final);
    private static readonly SubspaceOverlap s_targets = new(Examinations.Final, OtherTarget: Target.NextToken);

    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Measure_TheBeliefInTheSameCoordinates_IsOne(string process)
    {
        int states = Known.Contexts(process).Tree.Process.StateCount;
        Written same = new(2 * states, (tree, node) => [.. tree.Belief(node), .. new double[states]], (tree, node) => [.. tree.Belief(node).ToArray().Select(value => 2 * value), .. new double[states]]);

        Examination examination = Examinations.Of(process, same, s_places);

        Assert.Equal(1, s_places.Measure(examination).Value!.Value, 1e-6);
        Assert.Equal(0, (s_places with { Statistic = SubspaceStatistic.Orthogonality }).Measure(examination).Value!.Value, 1e-6);
        Assert.Equal((states - 1, states - 1, 2 * states), (
            s_places.Details(examination)["firstDimensions"], s_places.Details(examination)["secondDimensions"], s_places.Details(examination)["width"]));
    }

    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Measure_TheBeliefInOtherCoordinates_IsZero(string process)
    {
        int states = Known.Contexts(process).Tree.Process.StateCount;
        Written apart = new(2 * states, (tree, node) => [.. tree.Belief(node), .. new double[states]], (tree, node) => [.. new double[states], .. tree.Belief(node)]);

        Examination examination = Examinations.Of(process, apart, s_places);

        Assert.Equal(0, s_places.Measure(examination).Value!.Value, 1e-9);
        Assert.Equal(1, (s_places with { Statistic = SubspaceStatistic.Orthogonality }).Measure(examination).Value!.Value, 1e-9);
        Assert.Equal((states - 1.0) / (2 * states), s_places.Nulls(examination)[SubspaceOverlap.RandomSubspaces].Value!.Value, 1e-12);
        Assert.Equal(s_places.NullNames(8), s_places.Nulls(examination).Keys);
    }

    // Planted maps of two locations are independent: what is expected of random subspaces.
    [Theory]
    [InlineData("mess3", 2)]
    [InlineData("rrxor", 4)]
    public void Measure_IndependentMaps_IsTheRandomExpectationOnAverage(string process, int dimensions)
    {
        Planted planted = new(Noise: 0.01);
        double[] overlaps = [.. Enumerable.Range(1, 12).Select(seed => s_places.Measure(Examinations.Of(process, planted, s_places, seed, draws: 0)).Value!.Value)];

        Assert.Equal(dimensions / 16.0, overlaps.Average(), 0.08);
    }

    // The law is an affine image of the belief: its directions lie within the belief's, and on Mess3 they are the same.
    [Theory]
    [InlineData("mess3", 2, 2)]
    [InlineData("rrxor", 4, 1)]
    public void Measure_BeliefAndLaw_SeesTheLawWithinTheBelief(string process, int belief, int law)
    {
        Examination examination = Examinations.Of(process, new Planted(Noise: 0), s_targets);
        IReadOnlyDictionary<string, double> details = s_targets.Details(examination);

        Assert.Equal(1, s_targets.Measure(examination).Value!.Value, 1e-3);
        Assert.Equal((belief, law), (details["firstDimensions"], details["secondDimensions"]));
        Assert.InRange(details["smallestCosine"], 0.999, 1);
        Assert.InRange(details["firstRSquared"], 0.999, 1);
        Assert.InRange(details["secondRSquared"], 0.999, 1);
    }

    [Fact]
    public void Nulls_ShuffledTruth_PointsNowhereInParticular()
    {
        SubspaceOverlap same = s_targets with { OtherTarget = null, OtherLocation = s_first };
        Examination examination = Examinations.Of("rrxor", new Planted(DModel: 64, Noise: 0.1), same, draws: 4);

        Assert.InRange(same.Nulls(examination)[Measurement.Shuffled].Value!.Value, 0, 0.4);
        Assert.InRange(same.Nulls(examination)[Measurement.Untrained].Value!.Value, 0, 0.4);
    }

    [Fact]
    public void Check_WhatCannotBeCompared_IsReported()
    {
        Assert.Empty(Checked.Of(s_targets));
        Assert.Contains("compared with itself", Assert.Single(Checked.Of(new SubspaceOverlap(Examinations.Final))).Finding.What, StringComparison.Ordinal);
        Assert.Equal("$.otherLocation", Assert.Single(Checked.Of(s_targets with { OtherLocation = new Location("nowhere") })).Path);
        Assert.Contains("16 and 32 dimensions", Assert.Single(Checked.Of(
            s_places with { OtherLocation = new Location("concat(blocks.*.hook_resid_post)") }, architecture: new Planted(Layers: 2))).Finding.What, StringComparison.Ordinal);
        Assert.Equal("overlap of belief @ ln_final and next token @ ln_final", s_targets.Label);
    }

    [Fact]
    public void Measure_WhereNothingVaries_HasNoDirections()
    {
        Written constant = new(3, (_, _) => [1, 2, 3], (BeliefTree _, int _) => [1, 2, 3]);

        Assert.Equal("nothing is decoded there, so there are no directions", s_places.Measure(Examinations.Of("rrxor", constant, s_places)).Why);
    }
}
