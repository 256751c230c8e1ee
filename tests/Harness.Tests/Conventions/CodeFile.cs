using System.Text;
using System.Text.RegularExpressions;
using Harness.Testing;

namespace Harness.Tests.Conventions;

/// <summary>A C# file of this repository, read as text.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
internal sealed partial record CodeFile(string Path, string Text)
{
    public static IReadOnlyList<CodeFile> Source { get; } = Under("src");

    public static IReadOnlyList<CodeFile> Tests { get; } = Under("tests");

    /// <summary>The file's name without its extension; of a file that holds a part of a type, what stands before the part's name.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>The namespace that its folder asks for: src/Harness/Claims gives Harness.Claims.</summary>
    public string ExpectedNamespace => string.Join('.', Path.Split('/')[1..^1]);

    public string? Namespace => NamespaceLine().Match(Text) is { Success: true } match ? match.Groups[1].Value : null;

    public int LineCount => Text.TrimEnd('\n').Split('\n').Length;

    /// <summary>The text without comments; strings stay.</summary>
    public string Code => Uncommented(Text);

    /// <summary>Types that stand at the left margin: with file-scoped namespaces those are the top-level ones.</summary>
    public IReadOnlyList<(string Modifiers, string Keyword, string Name)> Types =>
        [.. TypeLine().Matches(Code).Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value))];

    private static List<CodeFile> Under(string folder) =>
        [.. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Repository.Relative(file), file))
            .Where(entry => !entry.Path.Contains("/obj/", StringComparison.Ordinal) && !entry.Path.Contains("/bin/", StringComparison.Ordinal))
            .Select(entry => new CodeFile(entry.Path, File.ReadAllText(entry.file).ReplaceLineEndings("\n")))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];

    private static string Uncommented(string text)
    {
        StringBuilder code = new(text.Length);
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            bool literalQuote = text[i] == '"' && i > 0 && i + 1 < text.Length && text[i - 1] == '\'' && text[i + 1] == '\'';
            if (text[i] == '\n')
            {
                quoted = false;
            }
            else if (quoted && text[i] == '\\')
            {
                code.Append(text[i++]);
            }
            else if (text[i] == '"' && !literalQuote)
            {
                quoted = !quoted;
            }
            if (!quoted && i + 1 < text.Length && text[i] == '/' && text[i + 1] == '/')
            {
                i = text.IndexOf('\n', i) is var end and >= 0 ? end : text.Length - 1;
            }
            code.Append(i < text.Length ? text[i] : '\n');
        }
        return code.ToString();
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^((?:public |internal |file |sealed |abstract |static |readonly |ref |unsafe |partial )*)(record struct|record class|record|class|struct|interface|enum|delegate [\w<>?\[\]]+) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeLine();
}
