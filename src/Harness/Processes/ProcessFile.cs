using System.Text.Json.Serialization;
using Harness.Numerics;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>A family of processes as a file: matrices whose entries are numbers or expressions over the file's parameters.</summary>
/// <param name="Source">Where the process is defined or used.</param>
/// <param name="Symbols">The alphabet; its order is the order of tokens everywhere.</param>
/// <param name="States">The hidden states; their order is the order of belief vectors everywhere.</param>
/// <param name="Transitions">For each symbol z: [i][j] = P(emit z, go to j | at i).</param>
/// <param name="Let">Shorter names for expressions; they may refer to parameters and to each other in any order.</param>
/// <param name="Known">Facts from elsewhere that the theory must reproduce.</param>
/// <param name="SchemaFile">Marks the file as a process for editors and for <see cref="SpecDiscovery"/>.</param>
internal sealed record ProcessFile(
    string Id,
    string Title,
    string Source,
    ProcessKind Kind,
    IReadOnlyList<string> Symbols,
    IReadOnlyList<string> States,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<Scalar>>> Transitions,
    IReadOnlyDictionary<string, ProcessParameter>? Parameters = null,
    IReadOnlyDictionary<string, Scalar>? Let = null,
    IReadOnlyList<KnownFacts>? Known = null,
    string? Notes = null,
    [property: JsonPropertyName("$schema")] string? SchemaFile = null)
{
    /// <summary>The member of the family with these parameters, started from its stationary law.</summary>
    /// <param name="with">Parameters by name; those left out have their defaults.</param>
    /// <param name="file">The process file: problems of names, matrices and states are placed there.</param>
    /// <param name="use">Where the parameters were asked for: problems of their values are placed there.</param>
    /// <returns>Null when anything was reported.</returns>
    public HiddenMarkovModel? Instantiate(IReadOnlyDictionary<string, double> with, Scope file, Scope use)
    {
        int before = file.Reports + use.Reports;
        bool Sound() => file.Reports + use.Reports == before;

        ProcessCheck.Check(this, file);
        if (!Sound())
        {
            return null;
        }
        Dictionary<string, double> names = Definitions.Resolve(this, with, file, use);
        double[][] matrices = TransitionTable.Fill(this, names, file);
        if (!Sound())
        {
            return null;
        }
        string given = Definitions.Describe(this, names);
        double[] chain = TransitionTable.Chain(this, matrices, given, file);
        if (!Sound())
        {
            return null;
        }
        TransitionTable.Ergodic(this, chain, given, file);
        if (!Sound())
        {
            return null;
        }
        double[] stationary = MarkovChain.Stationary(chain, States.Count);
        if (!stationary.All(double.IsFinite))
        {
            file["states"].Report(Problems.Inconsistent(
                $"The stationary law cannot be computed: the probabilities differ by more than float64 can hold{given}.", "Use less extreme probabilities."));
            return null;
        }
        Dictionary<string, double> parameters = (Parameters?.Keys ?? []).ToDictionary(name => name, name => names[name]);
        return new HiddenMarkovModel(Id, parameters, Symbols, States, matrices, stationary, stationary);
    }

    /// <summary>Reports everything wrong with the file itself: with its default parameters and with those of its known facts.</summary>
    public void Check(Scope file)
    {
        HiddenMarkovModel? standard = Instantiate(new Dictionary<string, double>(), file, file["parameters"]);
        for (int i = 0; standard is not null && i < (Known?.Count ?? 0); i++)
        {
            KnownFacts facts = Known![i];
            Scope at = file["known"][i];
            Dictionary<string, double> with = (facts.With ?? new Dictionary<string, Scalar>())
                .ToDictionary(value => value.Key, value => value.Value.Constant(at["with"][value.Key]));
            HiddenMarkovModel? process = Instantiate(with, file, at["with"]);
            for (int state = 0; process is not null && state < (facts.Stationary?.Count ?? 0); state++)
            {
                double stated = facts.Stationary![state].Constant(at["stationary"][state]), computed = process.Stationary[state];
                if (Math.Abs(stated - computed) > 1e-6)
                {
                    at["stationary"][state].Report(Problems.KnownFact($"the stationary probability of '{States[state]}'", stated, computed));
                }
            }
        }
    }
}
