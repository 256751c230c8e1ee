using FsCheck;
using FsCheck.Fluent;
using Harness.Processes;
using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>A known process, its parameters drawn evenly and independently from ranges: a piece of its parameter space.</summary>
/// <param name="Process">The id of a process.</param>
/// <param name="Ranges">By parameter; others have their defaults. A parameter that counts is drawn among whole numbers.</param>
/// <param name="With">Parameters with other fixed values.</param>
[Kind("parameters")]
internal sealed record ParameterRanges(
    string Process, IReadOnlyDictionary<string, NumberRange> Ranges, IReadOnlyDictionary<string, double>? With = null) : ProcessGenerator
{
    private const int MostDecimals = 9;

    public override string Law =>
        $"{Process} with {string.Join(", ", Ranges.Select(range => FormattableString.Invariant($"{range.Key} in [{range.Value.Min}, {range.Value.Max}]")))}, evenly";

    public override void Check(Scope at, FamilyContext context)
    {
        if (context.Library.Find(Process, context.Folder, at["process"]) is not { } process)
        {
            return;
        }
        IReadOnlyDictionary<string, ProcessParameter> known = process.File.Parameters ?? new Dictionary<string, ProcessParameter>();
        foreach (string name in Ranges.Keys)
        {
            Name(name, known, at["ranges"]);
            Ranges[name].Check(at["ranges"][name]);
            if (known.TryGetValue(name, out ProcessParameter? parameter))
            {
                double min = parameter.Min.Constant(at["process"]), max = parameter.Max.Constant(at["process"]);
                at["ranges"][name]["min"].InRange(Ranges[name].Min, min, max);
                at["ranges"][name]["max"].InRange(Ranges[name].Max, min, max);
            }
        }
        foreach (string name in (With ?? new Dictionary<string, double>()).Keys)
        {
            Name(name, known, at["with"]);
            if (Ranges.ContainsKey(name))
            {
                at["with"].NameOf(name).Report(Problems.Duplicate("parameter", $"'{name}'"));
            }
        }
    }

    public override Gen<Draw> Draws(FamilyContext context)
    {
        HashSet<string> whole = WholeNumbers(context);
        return Gen.CollectToArray(Ranges, range => whole.Contains(range.Key)
                ? Gen.Choose((int)Math.Ceiling(range.Value.Min), (int)Math.Floor(range.Value.Max)).Select(value => (double)value)
                : Gen.Choose(0, int.MaxValue - 1).Select(u => Math.Round(range.Value.Min + ((range.Value.Max - range.Value.Min) * (u + 0.5) / int.MaxValue), MostDecimals)))
            .Select(values => (Draw)new MemberDraw(Process, Ranges.Keys.Zip(values).Concat((With ?? new Dictionary<string, double>()).Select(value => (value.Key, value.Value)))
                .ToDictionary(value => value.Item1, value => value.Item2)));
    }

    public override IEnumerable<Draw> Smaller(Draw draw, FamilyContext context)
    {
        if (draw is not MemberDraw member)
        {
            return [];
        }
        Dictionary<string, double> All(int decimals) => member.With.ToDictionary(value => value.Key, value => Rounded(value.Key, value.Value, decimals));
        IEnumerable<MemberDraw> together = Enumerable.Range(0, MostDecimals).Select(decimals => member with { With = All(decimals) });
        IEnumerable<MemberDraw> single = from name in Ranges.Keys
                                         from decimals in Enumerable.Range(0, MostDecimals)
                                         select member with { With = new Dictionary<string, double>(member.With) { [name] = Rounded(name, member.With[name], decimals) } };
        return together.Concat(single).Where(smaller => smaller.IsSmallerThan(member));
    }

    // What lies in no range stays.
    private double Rounded(string name, double value, int decimals) =>
        Ranges.TryGetValue(name, out NumberRange? range) && Math.Round(value, decimals) is var rounded && range.Contains(rounded) ? rounded : value;

    private HashSet<string> WholeNumbers(FamilyContext context) =>
        [.. (context.Library.Find(Process, context.Folder, Scope.Root(Process, null, []))?.File.Parameters ?? new Dictionary<string, ProcessParameter>())
            .Where(parameter => parameter.Value.Integer).Select(parameter => parameter.Key)];

    private void Name(string name, IReadOnlyDictionary<string, ProcessParameter> known, Scope at)
    {
        if (!known.ContainsKey(name))
        {
            at.NameOf(name).Report(Problems.UnknownParameter(name, Process, known.Keys));
        }
    }
}
