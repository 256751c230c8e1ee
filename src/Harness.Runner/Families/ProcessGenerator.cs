using FsCheck;
using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>A law of processes: how one is drawn, and how one is made simpler without leaving the family. Its properties are its JSON.</summary>
internal abstract record ProcessGenerator
{
    /// <summary>The law in a few words: for which distribution of processes a bound holds.</summary>
    public abstract string Law { get; }

    /// <summary>Reports what is wrong with the properties.</summary>
    public abstract void Check(Scope at, FamilyContext context);

    /// <summary>Draws processes; only of a generator that has no problems.</summary>
    public abstract Gen<Draw> Draws(FamilyContext context);

    /// <summary>Simpler members of the family near a drawn one, the simplest first; each is smaller than it, so that shrinking ends.</summary>
    public abstract IEnumerable<Draw> Smaller(Draw draw, FamilyContext context);
}
