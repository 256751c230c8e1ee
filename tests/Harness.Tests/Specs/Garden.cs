using System.Text.Json.Serialization;
using Harness.Processes;
using Harness.Specs;

namespace Harness.Tests.Specs;

/// <summary>A small spec that has every structure a spec can have.</summary>
internal sealed record Garden(
    string Name,
    int Area,
    Garden.Shape Outline,
    IReadOnlyList<Garden.Bed> Beds,
    Garden.Season Opens = Garden.Season.EarlySpring,
    double? Slope = null,
    bool Fenced = false,
    float Depth = 1,
    ulong Seed = 0,
    IReadOnlyDictionary<string, double[][]>? Yields = null,
    IReadOnlyList<double?>? Rain = null,
    Scalar? Water = null,
    ProcessReference? Process = null,
    [property: JsonPropertyName("$schema")] string? SchemaFile = null)
{
    /// <summary>Follows from the rest, so it is not part of the JSON.</summary>
    public int BedCount => Beds.Count;

    /// <summary>A garden with every property written, valid.</summary>
    public const string Valid = """
        { "$schema": "garden.schema.json", "name": "north", "area": 12, "outline": { "kind": "disc", "radius": 2.5 },
          "beds": [ { "plant": "leek", "rows": 3 }, { "rows": 1, "plant": "kale", "near": ["a", "b"] } ],
          "opens": "late-summer", "slope": null, "fenced": true, "depth": 0.5, "seed": 18446744073709551615,
          "yields": { "2024": [[1, 2], [3]], "2025": [] }, "rain": [1.5, null], "water": "1/3",
          "process": { "process": "mess3", "with": { "x": 0.05, "a": "17/20" } } }
        """;

    internal enum Season
    {
        EarlySpring,
        LateSummer,
    }

    internal abstract record Shape;

    internal sealed record Disc(double Radius) : Shape;

    [Kind("rect")]
    internal sealed record Rectangle(double Width, double Height = 1) : Shape;

    internal sealed record Bed(string Plant, int Rows = 1, IReadOnlyList<string>? Near = null);
}
