using Harness.Numerics;

namespace Harness.Processes;

/// <summary>A function that expressions may call.</summary>
/// <param name="Fewest">The fewest arguments.</param>
/// <param name="Most">The most arguments.</param>
/// <param name="OfIntegers">True when only integers of 32 bits may be given.</param>
/// <remarks>
/// <c>mod(a, b)</c> is a − b⌊a/b⌋, from 0 to below b for positive b.
/// <c>random(seed, i, j, …)</c> is uniform on (0, 1) and the same for the same arguments on every machine for ever: the middle of one of 2⁵²
/// equal cells, chosen by the first 52 bits of the stream "random" of the seed, at the substream of i, of j in that, and so on.
/// </remarks>
internal sealed record Function(int Fewest, int Most, bool OfIntegers, Func<double[], double> Value)
{
    public static IReadOnlyDictionary<string, Function> All { get; } = new Dictionary<string, Function>
    {
        ["sin"] = Of(Math.Sin),
        ["cos"] = Of(Math.Cos),
        ["exp"] = Of(Math.Exp),
        ["log"] = Of(Math.Log),
        ["sqrt"] = Of(Math.Sqrt),
        ["floor"] = Of(Math.Floor),
        ["mod"] = new(2, 2, false, arguments => arguments[0] - (arguments[1] * Math.Floor(arguments[0] / arguments[1]))),
        ["random"] = new(1, 8, true, Uniform),
    };

    /// <summary>How many arguments it takes, in words.</summary>
    public string Arguments => (Fewest, Most) switch
    {
        (1, 1) => "1 argument",
        (int exactly, int) when exactly == Most => FormattableString.Invariant($"{exactly} arguments"),
        _ => FormattableString.Invariant($"{Fewest} to {Most} arguments"),
    };

    /// <summary>True for what may be given as an argument.</summary>
    public bool Takes(double value) => !OfIntegers || Formula.IsInteger(value);

    private static Function Of(Func<double, double> function) => new(1, 1, false, arguments => function(arguments[0]));

    private static double Uniform(double[] arguments)
    {
        RandomStream stream = arguments.Skip(1).Aggregate(new Seed((int)arguments[0]).Stream("random"), (outer, index) => outer.At((long)index));
        return ((stream.NextUInt64() >> 12) + 0.5) / (1L << 52);
    }
}
