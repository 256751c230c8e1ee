using System.Text.Json.Serialization;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>A family of processes as a file: transitions whose weights are numbers or expressions over the file's parameters.</summary>
/// <param name="Source">Where the process is defined or used.</param>
/// <param name="Symbols">The alphabet; its order is the order of tokens everywhere.</param>
/// <param name="States">The hidden states; their order is the order of belief vectors everywhere.</param>
/// <param name="Let">Shorter names for expressions; they may refer to parameters and to each other in any order.</param>
/// <param name="Normalization">What turns the written weights into the matrices.</param>
/// <param name="Start">The belief before the first token, where it is not the stationary one. A chain that falls into several classes, or has states that are left for ever, needs one; its stationary law is then the long-run law from this start.</param>
/// <param name="Known">Facts from elsewhere that the theory must reproduce.</param>
/// <param name="SchemaFile">Marks the file as a process for editors and for <see cref="SpecDiscovery"/>.</param>
internal sealed record ProcessFile(
    string Id,
    string Title,
    string Source,
    ProcessKind Kind,
    IReadOnlyList<Label> Symbols,
    IReadOnlyList<Label> States,
    Transitions Transitions,
    IReadOnlyDictionary<string, ProcessParameter>? Parameters = null,
    IReadOnlyDictionary<string, Scalar>? Let = null,
    Normalization Normalization = Normalization.None,
    IReadOnlyList<StartWeight>? Start = null,
    IReadOnlyList<KnownFacts>? Known = null,
    string? Notes = null,
    [property: JsonPropertyName("$schema")] string? SchemaFile = null) : IProcessFamily
{
    private static readonly Dictionary<string, double> s_noNames = [];

    /// <summary>The member of the family with these parameters.</summary>
    /// <param name="with">Parameters by name; those left out have their defaults.</param>
    /// <param name="file">The process file: problems of names, transitions and states are placed there.</param>
    /// <param name="use">Where the parameters were asked for: problems of their values are placed there.</param>
    /// <returns>Null when anything was reported.</returns>
    public HiddenMarkovModel? Instantiate(IReadOnlyDictionary<string, double> with, Scope file, Scope use)
    {
        int before = file.Reports + use.Reports;
        bool Sound() => file.Reports + use.Reports == before;

        ProcessCheck.Check(this, file);
        // Labels that depend on no number are judged together with the rest of the file.
        FamilyMember? member = Symbols.Concat(States).All(label => label.IsFixed) ? FamilyMember.Of(this, s_noNames, file) : null;
        if (!Sound())
        {
            return null;
        }
        Dictionary<string, double> names = Definitions.Resolve(this, with, file, use);
        member = member is not null ? member with { Names = names } : Sound() ? FamilyMember.Of(this, names, file) : null;
        if (member is null)
        {
            return null;
        }
        double[][] matrices = TransitionTable.Fill(member);
        double[]? weights = StartLaw.Weights(member);
        if (!Sound())
        {
            return null;
        }
        switch (Normalization)
        {
            case Normalization.Rows:
                TransitionTable.NormalizeRows(member, matrices);
                break;
            case Normalization.Spectral:
                Gauge.NormalizeSpectral(member, matrices);
                break;
        }
        HiddenMarkovModel? model = !Sound() ? null : Kind == ProcessKind.Hmm ? ModelBuilder.Hidden(member, matrices, weights) : ModelBuilder.Generalised(member, matrices, weights);
        return Sound() ? model : null;
    }

    LinearProcess? IProcessFamily.Instantiate(IReadOnlyDictionary<string, double> with, Scope file, Scope use, References references) => Instantiate(with, file, use);

    /// <summary>Reports everything wrong with the file itself: with its default parameters and with those of its known facts.</summary>
    public void Check(Scope file) => KnownCheck.CheckFamily(this, file, (with, use) => Instantiate(with, file, use));
}
