using System.Globalization;
using System.IO.Compression;
using Harness.Beliefs;
using Harness.Specs;

namespace Harness.Activations;

/// <summary>A file of activations: what a network shows after every context of a process, a row each.</summary>
/// <remarks>
/// A NumPy archive of N rows. <c>prefix</c> [N, T]: the context's tokens as indices of the process's symbols, then −1;
/// <c>log_probabilities</c> [N, V]: the network's ln P(next token); <c>trained/&lt;hook&gt;</c> [N, width] for every hook, in the order of the
/// forward pass. The network before training, in whole or not at all: <c>untrained_log_probabilities</c> and <c>untrained/&lt;hook&gt;</c>. Written for
/// others, and not read, are the exact <c>length</c> [N], <c>probability</c> [N], <c>belief</c> [N, states] and <c>next_token</c> [N, V].
/// </remarks>
internal sealed class ActivationTable : INetworkShape, IDisposable
{
    public const string Prefix = "prefix";
    public const string LogProbabilities = "log_probabilities";
    public const string Trained = "trained/";
    public const string Untrained = "untrained/";
    public const string UntrainedLogProbabilities = "untrained_log_probabilities";

    private const double Normalised = 1e-3;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, int> _widths = [];
    private readonly string[] _names;

    private ActivationTable(Stream content)
    {
        _archive = new ZipArchive(content, ZipArchiveMode.Read);
        _names = [.. NumPyArchive.Names(_archive)];
        Hooks = [.. _names.Where(name => name.StartsWith(Trained, StringComparison.Ordinal)).Select(name => name[Trained.Length..])];
        HasUntrained = _names.Any(name => name == UntrainedLogProbabilities || name.StartsWith(Untrained, StringComparison.Ordinal));
        foreach (string hook in Hooks)
        {
            _widths[hook] = NumPyArchive.Shape(_archive, Trained + hook) is [_, int width] ? width : 0;
        }
    }

    public IReadOnlyList<string> Hooks { get; }

    /// <summary>True when the network before training is in the file too.</summary>
    public bool HasUntrained { get; }

    /// <exception cref="InvalidDataException">It is no archive.</exception>
    /// <exception cref="FormatException">An array cannot be read.</exception>
    public static ActivationTable Open(Stream content) => new(content);

    public int Width(string hook) => _widths[hook];

    public void Dispose() => _archive.Dispose();

    /// <summary>An array of one number, or of a width, for each row.</summary>
    public float[] Read(string name) => Array.ConvertAll(NumPyArchive.Read(_archive, name)!.Value.Values, value => (float)value);

    /// <summary>Reports what is wrong with the table as one of a tree's contexts.</summary>
    public void Check(Scope at, string file, BeliefTree tree)
    {
        string[] needed = [Prefix, LogProbabilities, .. Hooks.Count == 0 ? new[] { Trained + "<hook>" } : []];
        string[] missing = [.. needed.Except(_names)];
        if (missing.Length > 0)
        {
            at.Report(ModelProblems.MissingArrays(file, missing));
            return;
        }
        string[] untrained = [.. Hooks.Select(hook => Untrained + hook).Prepend(UntrainedLogProbabilities)], absent = [.. untrained.Except(_names)];
        if (HasUntrained && absent.Length > 0)
        {
            at.Report(ModelProblems.HalfAnUntrainedNetwork(file, absent));
        }
        int before = at.Reports;
        CheckShapes(at, file, tree);
        if (at.Reports > before)
        {
            return;
        }
        int[]? rows = Rows(tree, at, file);
        foreach (string name in rows is null ? [] : new[] { LogProbabilities, UntrainedLogProbabilities }.Intersect(_names))
        {
            CheckLaws(at, file, name, tree, rows!);
        }
    }

