namespace Harness.Scripting

open Harness.Reports
open Harness.Runner.Falsifying

/// What became of a search for a counterexample. It prints as `harness falsify` does.
[<Sealed; StructuredFormatDisplay("{Text}")>]
type Falsified internal (found: Falsification) =

    /// <summary>supported where no counterexample was found, refuted by one, or inconclusive.</summary>
    /// <example><code>
    /// (falsify { the "two/unifilar" two; over "two-state-hmms"; processes 20 }).Outcome // → refuted
    /// </code></example>
    member _.Outcome = Wording.Word found.Verdict.Outcome

    /// <summary>The conclusion in words: the counterexample, or the bound on the failing fraction.</summary>
    /// <example><code>
    /// (falsify { the "two/unifilar" two; over "two-state-hmms"; processes 20 }).Reason.Contains "refute" // → True
    /// </code></example>
    member _.Reason = found.Verdict.Reason.Text

    /// <summary>Processes that were drawn, and those of them that could test the claim.</summary>
    /// <example><code>
    /// (falsify { the "two/unifilar" two; over "two-state-hmms"; processes 20 }).Drawn > 0 // → True
    /// </code></example>
    member _.Drawn = found.Counts.Drawn

    /// <summary>Processes that came to a verdict.</summary>
    /// <example><code>
    /// (falsify { the "two/unifilar" two; over "two-state-hmms"; processes 20 }).Decided > 0 // → True
    /// </code></example>
    member _.Decided = found.Counts.Decided

    /// <summary>The file of the smallest process that refutes the claim, ready to be committed; none where nothing does.</summary>
    /// <example><code>
    /// (falsify { the "two/unifilar" two; over "two-state-hmms"; processes 20 }).Counterexample.IsSome // → True
    /// </code></example>
    member _.Counterexample =
        match found.Counterexample with
        | Null -> None
        | NonNull example -> Some example.Process

    member internal _.Text = FalsificationText.Write found
    override falsified.ToString() = falsified.Text
