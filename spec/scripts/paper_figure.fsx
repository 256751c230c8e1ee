// Figure 5 of Shai et al. 2024 (arXiv:2405.15943), start to end: the belief simplex of Mess3 in theory, and as it is read off a network before and after training.
//   dotnet fsi spec/scripts/paper_figure.fsx [file, runs/mess3-simplex.svg by default] [--quick]
// A minute or two for four layers; --quick trains a small network for a moment, and its picture is coarse.
#if INTERACTIVE && !HOSTED
#load "_prelude.fsx"
#endif

open Harness.Scripting

let private mess3 = named "mess3" [ "x", 0.05; "a", 0.85 ]

/// One network; the full one is the first of spec/experiments/mess3.json.
let figure quick =
    let layers, width, tokens, length = if quick then 1, 16, 6, 150 else 4, 64, 10, 600

    experiment (if quick then "mess3-figure-quick" else "mess3-figure") {
        title "The belief simplex of Mess3 in the final residual stream"
        source "Shai et al. 2024, arXiv:2405.15943, Fig. 5"
        over mess3
        network (Network.transformer layers width [])
        window tokens
        batch 256
        optimizer (Optimizer.adamW (if quick then 0.01 else 0.003) 0.0)
        schedule (Optimizer.cosine (length / 6))
        steps length
        seeds [ 201 ]
        claims [
            claim (if quick then "mess3-figure-quick/loss" else "mess3-figure/loss") {
                statement "The loss is near its optimum."
                measure Measure.lossGap
                comparator (Compare.atMost 0.02)
                interval (Compare.studentT 0.95)
            } ]
    }

/// What `harness run` takes from this script.
let experiments = [ figure false ]

let main (arguments: string list) =
    let quick = List.contains "--quick" arguments
    let file = arguments |> List.filter ((<>) "--quick") |> List.tryHead |> Option.defaultValue "runs/mess3-simplex.svg"
    let card = theory 10 mess3
    printfn "Theory: entropy rate %.4f bits, %.3f nats to learn beyond the alphabet, beliefs of dimension %.2f." card.EntropyRateBits card.LearnableNats (Option.defaultValue 0.0 card.LyapunovDimension)
    printfn "Training one network ..."
    let network = figure quick |> train 201
    printfn "%O" network
    printfn "%O" (network |> probe (if quick then "blocks.0.hook_resid_post" else "blocks.3.hook_resid_post"))
    printfn "The figure, theory | untrained | trained: %s" (network |> plot file)

#if INTERACTIVE && !HOSTED
main (List.tail (List.ofArray fsi.CommandLineArgs))
#endif
