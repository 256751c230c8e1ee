using System.Runtime.CompilerServices;
using Harness.Processes.Compositions;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>Makes the processes that a spec refers to, and those that these refer to.</summary>
internal sealed class References
{
    /// <summary>The most processes that one reference may stand for, all parts counted.</summary>
    public const int MostProcesses = 256;

    private static readonly Dictionary<string, double> s_noNames = [];

    private readonly ProcessLibrary _library;
    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, double> _names;
    private readonly IReadOnlyList<LoadedProcess> _open;
    private readonly StrongBox<int> _made;

    /// <param name="folder">The folder from which ids are looked up, absolute.</param>
    public References(ProcessLibrary library, string folder)
        : this(library, folder, s_noNames, [], new StrongBox<int>())
    {
    }

    private References(ProcessLibrary library, string folder, IReadOnlyDictionary<string, double> names, IReadOnlyList<LoadedProcess> open, StrongBox<int> made)
    {
        _library = library;
        _folder = folder;
        _names = names;
        _open = open;
        _made = made;
    }

    /// <summary>The same with values for the names that expressions may use.</summary>
    public References With(IReadOnlyDictionary<string, double> names) => new(_library, _folder, names, _open, _made);

    /// <summary>The number that a scalar of the spec has; NaN when a problem was reported.</summary>
    public double Value(Scalar scalar, Scope at) => scalar.Evaluate(_names, at);

    /// <summary>The process that is referred to, with its numbers filled in.</summary>
    /// <returns>Null when anything was reported, here or in a file.</returns>
    public LinearProcess? Make(ProcessReference reference, Scope at)
    {
        if (++_made.Value > MostProcesses)
        {
            at.Report(Problems.TooLarge(FormattableString.Invariant($"The process is composed of more than {MostProcesses} processes."), "Use fewer parts."));
            return null;
        }
        if (reference.Composition is null)
        {
            return Find(reference, at);
        }
        try
        {
            return reference.Composition.Make(this, at);
        }
        catch (CompositionException error)
        {
            at.Report(error.Finding);
            return null;
        }
    }

    /// <summary>The member of a family that has been found.</summary>
    public LinearProcess? Make(LoadedProcess process, IReadOnlyDictionary<string, double> with, Scope use) =>
        process.File.Instantiate(with, process.At, use, new References(_library, process.Folder, s_noNames, [.. _open, process], _made));

    private LinearProcess? Find(ProcessReference reference, Scope at)
    {
        int before = at.Reports;
        Dictionary<string, double> with = reference.Values(_names, at);
        Scope id = at.Node is { IsObject: true } ? at["process"] : at;
        if (_library.Find(reference.Process!, _folder, id) is not { } process || at.Reports != before)
        {
            return null;
        }
        LoadedProcess[] circle = [.. _open.SkipWhile(open => open.At.File != process.At.File)];
        if (circle.Length > 0)
        {
            id.Report(Problems.CircularProcess([.. circle.Append(process).Select(open => open.File.Id)]));
            return null;
        }
        return Make(process, with, at["with"]);
    }
}
