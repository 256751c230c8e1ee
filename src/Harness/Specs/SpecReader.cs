using System.Text.Json;

namespace Harness.Specs;

/// <summary>Reads a spec strictly, but reports everything wrong with it and not only the first thing.</summary>
/// <remarks>
/// Three passes: the text with its places (<see cref="SourceText"/>), a comparison with the type (<see cref="StructureWalk"/>), then the
/// strict deserializer, which by then has nothing left to refuse.
/// </remarks>
internal static class SpecReader
{
    /// <param name="file">The file's name as problems show it.</param>
    /// <returns>Null when no value can be made; the problems say why.</returns>
    public static T? Read<T>(string file, byte[] utf8, SpecFormat format, List<Problem> problems)
        where T : class =>
        Read<T>(Scope.Root(file, SourceText.Parse(file, utf8, problems), problems), format);

    /// <summary>The same for text that has been parsed: the scope then serves the checks of meaning that follow.</summary>
    /// <returns>A value also when unknown or repeated properties were reported; null when something is missing or has the wrong form.</returns>
    public static T? Read<T>(Scope root, SpecFormat format)
        where T : class
    {
        if (root.Node is not { } node)
        {
            return null;
        }
        StructureWalk walk = new(format);
        walk.Visit(root, typeof(T), nullable: false);
        return walk.Readable ? JsonSerializer.Deserialize<T>(SourceWriter.Write(node, walk.Dropped), format.Options) : null;
    }
}
