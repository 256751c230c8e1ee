module Harness.Laws.ExactFilterLaws

open Harness.Beliefs
open Harness.Laws.Oracle
open Harness.Processes
open Xunit

let private doubles = Array.map (fun (f: Fraction) -> f.ToDouble())

/// No word more, no word less, every probability to a relative 10⁻¹² and every belief to 10⁻¹²: in a hidden Markov model nothing is
/// subtracted, so that not even a probability of 10⁻⁴⁰ may lose digits.
let private agree depth (exact: ExactProcess) (model: HiddenMarkovModel) =
    let tree = BeliefTree.Grow(model, depth)
    let nodes = Agreement.nodes tree |> Seq.map (fun node -> List.ofArray (tree.Word node), node) |> dict
    let filter = ExactFilter exact
    let words = filter.Words depth |> List.ofSeq
    Assert.Equal(words.Length, nodes.Count)

    for word, probability, ray in words do
        let node = nodes[word]
        let p = probability.ToDouble()
        Agreement.within (1e-12 * p) $"P{word}" p tree.Probabilities[node]
        Agreement.vectors 1e-12 $"η{word}" (doubles (filter.Belief ray)) (Agreement.belief tree node)
        Agreement.vectors 1e-12 $"P(z|{word})" (doubles (filter.NextToken ray)) (Agreement.nextToken model (Agreement.belief tree node))

[<Law(MaxTest = 300)>]
let Tree_OfAnyProcess_AgreesWithFractions (p: RandomProcess) = agree 3 (RandomProcess.toExact p) (RandomProcess.toModel p)

[<Law(MaxTest = 300)>]
let Tree_OfAnyStart_AgreesWithFractions (p: StartedProcess) = agree 3 (StartedProcess.toExact p) (StartedProcess.toModel p)

/// A generalised model subtracts, so that what rounding leaves of 0 is cut off at 10⁻¹², and digits are lost where a token is unlikely.
[<Law(MaxTest = 300)>]
let Tree_OfAnyGhmm_AgreesWithFractions (p: RandomGhmm) =
    let model, filter = RandomGhmm.toModel p, ExactFilter p.Exact
    let depth = 3
    let tree = BeliefTree.Grow(model, depth)
    let exact = filter.Words depth |> Seq.map (fun (word, probability, ray) -> word, (probability.ToDouble(), ray)) |> dict
    let nodes = Agreement.nodes tree |> Seq.map (fun node -> List.ofArray (tree.Word node), node) |> dict
    let words = exact.Keys |> Seq.filter (fun word -> fst exact[word] > 1e-6)
    Assert.All(words, fun word -> Assert.True(nodes.ContainsKey word, $"the word %A{word} is missing"))

    for word in nodes.Keys do
        let probability, ray = exact[word]
        let belief = doubles (filter.Belief ray)
        Agreement.within 1e-12 $"P{word}" probability tree.Probabilities[nodes[word]]
        Agreement.vectors (1e-13 * Agreement.size belief / probability) $"η{word}" belief (Agreement.belief tree nodes[word])

[<Law>]
let MyopicEntropies_OfAnyStart_AgreeWithFractions (p: StartedProcess) =
    let depth = 4
    let exact = ExactFilter(StartedProcess.toExact p)
    let tree = BeliefTree.Grow(StartedProcess.toModel p, depth)
    Agreement.vectors 1e-13 "h" (ExactEntropies.myopicNats exact |> Seq.take (depth + 1) |> Array.ofSeq) (MyopicEntropy.Nats tree)
    Agreement.vectors 1e-13 "H" (ExactEntropies.blockNats depth exact) (BlockEntropy.Nats tree)

[<Law>]
let MyopicEntropies_OfAnyGhmm_AgreeWithFractions (p: RandomGhmm) =
    let depth = 3
    let tree = BeliefTree.Grow(RandomGhmm.toModel p, depth)
    let exact = ExactEntropies.myopicNats (ExactFilter p.Exact) |> Seq.take (depth + 1) |> Array.ofSeq
    Agreement.vectors 1e-10 "h" exact (MyopicEntropy.Nats tree)

let private limit = 150

let private distance (a: float[]) b = Array.map2 (fun x y -> abs (x - y)) a b |> Array.max

/// The nearest that two of these beliefs come to each other.
let private separation (beliefs: float[][]) =
    Seq.allPairs (Seq.indexed beliefs) (Seq.indexed beliefs)
    |> Seq.filter (fun ((i, _), (j, _)) -> i < j)
    |> Seq.map (fun ((_, a), (_, b)) -> distance a b)
    |> Seq.fold min infinity

/// Where fractions close, and no two beliefs are so near that the product must not tell them apart, it finds the same states and moves.
[<Law(MaxTest = 300)>]
let Presentation_OfAnyProcess_IsTheOneThatFractionsClose (p: RandomProcess) =
    let filter = ExactFilter(RandomProcess.toExact p)

    match ExactPresentation.tryClose limit filter with
    | Some exact when separation (exact.States |> Array.map (filter.Belief >> doubles)) > 2.0 * BeliefIndex.Radius ->
        let product = MixedStatePresentation.Of(RandomProcess.toModel p, limit)
        Assert.True(product.Closed, $"{exact.States.Length} states are all, which was not found")
        Assert.Equal<int>(Array.concat exact.Next, product.Transitions)
        let recurrent = product.Recurrent |> Array.indexed |> Array.filter snd |> Array.map fst
        Assert.Equal<int>(ExactPresentation.recurrent exact, recurrent)
    | _ -> ()

/// Doubles cannot prove that beliefs are finitely many: a process that forgets by a factor of 10⁻¹² with one token has infinitely many that
/// look like few. What "closed" does promise is that every belief is one of the states to rounding.
[<Law(MaxTest = 300)>]
let Presentation_CalledClosed_HoldsEveryBeliefToRounding (p: RandomProcess) =
    let filter = ExactFilter(RandomProcess.toExact p)
    let product = MixedStatePresentation.Of(RandomProcess.toModel p, limit)

    if product.Closed then
        for word, _, ray in filter.Words 5 do
            let state = word |> List.fold (fun state symbol -> product.Transitions[state * p.Symbols + symbol]) 0
            Agreement.vectors 1e-9 $"η{word}" (doubles (filter.Belief ray)) (product.Belief(state).ToArray())

[<Law(MaxTest = 100)>]
let Quantities_OfFiniteProcess_AgreeWithFractions (FiniteProcess p) =
    match ExactPresentation.tryClose 40 (ExactFilter(RandomProcess.toExact p)) with
    | None -> ()
    | Some exact ->
        let theory = ProcessTheory.Of(RandomProcess.toModel p, 3)
        let bits nats = nats / log 2.0
        Agreement.within 1e-12 "h" (ExactEntropies.rateNats exact) theory.EntropyRateNats.Value
        Agreement.within 1e-9 "C" (bits (ExactEntropies.complexityNats exact)) theory.StatisticalComplexityBits.Value.Value
        Agreement.within 1e-9 "E" (bits (ExactEntropies.excessNats exact)) theory.ExcessEntropyBits.Value.Value
