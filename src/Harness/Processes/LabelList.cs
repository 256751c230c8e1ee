using Harness.Specs;

namespace Harness.Processes;

/// <summary>The states or the symbols of a process, repetitions written out.</summary>
internal sealed class LabelList
{
    private readonly List<string> _names = [];
    private readonly List<int> _origins = [];
    private readonly Dictionary<string, int> _indices = [];

    private LabelList(Scope at) => At = at;

    /// <summary>The list in the file.</summary>
    public Scope At { get; }

    public IReadOnlyList<string> Names => _names;

    public int Count => _names.Count;

    /// <summary>Where a label was written.</summary>
    public Scope Place(int index) => At[_origins[index]];

    /// <summary>The position of a label; −1 when there is none.</summary>
    public int IndexOf(string name) => _indices.GetValueOrDefault(name, -1);

    /// <summary>The position of a label that is to be filled in; −1 when there is none, which is reported.</summary>
    /// <param name="what">What is looked for: "state" or "symbol".</param>
    /// <param name="indices">What it is repeated over, for the message.</param>
    public int Find(string what, LabelTemplate template, IReadOnlyDictionary<string, IReadOnlyList<Scalar>>? indices, IReadOnlyDictionary<string, double> names, Scope at)
    {
        if (template.Fill(names, at) is not { } label)
        {
            return -1;
        }
        int index = _indices.GetValueOrDefault(label, -1);
        if (index < 0)
        {
            at.Report(Problems.UnknownLabel(what, label, _names, Evaluation.With(indices?.Keys ?? [], names)));
        }
        return index;
    }

    /// <summary>Writes out all labels and reports those that cannot be used.</summary>
    /// <param name="what">What is named: "state" or "symbol".</param>
    /// <param name="most">How many there may be.</param>
    /// <returns>Null when anything was reported.</returns>
    public static LabelList? Of(IReadOnlyList<Label> labels, string what, int most, IReadOnlyDictionary<string, double> names, Scope at)
    {
        int before = at.Reports;
        LabelList list = new(at);
        for (int i = 0; i < labels.Count && list.Count <= most; i++)
        {
            list.Add(labels[i], i, what, most, names);
        }
        if (list.Count == 0 && at.Reports == before)
        {
            at.Report(Problems.Empty(what + "s", $"Name at least one {what}."));
        }
        if (list.Count > most)
        {
            at.Report(Problems.TooLarge(FormattableString.Invariant($"There are more than {most} {what}s."), FormattableString.Invariant($"Use at most {most}.")));
        }
        return at.Reports == before ? list : null;
    }

    /// <summary>True for a name that a state or a symbol can have.</summary>
    public static bool IsUsable(string name) => name.Length is > 0 and <= 64 && !name.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is ',' or ';');

    private void Add(Label label, int origin, string what, int most, IReadOnlyDictionary<string, double> names)
    {
        Scope at = label.For is null ? At[origin] : At[origin]["name"];
        if (LabelTemplate.Read(label.Name, at) is not { } template)
        {
            return;
        }
        Repetition.Run(label.For, names, At[origin]["for"], values =>
        {
            if (template.Fill(values, at) is not { } name)
            {
                return false;
            }
            bool usable = IsUsable(name);
            if (!usable)
            {
                at.Report(Problems.BadLabel(what, name));
            }
            bool isNew = _indices.TryAdd(name, _names.Count);
            if (!isNew)
            {
                at.Report(Problems.Duplicate(what, $"'{name}'"));
            }
            _names.Add(name);
            _origins.Add(origin);
            return _names.Count <= most && (label.For is null || (usable && isNew));
        });
    }
}
