module Harness.Laws.BeliefLaws

open FsCheck.Xunit
open Harness.Beliefs
open Xunit

let private filter model (word: int list) =
    WordTheory.Of((model: Harness.Processes.HiddenMarkovModel), word |> List.map string |> Array.ofList)

[<Property>]
let Beliefs_AfterAnyWord_LieOnTheSimplex (p: RandomProcess) =
    let tree = BeliefTree.Grow(RandomProcess.toModel p, 5)

    for node in Agreement.nodes tree do
        let belief = Agreement.belief tree node
        Assert.All(belief, fun probability -> Assert.InRange(probability, 0.0, 1.0 + 1e-15))
        Agreement.within 1e-14 "sum" 1.0 (Array.sum belief)

/// η(uv) = η(v from η(u)) = ηT⁽ᵘᵛ⁾ normalised once at the end, and P(uv) = P(u) P(v | u).
[<Property>]
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

[<Property>]
let WordProbabilities_OfEachLength_SumToOne (p: RandomProcess) =
    let tree = BeliefTree.Grow(RandomProcess.toModel p, 5)

    for length in 0..5 do
        Agreement.within 1e-13 $"length {length}" 1.0 (Array.sum tree.Probabilities[tree.LevelStart[length] .. tree.LevelStart[length + 1] - 1])

/// Every word and none else: a word is in the tree just when the product of matrices is not zero.
[<Property>]
let Tree_OfEachLength_HoldsExactlyThePossibleWords (p: RandomProcess) =
    let model = RandomProcess.toModel p
    let tree = BeliefTree.Grow(model, 4)
    let extend row = Seq.init p.Symbols (fun z -> Agreement.rowTimes row (Agreement.matrix model z)) |> Seq.filter (fun next -> Array.sum next > 0.0)
    let mutable rows = [ Array.ofSeq model.Start ]

    for length in 0..4 do
        Assert.Equal(rows.Length, tree.LevelStart[length + 1] - tree.LevelStart[length])
        rows <- rows |> List.collect (extend >> List.ofSeq)

/// Σ_z P(z | η) η⁽ᶻ⁾ = ηT.
[<Property>]
let NextBelief_AveragedOverTheNextToken_IsTheBeliefMovedByT (p: RandomProcess) =
    let model = RandomProcess.toModel p
    let tree = BeliefTree.Grow(model, 4)
    let total = Seq.init p.Symbols (Agreement.matrix model) |> Seq.reduce (Array.map2 (Array.map2 (+)))
    let children = Agreement.nodes tree |> Seq.skip 1 |> Seq.groupBy (fun node -> tree.Parents[node])

    for parent, nodes in children do
        let weighted node = Agreement.belief tree node |> Array.map (fun b -> b * tree.Probabilities[node] / tree.Probabilities[parent])
        let average = nodes |> Seq.map weighted |> Seq.reduce (Array.map2 (+))
        Agreement.vectors 1e-13 "average" (Agreement.rowTimes (Agreement.belief tree parent) total) average

[<Property>]
let Relabelling_OfStates_PermutesBeliefsAndChangesNoObservable (p: RandomProcess) (key: uint64) =
    let order = Harness.Numerics.RandomStream(key).NextPermutation p.States
    let tree = BeliefTree.Grow(RandomProcess.toModel p, 5)
    let relabelled = BeliefTree.Grow(RandomProcess.toModel (RandomProcess.permute order p), 5)
    Assert.Equal<int>(tree.Parents, relabelled.Parents)
    Assert.Equal<uint16>(tree.Symbols, relabelled.Symbols)
    Agreement.vectors 1e-14 "P" tree.Probabilities relabelled.Probabilities
    Agreement.vectors 1e-13 "h" (MyopicEntropy.Nats tree) (MyopicEntropy.Nats relabelled)

    for node in Agreement.nodes tree do
        let belief = Agreement.belief tree node
        Agreement.vectors 1e-12 "belief" (order |> Array.map (fun i -> belief[i])) (Agreement.belief relabelled node)

/// States of equal futures are one to an observer.
[<Property>]
let DuplicateState_OfAnyProcess_ChangesNoWordProbability (p: RandomProcess) (twin: uint8) =
    let tree = BeliefTree.Grow(RandomProcess.toModel p, 4)
    let doubled = BeliefTree.Grow(RandomProcess.toModel (RandomProcess.duplicate (int twin % p.States) p), 4)
    Assert.Equal<int>(tree.Parents, doubled.Parents)
    Agreement.vectors 1e-14 "P" tree.Probabilities doubled.Probabilities

[<Property>]
let NextTokenLaws_AlongTheTree_ProduceTheWordProbabilities (p: RandomProcess) =
    let tree = BeliefTree.Grow(RandomProcess.toModel p, 4)

    for node in Agreement.nodes tree |> Seq.skip 1 do
        let law = Agreement.nextToken tree.Process (Agreement.belief tree tree.Parents[node])
        Agreement.within 1e-14 "P" tree.Probabilities[node] (tree.Probabilities[tree.Parents[node]] * law[int tree.Symbols[node]])
