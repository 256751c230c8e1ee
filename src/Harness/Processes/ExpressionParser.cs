using System.Globalization;
using Harness.Specs;
using Pidgin;
using static Pidgin.Parser;
using Characters = Pidgin.Parser<char>;

namespace Harness.Processes;

/// <summary>Reads arithmetic: + - * / ^, minus sign, parentheses, numbers, names and the functions of <see cref="Function"/>. Nothing that could run code.</summary>
/// <remarks>
/// ^ binds to the right and more tightly than a minus sign before it: −2^2 = −4, 2^−1 = ½, 2^3^2 = 2⁹. log is the natural logarithm.
/// Length and nesting are limited; everything else is repetition, so no input can exhaust the stack.
/// </remarks>
internal static class ExpressionParser
{
    public const int MaxLength = 1000;
    public const int MaxNesting = 32;

    private static readonly Parser<char, char> AsciiDigit = Characters.Token(char.IsAsciiDigit);

    private static readonly Parser<char, string> Digits = AsciiDigit.AtLeastOnceString();

    private static readonly Parser<char, Expression> NumberTerm = Map(
        (whole, fraction, exponent) => (Expression)new Expression.Number(double.Parse(whole + fraction + exponent, CultureInfo.InvariantCulture)),
        Digits,
        Char('.').Then(Digits).Select(digits => "." + digits).Or(Characters.Return("")),
        Try(Map((sign, digits) => "e" + sign + digits, CIChar('e').Then(OneOf('+', '-').Select(sign => $"{sign}").Or(Characters.Return(""))), Digits)).Or(Characters.Return("")));

    private static readonly Parser<char, string> Word =
        Map((first, rest) => first + rest, Characters.Token(char.IsAsciiLetter), Characters.Token(char.IsAsciiLetterOrDigit).ManyString());

    private static readonly Parser<char, Expression> Parenthesised = Rec(() => Sum!).Between(Symbol('('), Char(')'));

    private static readonly Parser<char, IEnumerable<Expression>> Arguments = Rec(() => Sum!).Separated(Symbol(',')).Between(Symbol('('), Char(')'));

    private static readonly Parser<char, Expression> NameOrCall = Word.Before(SkipWhitespaces).Bind(word => Function.All.ContainsKey(word)
        ? Arguments.Select(arguments => (Expression)new Expression.Call(word, [.. arguments]))
        : Characters.Return((Expression)new Expression.Name(word)));

    private static readonly Parser<char, Expression> Operand = OneOf(NumberTerm, NameOrCall, Parenthesised).Before(SkipWhitespaces);

    private static readonly Parser<char, int> MinusSigns = Symbol('-').Many().Select(signs => signs.Count());

    private static readonly Parser<char, Expression> Power = Map(
        (minus, first, rest) => Signed(minus, Powers(first, [.. rest])),
        MinusSigns,
        Operand,
        Symbol('^').Then(Map((minus, operand) => (Minus: minus, Operand: operand), MinusSigns, Operand)).Many());

    private static readonly Parser<char, Expression> Product = LeftToRight(Power, '*', '/');

    private static readonly Parser<char, Expression> Sum = LeftToRight(Product, '+', '-');

    private static readonly Parser<char, Expression> Whole = SkipWhitespaces.Then(Sum).Before(Characters.End);

    public static Expression? Parse(string text, out Finding? problem)
    {
        problem = null;
        if (text.Length > MaxLength)
        {
            problem = Problems.BadExpression(text[..40] + "…", FormattableString.Invariant($"it has {text.Length} characters, at most {MaxLength} are read"));
            return null;
        }
        if (Nesting(text) > MaxNesting)
        {
            problem = Problems.BadExpression(text, FormattableString.Invariant($"its parentheses nest deeper than {MaxNesting}"));
            return null;
        }
        Result<char, Expression> result = Whole.Parse(text);
        if (result.Success)
        {
            Expression.Call? wrong = result.Value.Calls.FirstOrDefault(call => !TakesAsMany(call));
            problem = wrong is null ? null : Problems.BadExpression(
                text, FormattableString.Invariant($"{wrong.Function} takes {Function.All[wrong.Function].Arguments}, not {wrong.Arguments.Count}"));
            return wrong is null ? result.Value : null;
        }
        int offset = result.Error!.ErrorOffset;
        problem = Problems.BadExpression(text, offset < text.Length
            ? FormattableString.Invariant($"unexpected '{text[offset]}' at character {offset + 1}")
            : text.Length == 0 ? "it is empty" : "it ends too early");
        return null;
    }

    /// <summary>True for a name that expressions can use: a letter, then letters and digits, and not a function.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit) && !Function.All.ContainsKey(name);

    private static bool TakesAsMany(Expression.Call call) =>
        call.Arguments.Count >= Function.All[call.Function].Fewest && call.Arguments.Count <= Function.All[call.Function].Most;

    private static Parser<char, char> Symbol(char symbol) => Char(symbol).Before(SkipWhitespaces);

    private static Parser<char, Expression> LeftToRight(Parser<char, Expression> operand, char first, char second) => Map(
        (start, rest) => rest.Aggregate(start, (left, next) => new Expression.Binary(left, next.Operator, next.Operand)),
        operand,
        Map((symbol, next) => (Operator: symbol, Operand: next), Symbol(first).Or(Symbol(second)), operand).Many());

    private static Expression Powers(Expression first, (int Minus, Expression Operand)[] rest)
    {
        if (rest.Length == 0)
        {
            return first;
        }
        Expression exponent = Signed(rest[^1].Minus, rest[^1].Operand);
        for (int i = rest.Length - 2; i >= 0; i--)
        {
            exponent = Signed(rest[i].Minus, new Expression.Binary(rest[i].Operand, '^', exponent));
        }
        return new Expression.Binary(first, '^', exponent);
    }

    private static Expression Signed(int minus, Expression operand) =>
        Enumerable.Repeat(0, minus).Aggregate(operand, (signed, _) => new Expression.Negated(signed));

    private static int Nesting(string text)
    {
        int depth = 0, deepest = 0;
        foreach (char character in text)
        {
            depth += character switch { '(' => 1, ')' => -1, _ => 0 };
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }
}
