namespace Harness.Scripting

open System.Runtime.CompilerServices
open System.Runtime.InteropServices

/// An experiment while it is written.
type ExperimentDraft = internal { Spec: Draft; Own: Draft list }

/// What `experiment "id" { … }` is written with.
[<Sealed>]
type ExperimentBuilder internal (id: string, file: string, line: int) =

    let set name line part draft = { draft with Spec = Draft.set name line part draft.Spec }
    let setIn outer name line part draft = { draft with Spec = Draft.setIn outer name line part draft.Spec }

    member _.Yield(_: unit) =
        { Spec =
            Draft.start file line [ "$schema" => "../schema/experiment.schema.json"; "schema" => 1 ] |> Draft.set "id" line (Text id)
          Own = [] }

    member _.Run(draft: ExperimentDraft) : Experiment = Experiment(draft.Spec |> Draft.otherwise "title" (Text id), draft.Own)

    /// What is asked, in one line.
    [<CustomOperation "title">]
    member _.Title(draft: ExperimentDraft, text: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = set "title" line (Text text) draft

    /// Where the question comes from.
    [<CustomOperation "source">]
    member _.Source(draft: ExperimentDraft, text: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = set "source" line (Text text) draft

    /// What else there is to say.
    [<CustomOperation "notes">]
    member _.Notes(draft: ExperimentDraft, text: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = set "notes" line (Text text) draft

    /// The process that the networks learn.
    [<CustomOperation "over">]
    member _.Over(draft: ExperimentDraft, process': Process, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) =
        { set "process" line process'.Reference draft with Own = process'.Own }

    /// The architecture; see Network.
    [<CustomOperation "network">]
    member _.Network(draft: ExperimentDraft, part: Part, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = set "architecture" line part draft

    /// The number of tokens that a network sees.
    [<CustomOperation "window">]
    member _.Window(draft: ExperimentDraft, tokens: int, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = setIn "data" "window" line (Part.ofValue tokens) draft

    /// Sequences in a step.
    [<CustomOperation "batch">]
    member _.Batch(draft: ExperimentDraft, sequences: int, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = setIn "data" "batch" line (Part.ofValue sequences) draft

    /// sampled, or exact: every prefix with its probability.
    [<CustomOperation "mode">]
    member _.Mode(draft: ExperimentDraft, word: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = setIn "data" "mode" line (Text word) draft

    /// next, or within: only contexts whose next token is in the window.
    [<CustomOperation "predict">]
    member _.Predict(draft: ExperimentDraft, word: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = setIn "data" "predict" line (Text word) draft

    /// How weights are moved; see Optimizer.
    [<CustomOperation "optimizer">]
    member _.Optimizer(draft: ExperimentDraft, part: Part, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = setIn "training" "optimizer" line part draft

    /// Steps of training.
    [<CustomOperation "steps">]
    member _.Steps(draft: ExperimentDraft, number: int, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = setIn "training" "steps" line (Part.ofValue number) draft

    /// How the learning rate changes; see Optimizer.
    [<CustomOperation "schedule">]
    member _.Schedule(draft: ExperimentDraft, part: Part, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = setIn "training" "schedule" line part draft

    /// One network each.
    [<CustomOperation "seeds">]
    member _.Seeds(draft: ExperimentDraft, numbers: int list, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = set "seeds" line (Part.ofValue numbers) draft

    /// What is claimed of them.
    [<CustomOperation "claims">]
    member _.Claims(draft: ExperimentDraft, list: Claim list, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) =
        set "claims" line (Items [ for claim in list -> Draft.part claim.Draft ]) draft

    /// Anything else that the spec of an experiment can say.
    [<CustomOperation "other">]
    member _.Other(draft: ExperimentDraft, property: Property, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = set property.Name line property.Value draft
