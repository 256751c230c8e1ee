using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>One of several processes, chosen once and for ever: see <see cref="MixtureProcess"/>.</summary>
/// <param name="Components">Their tokens, in the order in which they first occur, are the tokens of the mixture.</param>
internal sealed record Mixture(IReadOnlyList<MixturePart> Components) : Composition
{
    private const double SumTolerance = 1e-9;

    public override string Label => $"mixture({string.Join(", ", Components.Select(part => part.Weight is null ? part.Process.Label : $"{part.Weight} {part.Process.Label}"))})";

    public override LinearProcess? Make(References references, Scope at)
    {
        int before = at.Reports;
        Scope list = at["components"];
        if (Components.Count == 0)
        {
            list.Report(Problems.Empty("components", "List at least one process."));
        }
        double[] weights = Weights(references, list);
        LinearProcess?[] made = [.. Components.Select((part, i) => references.Make(part.Process, list[i]["process"]))];
        for (int i = 0; i < made.Length; i++)
        {
            CheckTokens(Components[i].Tokens, made[i], list[i]["tokens"]);
        }
        if (at.Reports != before || made.Any(process => process is null))
        {
            return null;
        }
        IReadOnlyList<string>[] names = [.. Components.Select((part, i) => part.Tokens ?? made[i]!.Symbols)];
        List<string> symbols = [.. names.SelectMany(own => own).Distinct(StringComparer.Ordinal)];
        if (symbols.Count > MostSymbols)
        {
            list.Report(Problems.TooLarge(FormattableString.Invariant($"The components have {symbols.Count} tokens."), FormattableString.Invariant($"Use at most {MostSymbols}.")));
            return null;
        }
        return MixtureProcess.Of(new ProcessName(Label, symbols), [.. made.Select((process, i) =>
            new MixtureComponent(process!, weights[i], [.. names[i].Select(name => symbols.IndexOf(name))]))]);
    }

    private double[] Weights(References references, Scope list)
    {
        if (Components.All(part => part.Weight is null))
        {
            return [.. Components.Select(_ => 1.0 / Components.Count)];
        }
        double[] weights = new double[Components.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            if (Components[i].Weight is not { } weight)
            {
                list[i].Report(Problems.MissingProperty("weight", "a number, or leave the weights of all components out"));
                weights[i] = double.NaN;
            }
            else if (references.Value(weight, list[i]["weight"]) is var value && !double.IsNaN(value))
            {
                list[i]["weight"].Positive(value);
                weights[i] = value;
            }
            else
            {
                weights[i] = double.NaN;
            }
        }
        double sum = weights.Sum();
        if (Math.Abs(sum - 1) > SumTolerance)
        {
            list.Report(Problems.WeightSum(sum));
        }
        return [.. weights.Select(weight => weight / sum)];
    }

    private static void CheckTokens(IReadOnlyList<string>? tokens, LinearProcess? process, Scope at)
    {
        if (tokens is null)
        {
            return;
        }
        if (process is not null && tokens.Count != process.SymbolCount)
        {
            at.Report(Problems.WrongShape($"names, one for each symbol of '{process.Id}' ({string.Join(", ", process.Symbols.Take(8))})", process.SymbolCount, tokens.Count));
        }
        CheckSymbols(tokens, i => at[i]);
    }
}