    /// <summary>The row of each node of a tree but the first, which is no context; null when a problem was reported.</summary>
    public int[]? Rows(BeliefTree tree, Scope? at = null, string file = "")
    {
        (double[] tokens, int[] shape) = NumPyArchive.Read(_archive, Prefix)!.Value;
        int[] rows = new int[tree.Count];
        Array.Fill(rows, -1);
        List<int> unknown = [], repeated = [];
        for (int row = 0; row < shape[0]; row++)
        {
            int node = Node(tokens.AsSpan(row * shape[1], shape[1]), tree);
            if (node < 1)
            {
                unknown.Add(row);
            }
            else if (rows[node] >= 0)
            {
                repeated.Add(row);
            }
            else
            {
                rows[node] = row;
            }
        }
        int[] missing = [.. Enumerable.Range(1, tree.Count - 1).Where(node => rows[node] < 0)];
        string First(List<int> list) => string.Join(' ', tokens.AsSpan(list[0] * shape[1], shape[1]).ToArray().Select(token => token.ToString(CultureInfo.InvariantCulture)));
        if (unknown.Count > 0)
        {
            at?.Report(ModelProblems.UnknownContexts(file, unknown.Count, First(unknown)));
        }
        if (repeated.Count > 0)
        {
            at?.Report(ModelProblems.RepeatedContexts(file, repeated.Count, First(repeated)));
        }
        if (missing.Length > 0)
        {
            at?.Report(ModelProblems.MissingContexts(file, missing.Length, tree.Count - 1, Word(tree, missing[0])));
        }
        return unknown.Count + repeated.Count + missing.Length == 0 ? rows : null;
    }

    // The node of a word that is padded with −1; 0 or less where there is none.
    private static int Node(ReadOnlySpan<double> tokens, BeliefTree tree)
    {
        int end = tokens.IndexOf(-1), node = 0;
        foreach (double token in end < 0 ? tokens : tokens[..end])
        {
            node = token == Math.Floor(token) && Math.Abs(token) <= ushort.MaxValue ? tree.Child(node, (int)token) : -1;
            if (node < 0)
            {
                return node;
            }
        }
        return end < 0 || tokens[end..].IndexOfAnyExcept(-1) < 0 ? node : -1;
    }

    private static string Word(BeliefTree tree, int node) => string.Join(' ', tree.Word(node).Select(symbol => symbol.ToString(CultureInfo.InvariantCulture)));

    private void CheckShapes(Scope at, string file, BeliefTree tree)
    {
        int[] prefix = NumPyArchive.Shape(_archive, Prefix)!;
        if (prefix.Length != 2)
        {
            at.Report(ModelProblems.WrongArray(file, Prefix, prefix, "[rows, tokens]"));
            return;
        }
        int symbols = tree.Process.SymbolCount;
        foreach (string name in new[] { LogProbabilities, UntrainedLogProbabilities }.Intersect(_names))
        {
            int[] shape = NumPyArchive.Shape(_archive, name)!;
            if (shape is [_, int width] && width != symbols)
            {
                at.Report(ModelProblems.WrongVocabulary(file, name, shape, tree.Process.Id, symbols));
            }
            else
            {
                Expect(name, shape, symbols);
            }
        }
        foreach (string hook in Hooks)
        {
            int[] shape = NumPyArchive.Shape(_archive, Trained + hook)!;
            Expect(Trained + hook, shape, shape.Length == 2 ? Math.Max(1, shape[1]) : null);
            if (NumPyArchive.Shape(_archive, Untrained + hook) is { } untrained)
            {
                Expect(Untrained + hook, untrained, Width(hook));
            }
        }

        void Expect(string name, int[] shape, int? width)
        {
            if (shape.Length != 2 || shape[0] != prefix[0] || shape[1] != width)
            {
                at.Report(ModelProblems.WrongArray(file, name, shape, FormattableString.Invariant($"[{prefix[0]}, {(width is { } known ? known : "width")}]")));
            }
        }
    }

    private void CheckLaws(Scope at, string file, string name, BeliefTree tree, int[] rows)
    {
        double[] laws = NumPyArchive.Read(_archive, name)!.Value.Values;
        int symbols = tree.Process.SymbolCount;
        for (int node = 1; node < tree.Count; node++)
        {
            double total = 0;
            foreach (double logarithm in laws.AsSpan(rows[node] * symbols, symbols))
            {
                total += Math.Exp(logarithm);
            }
            if (!(Math.Abs(total - 1) <= Normalised))
            {
                at.Report(ModelProblems.NotALaw(file, name, Word(tree, node), total));
                return;
            }
        }
    }
}
