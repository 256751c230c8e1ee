namespace Harness.Torch.Tests;

public sealed class AttentionKernelTests
{
    // A chain 0 → 1 → 2 and a second child 3 of 0; one head of dimension 1; rows are query, key, value.
    private static readonly int[] Parents = [-1, 0, 1, 0];

    [Fact]
    public void Forward_QueriesOfZero_AveragesTheValuesOnTheWayToTheRoot()
    {
        float[] rows = [0, 5, 1, 0, -3, 2, 0, 7, 6, 0, 1, 4], mixed = new float[4], law = new float[3];
        new AttentionKernel(1, 1, 3).Forward(rows, Parents, rows, Parents, mixed, law);
        Assert.Equal([1, 1.5f, 3, 2.5f], mixed);
    }

    [Fact]
    public void Forward_LargeScores_DoNotOverflow()
    {
        float[] rows = [0, 1000, 1, 1000, -1000, 2, 1000, 0, 6, 1000, 1000, 4], mixed = new float[4], law = new float[3];
        new AttentionKernel(1, 1, 3).Forward(rows, Parents, rows, Parents, mixed, law);
        Assert.Equal([1, 1, 1, 2.5f], mixed);
    }

    [Fact]
    public void Backward_EveryElement_MatchesFiniteDifferences()
    {
        AttentionKernel kernel = new(2, 3, 3);
        Numerics.RandomStream random = new Numerics.Seed(1).Stream("test");
        float[] rows = [.. Enumerable.Range(0, 4 * 18).Select(_ => (float)random.NextNormal())];
        float[] slopes = [.. Enumerable.Range(0, 4 * 6).Select(_ => (float)random.NextNormal())];
        float[] laws = new float[4 * 2 * 3], result = new float[rows.Length];
        Value(rows, laws);
        kernel.Backward(rows, Parents, laws, slopes, result);
        for (int i = 0; i < rows.Length; i++)
        {
            float[] above = [.. rows], below = [.. rows];
            above[i] += 0.01f;
            below[i] -= 0.01f;
            Assert.Equal((Value(above, new float[24]) - Value(below, new float[24])) / 0.02, result[i], 2e-3);
        }

        double Value(float[] at, float[] into)
        {
            float[] mixed = new float[4 * 6];
            kernel.Forward(at, Parents, at, Parents, mixed, into);
            return mixed.Zip(slopes).Sum(pair => (double)pair.First * pair.Second);
        }
    }
}
