namespace Harness.Scripting

open System
open Harness.Experiments

/// One trained network of an experiment.
[<Sealed; StructuredFormatDisplay("{Text}")>]
type Trained internal (experiment: LoadedExperiment, result: ExperimentResult) =

    let replicate = result.Replicates[0]

    member internal _.Experiment = experiment

    /// <summary>The seed that it was trained with.</summary>
    /// <example><code>
    /// (train 2 quick).Seed // → 2
    /// </code></example>
    member _.Seed = replicate.Seed

    /// <summary>Exact loss above the best attainable one, in nats; none when the training diverged.</summary>
    /// <example><code>
    /// (train 1 quick).LossGapNats |> Option.map (fun gap -> 1e-6 > gap) // → Some(True)
    /// </code></example>
    member _.LossGapNats =
        match replicate.Loss with
        | Null -> None
        | NonNull loss -> Some loss.GapNats

    member internal trained.Text =
        let gap = trained.LossGapNats |> Option.map (fun gap -> $"loss gap {gap:F5} nats") |> Option.defaultValue "diverged"
        let rows = [ for row in replicate.Probes -> $"  {row.Location.Name, -36}{Harness.Reports.Wording.Word row.Partition, -10}{row.Trained, 9}{row.Untrained, 12}{row.Permuted, 11}" ]
        let header = $"""  {"R² of the belief at", -36}{"held out", -10}{"trained", 9}{"untrained", 12}{"permuted", 11}"""
        String.Join("\n", $"{experiment.Spec.Id} seed {replicate.Seed}: {replicate.Training.Steps} steps, {gap}" :: header :: rows) + "\n"

    override trained.ToString() = trained.Text

    interface IPicture with
        member _.Svg() = Drawing.simplex result.Plan.Tree replicate.Picture
