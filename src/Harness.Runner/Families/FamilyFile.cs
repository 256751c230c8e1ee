using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using Harness.Numerics;
using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>A family of processes with a law, as a file: what a claim about all of them is tested over.</summary>
/// <param name="SchemaFile">Marks the file as a family for editors and for <see cref="SpecDiscovery"/>.</param>
internal sealed record FamilyFile(
    string Id,
    string Title,
    ProcessGenerator Generator,
    string? Source = null,
    string? Notes = null,
    [property: JsonPropertyName("$schema")] string? SchemaFile = null)
{
    private const int Trials = 10;

    // FsCheck scales some generators by a size; these do not ask for it.
    private const int NoSize = 0;

    public void Check(Scope at, FamilyContext context)
    {
        int before = at.Reports;
        if (!FamilyProblems.IsId(Id))
        {
            at["id"].Report(Problems.BadId(Id));
        }
        Generator.Check(at["generator"], context);
        for (int i = 0; at.Reports == before && i < Trials; i++)
        {
            List<Problem> problems = [];
            context.Read(at.File, context.Write(DrawOf(new Seed(0), i, context).File("draw", "A draw", "a trial")), problems);
            if (problems.Count > 0)
            {
                at["generator"].Report(FamilyProblems.BadDraw(i, problems[0]));
            }
        }
    }

    /// <summary>A draw of a seed, by its number: it depends on no other.</summary>
    public Draw DrawOf(Seed seed, int index, FamilyContext context) =>
        Generator.Draws(context).Sample(1, new Rnd(seed.Stream("processes").At(index).NextUInt64()), NoSize).Single();
}
