namespace Harness.Scripting

open System
open Harness.Beliefs
open Harness.Measurements
open Harness.Processes
open Harness.Reports
open Harness.Reports.Figures
open Harness.Reports.Html

/// What is known of a process before any network is trained. Each number is worked out when it is asked for; the whole prints as `harness
/// theory` does.
[<Sealed; StructuredFormatDisplay("{Card}")>]
type Theory internal (process': HiddenMarkovModel, depth: int) =

    let exact = ProcessTheory.Of(process', depth, Environment.ProcessorCount)
    let nulls = lazy (NullCard.Of(process', depth))
    let known (quantity: Quantity) = Option.ofNullable quantity.Value

    let score (scores: Collections.Generic.IReadOnlyDictionary<string, NullScore>) name =
        match scores.TryGetValue name with
        | true, score -> Option.ofNullable score.RSquared.Value
        | _ -> invalidArg (nameof name) $"""'{name}' is no null of this process: {String.Join(", ", scores.Keys)}."""

    /// <summary>h, in bits for each token.</summary>
    /// <example><code>
    /// (theory 4 (named "even" [])).EntropyRateBits |> sprintf "%.4f" // → 0.6667
    /// </code></example>
    member _.EntropyRateBits = exact.EntropyRateNats.Value / Math.Log 2.0

    /// <summary>C_μ in bits; none where it is infinite or unknown.</summary>
    /// <example><code>
    /// (theory 4 (named "even" [])).StatisticalComplexityBits |> Option.map (sprintf "%.4f") // → Some(0.9183)
    /// </code></example>
    member _.StatisticalComplexityBits = known exact.StatisticalComplexityBits

    /// <summary>E in bits; none where it is unknown.</summary>
    /// <example><code>
    /// (theory 4 (named "even" [])).ExcessEntropyBits |> Option.map (sprintf "%.4f") // → Some(0.9183)
    /// </code></example>
    member _.ExcessEntropyBits = known exact.ExcessEntropyBits

    /// <summary>How many different beliefs there are; none where they are not known to be finitely many.</summary>
    /// <example><code>
    /// (theory 4 (named "rrxor" [])).MixedStates // → Some(36)
    /// </code></example>
    member _.MixedStates = if exact.Presentation.Closed then Some exact.Presentation.Count else None

    /// <summary>ln V − h, in nats: what there is to learn.</summary>
    /// <example><code>
    /// (theory 4 (named "even" [])).LearnableNats |> sprintf "%.3f" // → 0.231
    /// </code></example>
    member _.LearnableNats = exact.LearnableNats

    /// <summary>The entropy of a token after 0, 1, … tokens of context up to the depth, in nats: what the best predictor with so many
    /// tokens loses.</summary>
    /// <example><code>
    /// (theory 2 (named "coin" [])).MyopicEntropyNats |> List.map (sprintf "%.3f") // → [0.693; 0.693; 0.693]
    /// </code></example>
    member _.MyopicEntropyNats = List.ofSeq exact.MyopicEntropyNats

    /// <summary>The information dimension of the beliefs, from a walk of 200,000 tokens; none where they are countable or have none.</summary>
    /// <example><code>
    /// (theory 4 (named "even" [])).Dimension.IsNone // → True
    /// </code></example>
    member _.Dimension =
        match exact.InformationDimension with
        | Null -> None
        | NonNull dimension -> Some dimension.Value

    /// <summary>The dimension that the Lyapunov exponents give, as Kaplan and Yorke have it: exact but for sampling, and an upper bound
    /// where images of the simplex overlap.</summary>
    /// <example><code>
    /// (theory 4 (named "even" [])).LyapunovDimension.IsNone // → True
    /// </code></example>
    member _.LyapunovDimension =
        match exact.Lyapunov with
        | Null -> None
        | NonNull spectrum -> Some spectrum.Dimension

    /// <summary>True when beliefs are no affine image of next-token laws, so that the process can tell a code of the one from a code of the
    /// other.</summary>
    /// <example><code>
    /// [ for id in [ "mess3"; "rrxor" ] -> (theory 6 (named id [])).Separates ] // → [False; True]
    /// </code></example>
    member _.Separates = nulls.Value.Separates

    /// <summary>Held-out R² of the belief from something without a network: next-token, last-1, table-3, and so on.</summary>
    /// <example><code>
    /// (theory 6 (named "mess3" [])).Null "next-token" |> Option.map (sprintf "%.3f") // → Some(1.000)
    /// </code></example>
    member _.Null(name: string) = score nulls.Value.HeldOut name

    /// <summary>The same without holding anything out: what the belief is determined by.</summary>
    /// <example><code>
    /// (theory 6 (named "rrxor" [])).NullInSample "next-token" |> Option.map (fun r -> 0.5 > r) // → Some(True)
    /// </code></example>
    member _.NullInSample(name: string) = score nulls.Value.InSample name

    member internal _.Card = TheoryCard.Write(exact, nulls.Value, [||], null)
    override theory.ToString() = theory.Card

    interface IPicture with
        member _.Svg() =
            let tree = BeliefTree.GrowWithin(process', 12, 100_000, Environment.ProcessorCount)

            match BeliefSetFigure.Draw(tree, exact.Presentation) with
            | Null -> invalidOp "There is nothing to see: the belief has one coordinate."
            | NonNull drawing -> drawing.Standalone()

    interface IReport with
        member theory.Html() = TheoryPage.Write(process', theory.Card, nulls.Value, Environment.ProcessorCount)
