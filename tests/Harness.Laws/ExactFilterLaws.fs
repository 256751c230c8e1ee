module Harness.Laws.ExactFilterLaws

open FsCheck.Xunit
open Harness.Beliefs
open Harness.Processes
open Xunit

let private agree depth (exact: ExactProcess) =
    let states, symbols = exact.Matrices[0].Length, exact.Matrices.Length
    let stationary = ExactFilter.stationary exact |> Array.map _.ToDouble()
    let matrices = exact.Matrices |> Array.map (Array.collect (Array.map _.ToDouble()))

    let model =
        HiddenMarkovModel("exact", dict [] |> System.Collections.Generic.Dictionary, Array.init symbols string, Array.init states string, matrices, stationary, stationary)

    let tree = BeliefTree.Grow(model, depth)
    let nodes = Agreement.nodes tree |> Seq.map (fun node -> List.ofArray (tree.Word node), node) |> dict
    let words = ExactFilter.words depth exact |> List.ofSeq
    Assert.Equal(words.Length, nodes.Count)

    for word, probability, belief in words do
        let node = nodes[word]
        Agreement.within 1e-12 $"P{word}" (probability.ToDouble()) tree.Probabilities[node]
        Agreement.vectors 1e-12 $"η{word}" (belief |> Array.map _.ToDouble()) (Agreement.belief tree node)

let private rrxor =
    ExactFilter.ofEdges 2 5
        [ 0, 0, 1, 1, 2; 0, 1, 4, 1, 2; 0, 2, 3, 1, 2; 0, 4, 0, 1, 1
          1, 0, 2, 1, 2; 1, 1, 3, 1, 2; 1, 2, 4, 1, 2; 1, 3, 0, 1, 1 ]

let private z1r = ExactFilter.ofEdges 2 3 [ 0, 0, 1, 1, 1; 0, 2, 0, 1, 2; 1, 1, 2, 1, 1; 1, 2, 0, 1, 2 ]
let private even = ExactFilter.ofEdges 2 2 [ 0, 0, 0, 1, 2; 1, 0, 1, 1, 2; 1, 1, 0, 1, 1 ]
let private goldenMean = ExactFilter.ofEdges 2 2 [ 0, 0, 0, 1, 2; 0, 1, 0, 1, 1; 1, 0, 1, 1, 2 ]

/// x = 1/20, a = 17/20: stay with 18/20, move to each other state with 1/20; emit the new state's token with 34/40, each other with 3/40.
let private mess3 =
    ExactFilter.ofEdges 3 3
        [ for z in 0..2 do
              for i in 0..2 do
                  for j in 0..2 do
                      z, i, j, (if i = j then 18 else 1) * (if j = z then 34 else 3), 800 ]

[<Fact>]
let Tree_OfRrxor_AgreesWithFractions () = agree 10 rrxor

[<Fact>]
let Tree_OfZ1r_AgreesWithFractions () = agree 9 z1r

[<Fact>]
let Tree_OfEven_AgreesWithFractions () = agree 9 even

[<Fact>]
let Tree_OfGoldenMean_AgreesWithFractions () = agree 9 goldenMean

[<Fact>]
let Tree_OfMess3_AgreesWithFractions () = agree 6 mess3

[<Fact>]
let Words_OfMess3_HaveProbabilitiesKnownInFractions () =
    let probability =
        ExactFilter.words 2 mess3 |> Seq.pick (fun (word, p, _) -> if word = [ 0; 0 ] then Some p else None)

    Assert.Equal(Fraction.Of(2245625L, 10000000L), probability)

[<Property(MaxTest = 60)>]
let Tree_OfAnyProcess_AgreesWithFractions (p: RandomProcess) = agree 3 (RandomProcess.toExact p)
