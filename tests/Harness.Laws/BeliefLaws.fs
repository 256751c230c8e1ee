module Harness.Laws.BeliefLaws

open Harness.Beliefs
open Harness.Processes
open Xunit

let private filter model (word: int list) =
    WordTheory.Of((model: Harness.Processes.HiddenMarkovModel), word |> List.map string |> Array.ofList)

[<Law(MaxTest = 400)>]
let Beliefs_FromAnyStart_LieOnTheSimplex (p: StartedProcess) =
    let tree = BeliefTree.Grow(StartedProcess.toModel p, 4)

    for node in Agreement.nodes tree do
        let belief = Agreement.belief tree node
        Assert.All(belief, fun probability -> Assert.InRange(probability, 0.0, 1.0 + 1e-15))
        Agreement.within 1e-14 "sum" 1.0 (Array.sum belief)

/// η(uv) = η(v from η(u)) = ηT⁽ᵘᵛ⁾ normalised once at the end, and P(uv) = P(u) P(v | u).
[<Law>]
let Update_ByTwoWords_EqualsUpdateByTheirConcatenation (walk: Walk) (cut: uint8) =
    let model = RandomProcess.toModel walk.Process
    let word = Agreement.wordOf model walk.Choices
    let first, second = List.splitAt (int cut % (word.Length + 1)) word
    let whole, head = filter model word, filter model first
    let tail = filter (model.StartingFrom head.Belief) second
    let joint = word |> List.fold (fun row z -> Agreement.rowTimes row (Agreement.matrix model z)) (Array.ofSeq model.Start)
    Agreement.vectors 1e-12 "belief" whole.Belief tail.Belief
    Agreement.vectors 1e-12 "belief" whole.Belief (joint |> Array.map (fun mass -> mass / Array.sum joint))
    Agreement.within (1e-12 * whole.Probability) "P(uv)" whole.Probability (head.Probability * tail.Probability)
    Agreement.within (1e-12 * whole.Probability) "P(uv)" whole.Probability (Array.sum joint)

[<Law(MaxTest = 400)>]
let WordProbabilities_OfEachLength_SumToOne (p: StartedProcess) =
    let tree = BeliefTree.Grow(StartedProcess.toModel p, 4)

    for length in 0..4 do
        Agreement.within 1e-13 $"length {length}" 1.0 (Agreement.level tree length |> Array.sumBy (fun node -> tree.Probabilities[node]))

/// P from a mixture of starts is the mixture of P from each: P(w) is linear in η₀.
[<Law>]
let WordProbabilities_FromAMixtureOfStates_AreTheMixture (p: StartedProcess) =
    let model = StartedProcess.toModel p
    let probabilities (from: HiddenMarkovModel) =
        let tree = BeliefTree.Grow(from, 3)
        Agreement.nodes tree |> Seq.map (fun node -> List.ofArray (tree.Word node), tree.Probabilities[node]) |> Map.ofSeq

    let parts =
        [ for state in 0 .. model.StateCount - 1 do
              if model.Start[state] > 0.0 then
                  model.Start[state], probabilities (model.StartingFrom(Array.init model.StateCount (fun s -> if s = state then 1.0 else 0.0))) ]

    let whole = probabilities model
    Assert.Equal<int list>(parts |> Seq.collect (snd >> Map.keys) |> set |> List.ofSeq, whole |> Map.keys |> List.ofSeq)

    for KeyValue(word, probability) in whole do
        Agreement.within 1e-14 $"P{word}" (parts |> List.sumBy (fun (weight, part) -> weight * (part |> Map.tryFind word |> Option.defaultValue 0.0))) probability

/// Every word and none else: a word is in the tree just when the product of matrices is not zero.
[<Law>]
let Tree_OfEachLength_HoldsExactlyThePossibleWords (p: StartedProcess) =
    let model = StartedProcess.toModel p
    let tree = BeliefTree.Grow(model, 4)
    let extend row = Seq.init p.Process.Symbols (fun z -> Agreement.rowTimes row (Agreement.matrix model z)) |> Seq.filter (fun next -> Array.sum next > 0.0)
    let mutable rows = [ Array.ofSeq model.Start ]

    for length in 0..4 do
        Assert.Equal(rows.Length, tree.LevelStart[length + 1] - tree.LevelStart[length])
        rows <- rows |> List.collect (extend >> List.ofSeq)

