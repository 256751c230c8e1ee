using Harness.Processes;
using Harness.Processes.Compositions;
using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>One of several processes, chosen once and for ever, all equally probable. Tokens of equal names are the same token.</summary>
[Kind("mixture")]
internal sealed record MixtureFamily(IReadOnlyList<ProcessGenerator> Components) : ComposedFamily
{
    protected override string Kind => "mixture";

    protected override string PartsName => "components";

    protected override IReadOnlyList<ProcessGenerator> Parts => Components;

    protected override LinearProcess Compose(IReadOnlyList<HiddenMarkovModel> parts)
    {
        List<string> symbols = [.. parts.SelectMany(part => part.Symbols).Distinct(StringComparer.Ordinal)];
        return MixtureProcess.Of(new ProcessName("mixture", symbols), [.. parts.Select(part =>
            new MixtureComponent(part, 1.0 / parts.Count, [.. part.Symbols.Select(name => symbols.IndexOf(name))]))]);
    }
}
