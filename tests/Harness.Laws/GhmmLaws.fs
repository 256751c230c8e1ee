module Harness.Laws.GhmmLaws

open Harness.Beliefs
open Harness.Numerics
open Harness.Processes
open Harness.Training
open Xunit

let private depth = 4
let private grow p = BeliefTree.Grow(RandomGhmm.toModel p, depth)

/// ηφ = 1 after every word, and Σφ is the dimension.
[<Law(MaxTest = 300)>]
let Beliefs_OfAnyGhmm_StayInTheGauge (p: RandomGhmm) =
    let model = RandomGhmm.toModel p
    let readout = Agreement.readout model
    let tree = grow p
    Agreement.within (1e-13 * Agreement.size readout) "Σφ" (float model.StateCount) (Array.sum readout)

    for node in Agreement.nodes tree do
        let belief = Agreement.belief tree node
        Agreement.within (1e-14 * Agreement.size belief * Agreement.size readout) "ηφ" 1.0 (Agreement.dot belief readout)

[<Law(MaxTest = 300)>]
let WordProbabilities_OfAnyGhmm_ArePositiveAndSumToOne (p: RandomGhmm) =
    let tree = grow p

    for length in 0..depth do
        let probabilities = Agreement.level tree length |> Array.map (fun node -> tree.Probabilities[node])
        Assert.All(probabilities, fun probability -> Assert.InRange(probability, 0.0, 1.0 + 1e-12))
        Agreement.within 1e-10 $"length {length}" 1.0 (Array.sum probabilities)

/// Next-token laws are laws although beliefs are not.
[<Law>]
let NextTokenLaws_OfAnyGhmm_LieOnTheSimplex (p: RandomGhmm) =
    let tree = grow p

    for node in Agreement.nodes tree do
        let law = Agreement.nextToken tree.Process (Agreement.belief tree node)
        Assert.All(law, fun probability -> Assert.InRange(probability, 0.0, 1.0 + 1e-9))
        Agreement.within 1e-9 "sum" 1.0 (Array.sum law)

/// (ηS)(S⁻¹T⁽ʷ⁾S)(S⁻¹φ) = ηT⁽ʷ⁾φ: coordinates cannot be observed.
[<Law(MaxTest = 300)>]
let ChangeOfBasis_OfAnyProcess_ChangesNoObservable (DisguisedProcess(p, disguised)) =
    let plain, tree = BeliefTree.Grow(RandomProcess.toModel p, depth), grow disguised
    Agreement.words 1e-12 plain tree
    Agreement.vectors 1e-10 "h" (MyopicEntropy.Nats plain) (MyopicEntropy.Nats tree)

    for node in Agreement.nodes plain do
        Agreement.vectors 1e-8 "P(z | w)" (Agreement.nextToken plain.Process (Agreement.belief plain node)) (Agreement.nextToken tree.Process (Agreement.belief tree node))

/// Different beliefs stay different: the map between coordinates is one to one.
[<Law>]
let ChangeOfBasis_OfAnyProcess_KeepsTheNumberOfMixedStates (DisguisedProcess(p, disguised)) =
    let plain = MixedStatePresentation.Of(RandomProcess.toModel p, 60)
    let changed = MixedStatePresentation.Of(RandomGhmm.toModel disguised, 60)

    if plain.Closed && changed.Closed then
        Assert.Equal<int>(plain.Transitions, changed.Transitions)
        Assert.Equal<bool>(plain.Recurrent, changed.Recurrent)
        Agreement.vectors 1e-8 "P" plain.Probabilities changed.Probabilities

