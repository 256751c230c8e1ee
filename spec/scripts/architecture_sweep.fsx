// The same question to three architectures on two processes. The experiments of this script are committed as spec/experiments/sweep-*.json.
//   dotnet fsi spec/scripts/architecture_sweep.fsx spec/experiments     writes those files again
//   harness run spec/scripts/architecture_sweep.fsx --tier full        trains and judges all of them
#if INTERACTIVE && !HOSTED
#load "_prelude.fsx"
#endif

open System.IO
open Harness.Scripting

let private question =
    experiment "sweep" {
        title "Which architectures carry beliefs"
        source "made by spec/scripts/architecture_sweep.fsx"
        over (named "mess3" [])
        network (Network.lstm 1 32)
        window 8
        batch 64
        optimizer (Optimizer.adam 0.005)
        schedule (Optimizer.cosine 50)
        steps 1500
        seeds [ 501 .. 505 ]
        claims [
            claim "sweep/last-layer-decodes-beliefs" {
                tier "full"
                statement "The last layer leaves at most 0.61 of the error in decoding beliefs that the same network leaves before training, or a code without geometry."
                measure (Measure.affineProbe "blocks.1.hook_resid_post" [])
                // log((1 − R²) of the null / (1 − R²)) ≥ 0.5: on Mess3 an untrained LSTM already reads 0.97, so differences of R² say little.
                comparator (kind "exceeds" [ "nulls" => [ "untrained"; "permuted" ]; "margin" => 0.5; "scale" => "log-error-ratio" ])
                interval (Compare.pairedT 0.95)
                precondition (Compare.settledWithin 0.02)
                control Compare.planted
                control Compare.shuffled
            } ]
    }

let experiments =
    question
    |> sweep [
        overProcesses [ named "mess3" [ "x", 0.05; "a", 0.85 ]; named "rrxor" [] ]
        overNetworks [ "transformer", Network.transformer 2 32 []; "lstm", Network.lstm 2 32; "state-space", Network.stateSpace 2 32 ] ]

/// Writes the experiments into a folder, or says what they are.
let main (arguments: string list) =
    match arguments with
    | [ folder ] ->
        for experiment in experiments do
            printfn "wrote %s" (experiment |> save (Path.Combine(folder, experiment.Id + ".json")))
    | _ ->
        for experiment in experiments do
            printfn "%O" experiment

        printfn "\n%d experiments. To train and judge them: harness run spec/scripts/architecture_sweep.fsx --tier full" experiments.Length

#if INTERACTIVE && !HOSTED
main (List.tail (List.ofArray fsi.CommandLineArgs))
#endif
