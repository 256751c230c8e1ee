using Harness.Training;

namespace Harness.Runner.Tests;

public sealed class TrainingStateFileTests
{
    private static readonly TrainingState s_state = new(12, [1.5f, float.NaN, -0f], [float.Epsilon, 2], [new LossPoint(4, 0.25), new LossPoint(8, double.MaxValue)], 0.125, 3, [new Checkpoint(0, [7]), new Checkpoint(5, [8, 9])]);

    [Fact]
    public void Read_WhatWasWritten_GivesTheSameBits()
    {
        TrainingState again = TrainingStateFile.Read(TrainingStateFile.Write(s_state))!;
        Assert.Equal((12, 0.125, 3), (again.Step, again.OpenLoss, again.OpenSteps));
        Assert.Equal(s_state.Parameters.Select(BitConverter.SingleToInt32Bits), again.Parameters.Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(s_state.Optimizer, again.Optimizer);
        Assert.Equal(s_state.Curve, again.Curve);
        Assert.Equal(s_state.Kept.Select(kept => kept.Step), again.Kept.Select(kept => kept.Step));
        Assert.Equal(s_state.Kept.Select(kept => kept.Parameters), again.Kept.Select(kept => kept.Parameters));
    }

    [Fact]
    public void Read_AnyFlippedBit_IsRefused()
    {
        byte[] bytes = TrainingStateFile.Write(s_state);
        for (int bit = 0; bit < 8 * bytes.Length; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(TrainingStateFile.Read(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.NotNull(TrainingStateFile.Read(bytes));
    }

    [Fact]
    public void Read_AnyTruncation_IsRefused()
    {
        byte[] bytes = TrainingStateFile.Write(s_state);
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(TrainingStateFile.Read(bytes[..length])));
        Assert.Null(TrainingStateFile.Read([.. bytes, 0]));
    }
}
