using Harness.Numerics;

namespace Harness.Runner.Families;

/// <summary>A family that has been read and has no problems.</summary>
internal sealed record LoadedFamily(FamilyFile File, FamilyContext Context)
{
    public string Id => File.Id;

    /// <inheritdoc cref="ProcessGenerator.Law"/>
    public string Law => File.Generator.Law;

    /// <inheritdoc cref="FamilyFile.DrawOf"/>
    public Draw DrawOf(Seed seed, int index) => File.DrawOf(seed, index, Context);

    /// <inheritdoc cref="ProcessGenerator.Smaller"/>
    public IEnumerable<Draw> Smaller(Draw draw) => File.Generator.Smaller(draw, Context);
}
