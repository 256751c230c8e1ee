using System.Text.Json.Serialization;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>The transitions as a process file writes them: one matrix for each symbol, or a list of edges.</summary>
/// <param name="Matrices">For each symbol z: [i][j] = T⁽ᶻ⁾[i,j] = P(emit z, go to j | at i); null where there are edges.</param>
/// <param name="Edges">What is not listed is 0; null where there are matrices.</param>
[WrittenAs(
    typeof(IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<Scalar>>>), typeof(IReadOnlyList<Edge>),
    Description = "an object with one matrix for each symbol, or an array of edges")]
[JsonConverter(typeof(TransitionsConverter))]
internal sealed record Transitions(IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<Scalar>>>? Matrices, IReadOnlyList<Edge>? Edges = null);
