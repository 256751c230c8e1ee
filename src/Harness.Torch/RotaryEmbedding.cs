using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>Turns queries and keys by angles that grow with the position, so that their products depend on distances only.</summary>
/// <remarks>
/// Coordinates i and i + D/2 of a head are turned by position·10000^(−2i/D) (Su et al. 2021, in the layout of GPT-NeoX). Values stay.
/// </remarks>
internal sealed class RotaryEmbedding
{
    private const double Base = 10000;

    private readonly float[] _cosines;
    private readonly float[] _sines;
    private readonly long[] _partners;
    private readonly int _width;

    public RotaryEmbedding(int heads, int dHead, int positions)
    {
        int inner = heads * dHead, half = dHead / 2;
        _width = 3 * inner;
        _cosines = new float[positions * _width];
        _sines = new float[positions * _width];
        _partners = [.. Enumerable.Range(0, _width).Select(i => (long)(i < 2 * inner ? i - (i % dHead) + ((i + half) % dHead) : i))];
        for (int position = 0; position < positions; position++)
        {
            for (int i = 0; i < _width; i++)
            {
                double angle = i < 2 * inner ? position * Math.Pow(Base, -2.0 * (i % half) / dHead) : 0;
                _cosines[(position * _width) + i] = (float)Math.Cos(angle);
                _sines[(position * _width) + i] = (float)(i % dHead < half ? -Math.Sin(angle) : Math.Sin(angle));
            }
        }
    }

    /// <param name="qkv">[n, 3·H·D].</param>
    /// <param name="positions">[n].</param>
    public Tensor Apply(Tensor qkv, Tensor positions)
    {
        Tensor cosines = tensor(_cosines).view(-1, _width).index_select(0, positions), sines = tensor(_sines).view(-1, _width).index_select(0, positions); // [n, 3·H·D]
        return qkv.mul(cosines).add(qkv.index_select(1, tensor(_partners)).mul(sines), NetworkWeights.One);
    }
}
