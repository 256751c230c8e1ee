using System.Globalization;
using System.Runtime.CompilerServices;

namespace Harness.Specs;

/// <summary>A place in a spec that is being checked: it knows its JSON path and, for every problem reported, line and column.</summary>
internal sealed class Scope
{
    private const int MaxReports = 1000;

    private readonly string _file;
    private readonly SourceNode? _node;
    private readonly (int Line, int Column) _place;
    private readonly List<Problem> _problems;
    private readonly StrongBox<int> _reports;

    private Scope(string file, string path, SourceNode? node, (int Line, int Column) place, List<Problem> problems, StrongBox<int> reports)
    {
        _file = file;
        Path = path;
        _node = node;
        _place = place;
        _problems = problems;
        _reports = reports;
    }

    /// <summary>The file's name as problems show it.</summary>
    public string File => _file;

    public string Path { get; }

    /// <summary>File and line.</summary>
    public string Place => FormattableString.Invariant($"{_file}:{_place.Line}");

    /// <summary>The value at this place; null when the spec leaves it out.</summary>
    public SourceNode? Node => _node;

    /// <summary>How often something was reported anywhere in this document, also when the same was reported before.</summary>
    public int Reports => _reports.Value;

    /// <summary>Everything reported so far where this scope reports: of this document, and of others that are read with it.</summary>
    public IReadOnlyList<Problem> Reported => _problems;

    /// <summary>The last part of the path, as messages name the value.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    public static Scope Root(string file, SourceNode? root, List<Problem> problems) =>
        new(file, "$", root, (root?.Line ?? 1, root?.Column ?? 1), problems, new StrongBox<int>());

    /// <summary>A property; where the spec leaves it out, problems are placed at the object.</summary>
    public Scope this[string property]
    {
        get
        {
            SourceNode? child = _node?.Find(property)?.Value;
            return new Scope(_file, Path + Step(property), child, child is null ? _place : (child.Line, child.Column), _problems, _reports);
        }
    }

    public Scope this[int index]
    {
        get
        {
            SourceNode? child = _node is { IsArray: true } && index < _node.Items.Count ? _node.Items[index] : null;
            return new Scope(_file, FormattableString.Invariant($"{Path}[{index}]"), child, child is null ? _place : (child.Line, child.Column), _problems, _reports);
        }
    }

    /// <summary>The same value, with problems placed at the name of a property of it.</summary>
    public Scope NameOf(SourceProperty property) =>
        new(_file, Path + Step(property.Name), property.Value, (property.Line, property.Column), _problems, _reports);

    /// <summary>The same for a property by name; at the object where there is no such property.</summary>
    public Scope NameOf(string property) => _node?.Find(property) is { } found ? NameOf(found) : this[property];

    public void Report(Finding finding)
    {
        Problem problem = ++_reports.Value <= MaxReports
            ? new Problem(_file, _place.Line, _place.Column, Path, finding)
            : new Problem(_file, 1, 1, "$", Problems.TooMany(MaxReports));
        if (_reports.Value <= MaxReports + 1 && !_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    public void InRange(double value, double low, double high)
    {
        if (!(value >= low && value <= high))
        {
            string shown = value.ToString("R", CultureInfo.InvariantCulture);
            Report(Problems.OutOfRange(
                FormattableString.Invariant($"{shown} is out of range: {Name} must be between {low} and {high}."),
                FormattableString.Invariant($"Use a value from {low} to {high}.")));
        }
    }

    public void Positive(double value)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            Report(Problems.OutOfRange(
                FormattableString.Invariant($"{value} is out of range: {Name} must be greater than 0."), "Use a positive number."));
        }
    }

    /// <summary>One step of a JSON path; a name that is no plain word stands in brackets, so that the path stays readable.</summary>
    private static string Step(string name) =>
        name.Length > 0 && name.All(character => char.IsLetterOrDigit(character) || character is '_' or '-' or '$')
            ? $".{name}"
            : $"['{string.Concat(name.Select(character => char.IsControl(character) ? ' ' : character))}']";
}
