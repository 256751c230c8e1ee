using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Harness.Numerics;

/// <summary>A root seed. Every use of chance derives a stream of its own from it, by name.</summary>
/// <remarks>
/// Streams of different names are independent: the key is the SHA-256 of "seed/name", so that changing how many numbers one
/// purpose draws never moves another purpose's numbers.
/// </remarks>
internal readonly record struct Seed(int Value)
{
    public RandomStream Stream(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Value}/{name}")), hash);
        return new RandomStream(BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }
}
