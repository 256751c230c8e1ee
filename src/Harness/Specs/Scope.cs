using System.Globalization;

namespace Harness.Specs;

/// <summary>A place in a spec that is being checked: it knows its JSON path and, for every problem reported, line and column.</summary>
internal sealed class Scope
{
    private readonly string _file;
    private readonly SourceNode? _node;
    private readonly (int Line, int Column) _place;
    private readonly List<Problem> _problems;

    private Scope(string file, string path, SourceNode? node, (int Line, int Column) place, List<Problem> problems)
    {
        _file = file;
        Path = path;
        _node = node;
        _place = place;
        _problems = problems;
    }

    public string Path { get; }

    /// <summary>The value at this place; null when the spec leaves it out.</summary>
    public SourceNode? Node => _node;

    public static Scope Root(string file, SourceNode? root, List<Problem> problems) =>
        new(file, "$", root, (root?.Line ?? 1, root?.Column ?? 1), problems);

    /// <summary>A property; where the spec leaves it out, problems are placed at the object.</summary>
    public Scope this[string property]
    {
        get
        {
            SourceNode? child = _node?.Find(property)?.Value;
            return new Scope(_file, $"{Path}.{property}", child, child is null ? _place : (child.Line, child.Column), _problems);
        }
    }

    public Scope this[int index]
    {
        get
        {
            SourceNode? child = _node is { IsArray: true } && index < _node.Items.Count ? _node.Items[index] : null;
            return new Scope(_file, FormattableString.Invariant($"{Path}[{index}]"), child, child is null ? _place : (child.Line, child.Column), _problems);
        }
    }

    /// <summary>The same value, with problems placed at the name of a property of it.</summary>
    public Scope NameOf(SourceProperty property) =>
        new(_file, $"{Path}.{property.Name}", property.Value, (property.Line, property.Column), _problems);

    public void Report(Finding finding)
    {
        Problem problem = new(_file, _place.Line, _place.Column, Path, finding);
        if (!_problems.Contains(problem))
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

    private string Name => Path[(Path.LastIndexOf('.') + 1)..];
}