/// Σ_z P(z | η) η⁽ᶻ⁾ = ηT.
[<Law>]
let NextBelief_AveragedOverTheNextToken_IsTheBeliefMovedByT (p: StartedProcess) =
    let model = StartedProcess.toModel p
    let tree = BeliefTree.Grow(model, 4)
    let total = Agreement.chain model

    for parent, nodes in Agreement.families tree do
        let weighted node = Agreement.belief tree node |> Array.map (fun b -> b * tree.Probabilities[node] / tree.Probabilities[parent])
        let average = nodes |> Seq.map weighted |> Seq.reduce (Array.map2 (+))
        Agreement.vectors 1e-13 "average" (Agreement.rowTimes (Agreement.belief tree parent) total) average

/// What is expected of a fixed later token is a martingale: m(w) = P(X₄ = z | w) has Σ_z' P(z' | w) m(wz') = m(w).
[<Law>]
let Prediction_OfAFixedLaterToken_IsAMartingale (p: StartedProcess) =
    let model = StartedProcess.toModel p
    let horizon = 4
    let tree = BeliefTree.Grow(model, horizon - 1)
    let total = Agreement.chain model

    let prediction node =
        Seq.init (horizon - 1 - tree.Length node) ignore
        |> Seq.fold (fun belief () -> Agreement.rowTimes belief total) (Agreement.belief tree node)
        |> Agreement.nextToken model

    for parent, nodes in Agreement.families tree do
        let weighted node = prediction node |> Array.map (fun m -> m * tree.Probabilities[node] / tree.Probabilities[parent])
        Agreement.vectors 1e-13 "m" (prediction parent) (nodes |> Seq.map weighted |> Seq.reduce (Array.map2 (+)))

/// In the long run from a stationary start the average belief stays π, whatever the periods.
[<Law>]
let Beliefs_OfEachLengthFromTheStationaryStart_AverageToIt (p: RandomProcess) =
    let model = RandomProcess.toModel p
    let tree = BeliefTree.Grow(model, 4)

    for length in 1..4 do
        let weighted node = Agreement.belief tree node |> Array.map ((*) tree.Probabilities[node])
        Agreement.vectors 1e-13 "average" (Array.ofSeq model.Stationary) (Agreement.level tree length |> Seq.map weighted |> Seq.reduce (Array.map2 (+)))

[<Law>]
let Relabelling_OfStates_PermutesBeliefsAndChangesNoObservable (p: RandomProcess) (key: uint64) =
    let order = Harness.Numerics.RandomStream(key).NextPermutation p.States
    let tree = BeliefTree.Grow(RandomProcess.toModel p, 5)
    let relabelled = BeliefTree.Grow(RandomProcess.toModel (RandomProcess.permute order p), 5)
    Agreement.words 1e-14 tree relabelled
    Agreement.vectors 1e-13 "h" (MyopicEntropy.Nats tree) (MyopicEntropy.Nats relabelled)

    for node in Agreement.nodes tree do
        let belief = Agreement.belief tree node
        Agreement.vectors 1e-12 "belief" (order |> Array.map (fun i -> belief[i])) (Agreement.belief relabelled node)

/// States of equal futures are one to an observer.
[<Law>]
let DuplicateState_OfAnyProcess_ChangesNoObservable (p: RandomProcess) (twin: uint8) =
    let tree = BeliefTree.Grow(RandomProcess.toModel p, 4)
    let doubled = BeliefTree.Grow(RandomProcess.toModel (RandomProcess.duplicate (int twin % p.States) p), 4)
    Agreement.words 1e-14 tree doubled
    Agreement.vectors 1e-13 "h" (MyopicEntropy.Nats tree) (MyopicEntropy.Nats doubled)

    for node in Agreement.nodes tree do
        Agreement.vectors 1e-12 "P(z | w)" (Agreement.nextToken tree.Process (Agreement.belief tree node)) (Agreement.nextToken doubled.Process (Agreement.belief doubled node))

[<Law>]
let NextTokenLaws_AlongTheTree_ProduceTheWordProbabilities (p: StartedProcess) =
    let tree = BeliefTree.Grow(StartedProcess.toModel p, 4)

    for node in Agreement.nodes tree |> Seq.skip 1 do
        let law = Agreement.nextToken tree.Process (Agreement.belief tree tree.Parents[node])
        Agreement.within 1e-14 "P" tree.Probabilities[node] (tree.Probabilities[tree.Parents[node]] * law[int tree.Symbols[node]])
