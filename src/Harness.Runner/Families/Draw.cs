using Harness.Processes;

namespace Harness.Runner.Families;

/// <summary>A process that was drawn from a family: a definition that can be written as a process file, and made simpler.</summary>
internal abstract record Draw
{
    /// <summary>How far it is from the simplest process: whole numbers ≥ 0, compared one after the other. Every step of shrinking makes it less.</summary>
    public abstract IReadOnlyList<int> Size { get; }

    /// <summary>In a few words: "3 states, 2 symbols, 5 edges", "mess3(x=0.1, a=0.6)".</summary>
    public abstract string Label { get; }

    /// <summary>The definition as a process file.</summary>
    public abstract IProcessFamily File(string id, string title, string source, string? notes = null);

    public bool IsSmallerThan(Draw other)
    {
        for (int i = 0; i < Math.Min(Size.Count, other.Size.Count); i++)
        {
            if (Size[i] != other.Size[i])
            {
                return Size[i] < other.Size[i];
            }
        }
        return Size.Count < other.Size.Count;
    }
}