/// η(uv) = η(v from η(u)) and P(uv) = P(u) P(v | u).
[<Law>]
let Update_OfAnyGhmmByTwoWords_EqualsUpdateByTheirConcatenation (p: RandomGhmm) (choices: uint8 list) (cut: uint8) =
    let model = RandomGhmm.toModel p
    let word = choices |> List.truncate 6 |> List.map int |> Agreement.wordOf model |> List.map string |> Array.ofList
    let first, second = Array.splitAt (int cut % (word.Length + 1)) word
    let whole, head = WordTheory.Of(model, word), WordTheory.Of(model, first)
    let tail = WordTheory.Of(model.StartingFrom head.Belief, second)
    let tolerance = 1e-13 / whole.Probability
    Agreement.vectors (tolerance * Agreement.size whole.Belief) "belief" whole.Belief tail.Belief
    Agreement.within 1e-13 "P(uv)" whole.Probability (head.Probability * tail.Probability)

/// Σ_z P(z | η) η⁽ᶻ⁾ = ηT.
[<Law>]
let NextBelief_OfAnyGhmmAveragedOverTheNextToken_IsTheBeliefMovedByT (p: RandomGhmm) =
    let tree = grow p
    let total = Agreement.chain (RandomGhmm.toModel p)

    for parent, nodes in Agreement.families tree do
        let belief = Agreement.belief tree parent
        let weighted node = Agreement.belief tree node |> Array.map (fun b -> b * tree.Probabilities[node] / tree.Probabilities[parent])
        let average = nodes |> Seq.map weighted |> Seq.reduce (Array.map2 (+))
        Agreement.vectors (1e-9 * Agreement.size belief) "average" (Agreement.rowTimes belief total) average

[<Law>]
let MyopicEntropies_OfAnyGhmmFromTheStationaryStart_DoNotIncrease (p: RandomGhmm) =
    let tree = grow p
    let entropies = MyopicEntropy.Nats tree
    Seq.pairwise entropies |> Seq.iter (fun (shorter, longer) -> Agreement.atMost 1e-10 "h" shorter longer)
    Agreement.vectors 1e-10 "H" (BlockEntropy.Nats tree) (BlockEntropy.Nats entropies)

/// The causal states of a generalised model are an ordinary unifilar machine for the same words.
[<Law>]
let EpsilonMachine_OfAFiniteGhmm_LeavesWordProbabilitiesUnchanged (DisguisedProcess(_, disguised)) =
    let model = RandomGhmm.toModel disguised
    let presentation = MixedStatePresentation.Of(model, 60)

    if presentation.Closed then
        match BeliefChain(presentation).LongRun() with
        | null -> Assert.Fail "the mixed states have no long-run law"
        | longRun ->
            let machine = EpsilonMachine.Of(presentation, longRun)
            Assert.InRange(machine.Count, 1, presentation.Recurrent |> Seq.filter id |> Seq.length)
            Agreement.words 1e-8 (BeliefTree.Grow(model, depth)) (BeliefTree.Grow(machine.ToModel model, depth))

/// A walk through beliefs that are no laws draws words as often as they are probable.
[<Law(MaxTest = 50)>]
let WalkThroughBeliefs_OfAnyGhmm_DrawsOnlyPossibleWords (p: RandomGhmm) (seed: int) =
    let model = RandomGhmm.toModel p
    let walk, random = BeliefWalk model, Seed(seed).Stream "data"
    let tree = BeliefTree.Grow(model, 3)
    let probability = Agreement.level tree 3 |> Seq.map (fun node -> tree.Word node |> List.ofArray, tree.Probabilities[node]) |> dict
    let draws = 2000

    let counts =
        Seq.init draws (fun _ ->
            let tokens = Array.zeroCreate<uint16> 3
            walk.Draw(random, System.Span tokens)
            tokens |> Seq.map int |> List.ofSeq)
        |> Seq.countBy id
        |> List.ofSeq

    for word, count in counts do
        Assert.True(probability.ContainsKey word, $"%A{word} was drawn")
        // Bernstein: at most once in 10⁹ does a frequency stray as far.
        let p = probability[word]
        let t = 21.0
        Agreement.within (sqrt (2.0 * t * float draws * p * max 0.0 (1.0 - p)) + t) $"%A{word}" (float draws * p) (float count)
