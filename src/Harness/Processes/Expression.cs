using System.Globalization;

namespace Harness.Processes;

/// <summary>An arithmetic expression as a tree. Its text is written with as few parentheses as its meaning allows.</summary>
internal abstract record Expression
{
    /// <summary>How tightly it binds: 1 sum, 2 product, 3 minus sign, 4 power, 5 the rest.</summary>
    protected abstract int Binding { get; }

    /// <summary>The names it uses.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>The calls of functions in it.</summary>
    public virtual IEnumerable<Call> Calls => [];

    /// <summary>The text, in parentheses where it binds less tightly than its place asks for.</summary>
    protected string Within(int binding) => Binding < binding ? $"({this})" : ToString();

    internal sealed record Number(double Value) : Expression
    {
        protected override int Binding => 5;

        public override IEnumerable<string> Names => [];

        public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
    }

    internal sealed record Name(string Id) : Expression
    {
        protected override int Binding => 5;

        public override IEnumerable<string> Names => [Id];

        public override string ToString() => Id;
    }

    internal sealed record Negated(Expression Operand) : Expression
    {
        protected override int Binding => 3;

        public override IEnumerable<string> Names => Operand.Names;

        public override IEnumerable<Call> Calls => Operand.Calls;

        public override string ToString() => $"-{Operand.Within(3)}";
    }

    internal sealed record Binary(Expression Left, char Operator, Expression Right) : Expression
    {
        protected override int Binding => Operator switch { '+' or '-' => 1, '*' or '/' => 2, _ => 4 };

        public override IEnumerable<string> Names => Left.Names.Concat(Right.Names);

        public override IEnumerable<Call> Calls => Left.Calls.Concat(Right.Calls);

        public override string ToString() => Operator == '^'
            ? $"{Left.Within(5)}^{Right.Within(3)}"
            : $"{Left.Within(Binding)} {Operator} {Right.Within(Binding + 1)}";
    }

    internal sealed record Call(string Function, IReadOnlyList<Expression> Arguments) : Expression
    {
        protected override int Binding => 5;

        public override IEnumerable<string> Names => Arguments.SelectMany(argument => argument.Names);

        public override IEnumerable<Call> Calls => Arguments.SelectMany(argument => argument.Calls).Prepend(this);

        public bool Equals(Call? other) => other is not null && Function == other.Function && Arguments.SequenceEqual(other.Arguments);

        public override int GetHashCode() => Arguments.Aggregate(Function.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

        public override string ToString() => $"{Function}({string.Join(", ", Arguments)})";
    }
}
