using System.Text;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Specs;

/// <summary>Reads text as a spec and gives what a user would see.</summary>
internal static class Reading
{
    public static SpecFormat Format { get; } = new(typeof(Reading).Assembly);

    public static (T? Value, string Problems) Of<T>(string json)
        where T : class
    {
        List<Problem> problems = [];
        T? value = SpecReader.Read<T>("a.json", Encoding.UTF8.GetBytes(json), Format, problems);
        return (value, string.Join("\n", problems));
    }

    /// <summary>The valid garden with a piece of its text exchanged.</summary>
    public static (Garden? Value, string Problems) GardenWith(string piece, string replacement)
    {
        Assert.Contains(piece, Garden.Valid);
        return Of<Garden>(Garden.Valid.Replace(piece, replacement, StringComparison.Ordinal));
    }

    public static Scope Root(string json, List<Problem> problems) =>
        Scope.Root("a.json", SourceText.Parse("a.json", Encoding.UTF8.GetBytes(json), problems), problems);
}
