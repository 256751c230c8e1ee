using System.Globalization;
using System.Text;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>A label with expressions in braces: "B{i+1}" is B3 where i is 2.</summary>
internal sealed class LabelTemplate
{
    private readonly IReadOnlyList<(string Text, Formula? Number)> _pieces;

    private LabelTemplate(IReadOnlyList<(string Text, Formula? Number)> pieces) => _pieces = pieces;

    public static bool HasBraces(string text) => text.AsSpan().ContainsAny('{', '}');

    /// <returns>Null when it cannot be read, which is reported.</returns>
    public static LabelTemplate? Read(string text, Scope at)
    {
        List<(string Text, Formula? Number)> pieces = [];
        int end = 0;
        while (text.IndexOf('{', end) is int open and >= 0)
        {
            int close = text.IndexOf('}', open);
            if (close < 0 || text.AsSpan(end, open - end).Contains('}'))
            {
                break;
            }
            if (Formula.Read(new Scalar(double.NaN, text[(open + 1)..close]), at) is not { } number)
            {
                return null;
            }
            pieces.Add((text[end..open], number));
            end = close + 1;
        }
        if (HasBraces(text[end..]))
        {
            at.Report(Problems.UnbalancedBraces(text));
            return null;
        }
        pieces.Add((text[end..], null));
        return new LabelTemplate(pieces);
    }

    /// <returns>Null when an expression has no integer value, which is reported.</returns>
    public string? Fill(IReadOnlyDictionary<string, double> names, Scope at)
    {
        if (_pieces is [(string text, null)])
        {
            return text;
        }
        StringBuilder label = new();
        foreach ((string before, Formula? number) in _pieces)
        {
            label.Append(before);
            if (number is not null)
            {
                if (number.Integer(names, at) is not { } value)
                {
                    return null;
                }
                label.Append(CultureInfo.InvariantCulture, $"{value}");
            }
        }
        return label.ToString();
    }
}
