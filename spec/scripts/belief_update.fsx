// What an observer of a hidden Markov process believes, token by token.
//   dotnet fsi spec/scripts/belief_update.fsx 0 1 2
#load "_prelude.fsx"

open TorchSharp

// Mess3(x, a): T(z)[i, j] = P(emit z, go to j | at i). The new state j emits its own token with probability a.
let mess3 x a =
    let move i j = if i = j then 1.0 - 2.0 * x else x
    let emit z j = if z = j then a else (1.0 - a) / 2.0
    [| for z in 0..2 -> torch.tensor (Array2D.init 3 3 (fun i j -> move i j * emit z j), dtype = torch.float64) |]

let transitions = mess3 0.05 0.85
let show (belief: torch.Tensor) = belief.data<double>().ToArray() |> Array.map (sprintf "%.6f") |> String.concat "  "

let tokens =
    match fsi.CommandLineArgs |> Array.skip 1 with
    | [||] -> [| 0; 1; 2 |]
    | given -> given |> Array.map int

let stationary = torch.tensor ([| 1.0 / 3.0; 1.0 / 3.0; 1.0 / 3.0 |], dtype = torch.float64)
printfn "before any token: %s" (show stationary)

tokens
|> Array.fold
    (fun (belief: torch.Tensor, probability: double) token ->
        // Bayes: the joint of the token and the next state, then normalised by the token's probability.
        let joint = torch.matmul (belief, transitions[token])
        let seen = joint.sum().item<double>()
        let updated = joint / seen.ToScalar()
        printfn "after token %d:    %s   (the token had probability %.6f)" token (show updated) seen
        updated, probability * seen)
    (stationary, 1.0)
|> fun (_, probability) -> printfn "probability of the whole word: %.8f" probability
