module Harness.Laws.SamplerLaws

open System
open FsCheck.Xunit
open Harness.Beliefs
open Harness.Numerics
open Harness.Processes
open Harness.Training
open Xunit

/// Σ (observed − expected)² / expected over the words expected at least five times, the others pooled; at most what a fair sampler
/// exceeds about once in 10⁹ draws (Laurent and Massart 2000: df + 2√(df·t) + 2t with t = 20).
let private chiSquareHolds (expected: float[]) (observed: float[]) =
    let cells = Array.zip expected observed
    let common, rare = cells |> Array.partition (fun (e, _) -> e >= 5.0)
    let pooled = rare |> Array.fold (fun (e, o) (e', o') -> e + e', o + o') (0.0, 0.0)
    let used = if fst pooled >= 5.0 then Array.append common [| pooled |] else common
    let statistic = used |> Array.sumBy (fun (e, o) -> (o - e) ** 2.0 / e)
    let freedom = float used.Length
    Agreement.atMost 0.0 "chi-square" (freedom + 2.0 * sqrt (freedom * 20.0) + 40.0) statistic

let private frequenciesAgree (model: HiddenMarkovModel) (draw: uint16[] -> unit) =
    let length, sequences = 3, 4000
    let sequence _ =
        let tokens = Array.zeroCreate<uint16> length
        draw tokens
        List.ofArray tokens
    let counts = Seq.init sequences sequence |> Seq.countBy id |> dict
    let tree = BeliefTree.Grow(model, length)
    let leaves = [| tree.LevelStart[length] .. tree.LevelStart[length + 1] - 1 |]
    let wordOf node = tree.Word node |> Array.map uint16 |> List.ofArray
    let observed = leaves |> Array.map (fun node -> match counts.TryGetValue(wordOf node) with | true, n -> float n | _ -> 0.0)
    Assert.Equal(float sequences, Array.sum observed)
    chiSquareHolds (leaves |> Array.map (fun node -> float sequences * tree.Probabilities[node])) observed

[<Property(MaxTest = 100)>]
let WalkThroughHiddenStates_Frequencies_AgreeWithWordProbabilities (p: RandomProcess) (seed: int) =
    let model = RandomProcess.toModel p
    let walk, random = HiddenStateWalk model, Seed(seed).Stream "data"
    frequenciesAgree model (fun tokens -> walk.Draw(random, Span tokens))

[<Property(MaxTest = 100)>]
let WalkThroughBeliefs_Frequencies_AgreeWithWordProbabilities (p: RandomProcess) (seed: int) =
    let model = RandomProcess.toModel p
    let walk, random = BeliefWalk model, Seed(seed).Stream "data"
    frequenciesAgree model (fun tokens -> walk.Draw(random, Span tokens))

[<Property>]
let Batch_OfAnyNumber_IsIndependentOfEarlierDraws (p: RandomProcess) (seed: int) (earlier: uint8 list) (batch: uint16) =
    let model = RandomProcess.toModel p
    let stream = Seed(seed).Stream "data"
    let used = BatchSampler(model, stream)
    earlier |> List.iter (fun k -> used.Draw(int64 k, 3, 4) |> ignore)
    let fresh = BatchSampler(model, Seed(seed).Stream "data")
    Assert.Equal<uint16>(fresh.Draw(int64 batch, 5, 6), used.Draw(int64 batch, 5, 6))

[<Fact>]
let Batches_OfDifferentNumbersAndSeeds_Differ () =
    let coin = { Kind = "coin"; Symbols = 2; Weights = [| [| 1L; 1L |] |] } |> RandomProcess.toModel
    let draws = [ for seed in 0..9 do for batch in 0L .. 9L -> BatchSampler(coin, Seed(seed).Stream "data").Draw(batch, 8, 16) |> List.ofArray ]
    Assert.Equal(100, (List.distinct draws).Length)

[<Property>]
let Sampler_FromAKnownStart_DrawsOnlyPossibleWords (walk: Walk) (seed: int) =
    let model = RandomProcess.toModel walk.Process
    let word = Agreement.wordOf model walk.Choices |> List.map string |> Array.ofList
    let from = model.StartingFrom(WordTheory.Of(model, word).Belief)
    let tree = BeliefTree.Grow(from, 3)
    let possible = Agreement.nodes tree |> Seq.map (tree.Word >> Array.map uint16 >> List.ofArray) |> set
    BatchSampler(from, Seed(seed).Stream "data").Draw(0L, 200, 3) |> Array.chunkBySize 3 |> Array.forall (fun drawn -> possible.Contains(List.ofArray drawn))
