namespace Harness.Scripting

open Harness.Experiments
open Harness.Runner
open Harness.Specs

/// An experiment. It is read and checked, as a file is, when it is first run, shown or saved.
[<Sealed; StructuredFormatDisplay("{Text}")>]
type Experiment internal (draft: Draft, own: Draft list) =

    let made () = MadeExperiment(Draft.made draft, [| for process' in own -> Draft.made process' |])

    let loaded =
        lazy
            (let struct (experiments, _) = SpecLoading.Load([], Place.workspace(), [| made () |])
             experiments[0])

    member internal _.Draft = draft
    member internal _.Own = own

    /// As the command takes it from a script.
    member internal _.Made = made ()

    member internal _.Loaded: LoadedExperiment = loaded.Value

    /// <summary>Its id.</summary>
    /// <example><code>
    /// (experiment "mine" { window 4 }).Id // → mine
    /// </code></example>
    member _.Id = Draft.textOf "id" draft

    /// <summary>The text of its file: everything checked, defaults left out, the same each time.</summary>
    /// <example><code>
    /// quick.Json.Split('\n')[3] // →   "id": "quick",
    /// </code></example>
    member _.Json = SpecText.Write(loaded.Value.Spec, Place.workspace().Format)

    member internal experiment.Text =
        let spec = loaded.Value.Spec
        let claims = [ for claim in spec.Claims -> $"\n  {claim.Id}: {claim.Measure.Label} {claim.Comparator.Needs}" ]
        let network =
            match spec.Architecture, spec.Model with
            | Null, Null -> "no network"
            | Null, NonNull model -> Harness.Specs.Kinds.Name(model.GetType())
            | NonNull architecture, _ -> Harness.Specs.Kinds.Name(architecture.GetType())
        $"experiment {experiment.Id}: {spec.Process.Label}, {network}, {spec.Seeds.Count} networks{String.concat System.String.Empty claims}"

    override experiment.ToString() = experiment.Text

    interface ISpec with
        member experiment.Json = experiment.Json
