namespace Harness.Scripting

open Harness.Runner
open Harness.Runner.Falsifying

/// A search while it is described.
type FalsifyDraft =
    internal
        { Claim: (string * Experiment) option
          Family: string option
          Processes: int option
          Minutes: float option
          Seed: int option
          Shrinks: int option
          KeepGoing: bool }

/// What `falsify { … }` is written with: it searches when it is evaluated.
[<Sealed>]
type FalsifyBuilder internal () =

    let nullable option = Option.toNullable option

    member _.Yield(_: unit) =
        { Claim = None
          Family = None
          Processes = None
          Minutes = None
          Seed = None
          Shrinks = None
          KeepGoing = false }

    member _.Run(draft: FalsifyDraft) : Falsified =
        match draft.Claim with
        | None -> invalidArg "the" "Say which claim: the \"experiment/claim\" experiment."
        | Some(claim, experiment) ->
            Falsified(
                PromptRun.Falsify(
                    experiment.Loaded,
                    claim,
                    Option.toObj draft.Family,
                    AskedBudget(nullable draft.Processes, nullable draft.Minutes, nullable draft.Seed, nullable draft.Shrinks, draft.KeepGoing),
                    Place.workspace(),
                    fun text -> eprintfn "%s" text
                )
            )

    /// The claim, by its id, and the experiment that it stands in: the experiment's process is replaced by those that are drawn.
    [<CustomOperation "the">]
    member _.The(draft: FalsifyDraft, claim: string, experiment: Experiment) = { draft with Claim = Some(claim, experiment) }

    /// The family that processes are drawn from, by its id; where nothing is said, the one that the claim names.
    [<CustomOperation "over">]
    member _.Over(draft: FalsifyDraft, family: string) = { draft with Family = Some family }

    /// How many processes are tested.
    [<CustomOperation "processes">]
    member _.Processes(draft: FalsifyDraft, count: int) = { draft with Processes = Some count }

    /// No process is begun after so many minutes.
    [<CustomOperation "minutes">]
    member _.Minutes(draft: FalsifyDraft, minutes: float) = { draft with Minutes = Some minutes }

    /// Of all that is drawn.
    [<CustomOperation "seed">]
    member _.Seed(draft: FalsifyDraft, seed: int) = { draft with Seed = Some seed }

    /// The most smaller processes that are tried on a counterexample.
    [<CustomOperation "shrinks">]
    member _.Shrinks(draft: FalsifyDraft, count: int) = { draft with Shrinks = Some count }

    /// Tests all processes even when a counterexample is found, so that the failing fraction is estimated.
    [<CustomOperation "keepGoing">]
    member _.KeepGoing(draft: FalsifyDraft) = { draft with KeepGoing = true }
