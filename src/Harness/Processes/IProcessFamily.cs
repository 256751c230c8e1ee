using System.Text.Json.Serialization;
using Harness.Processes.Compositions;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>A process file: a family of processes with parameters, by matrices of its own or composed of others.</summary>
[WrittenAs(typeof(ProcessFile), typeof(CompositionFile), Description = "a process with \"transitions\", or one with a \"process\" that it is composed of")]
[JsonConverter(typeof(ProcessFamilyConverter))]
internal interface IProcessFamily
{
    string Id { get; }

    string Title { get; }

    string Source { get; }

    IReadOnlyDictionary<string, ProcessParameter>? Parameters { get; }

    /// <summary>Shorter names for expressions; they may refer to parameters and to each other in any order.</summary>
    IReadOnlyDictionary<string, Scalar>? Let { get; }

    /// <summary>Facts from elsewhere that the theory must reproduce.</summary>
    IReadOnlyList<KnownFacts>? Known { get; }

    /// <summary>The member of the family with these parameters.</summary>
    /// <param name="with">Parameters by name; those left out have their defaults.</param>
    /// <param name="file">The process file: problems of its content are placed there.</param>
    /// <param name="use">Where the parameters were asked for: problems of their values are placed there.</param>
    /// <param name="references">Makes the processes that the file refers to.</param>
    /// <returns>Null when anything was reported.</returns>
    LinearProcess? Instantiate(IReadOnlyDictionary<string, double> with, Scope file, Scope use, References references);
}
