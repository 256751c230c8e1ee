namespace Harness.Specs;

/// <summary>Reads one file of JSON from disk.</summary>
internal static class SourceFile
{
    /// <summary>The root of the file; its node is null when the file could not be read, and the problems say why.</summary>
    public static Scope Open(string path, string display, List<Problem> problems)
    {
        SourceNode? root = null;
        try
        {
            FileInfo file = new(path);
            if (!file.Exists)
            {
                problems.Add(new Problem(display, 0, 0, "$", Problems.MissingFile(display)));
            }
            else if (file.Length > SourceText.MaxBytes)
            {
                problems.Add(new Problem(display, 0, 0, "$", Problems.FileTooLarge(file.Length, SourceText.MaxBytes)));
            }
            else
            {
                root = SourceText.Parse(display, File.ReadAllBytes(path), problems);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(display, 0, 0, "$", Problems.Unreadable(error.Message)));
        }
        return Scope.Root(display, root, problems);
    }

    /// <summary>The path as problems show it: relative to the current folder with forward slashes, or whole when it lies outside.</summary>
    public static string Display(string path, string currentFolder)
    {
        string relative = Path.GetRelativePath(currentFolder, path);
        string shown = relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path, currentFolder) : relative;
        return shown.Replace('\\', '/');
    }
}
