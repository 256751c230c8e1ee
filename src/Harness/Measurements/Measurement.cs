using Harness.Activations;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>One number per replicate. Its properties are its JSON.</summary>
internal abstract record Measurement
{
    public const string Untrained = "untrained";
    public const string Shuffled = "shuffled";
    public const string Permuted = "permuted";

    /// <summary>True when a larger value speaks for the claim's statement (R²), false when a smaller does (a loss gap).</summary>
    public abstract bool HigherIsBetter { get; }

    /// <summary>What it measures, for a table: "R² belief @ ln_final".</summary>
    public abstract string Label { get; }

    public abstract void Check(Scope at, MeasureContext context);

    /// <summary>Asks for what it needs of a network's evaluation.</summary>
    public abstract void Request(CaptureRequest request);

    public abstract Measured Measure(Examination replicate);

    /// <summary>What the same measurement gives where there is nothing to find, on the same rows, weights and folds; by name.</summary>
    public abstract IReadOnlyDictionary<string, Measured> Nulls(Examination replicate);

    /// <summary>The names that <see cref="Nulls"/> can have for a window.</summary>
    public abstract IReadOnlyList<string> NullNames(int window);

    /// <summary>The best a null can do according to theory alone; null where theory does not say.</summary>
    public virtual Measured? InTheory(string name, MeasureContext context) => null;

    /// <summary>The most that can be measured of a network that carries this code without noise; null where theory does not say.</summary>
    public virtual Measured? Ceiling(PlantedCode code, MeasureContext context) => null;

    /// <summary>The same measurement somewhere else; null when it has no location.</summary>
    public virtual Measurement? At(Location location) => null;

    /// <summary>Further facts about a replicate's value, such as the probe's effective dimensions; by name.</summary>
    public virtual IReadOnlyDictionary<string, double> Details(Examination replicate) => new Dictionary<string, double>();
}
