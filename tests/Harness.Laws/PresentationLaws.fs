module Harness.Laws.PresentationLaws

open System.Collections.Generic
open Harness.Beliefs
open Harness.Processes
open Xunit

let private depth = 6

[<Law>]
let Presentation_OfFiniteProcess_HasTheTreesProbabilitiesAndBeliefs (FiniteProcess p) =
    let model = RandomProcess.toModel p
    let presentation, tree = MixedStatePresentation.Of model, BeliefTree.Grow(model, depth)
    let states = presentation.StatesOf tree
    let probabilities = Array.create tree.Count 1.0

    for node in 1 .. tree.Count - 1 do
        let edge = states[tree.Parents[node]] * p.Symbols + int tree.Symbols[node]
        probabilities[node] <- probabilities[tree.Parents[node]] * presentation.Probabilities[edge]
        Agreement.vectors 1e-9 "belief" (Agreement.belief tree node) (presentation.Belief(states[node]).ToArray())

    Agreement.vectors 1e-9 "P" tree.Probabilities probabilities

/// Some recurrent state always exists, and from a recurrent state every token leads to a recurrent state.
[<Law>]
let Presentation_OfFiniteProcess_NeverLeavesItsRecurrentStates (FiniteProcess p) =
    let presentation = MixedStatePresentation.Of(RandomProcess.toModel p)
    Assert.Contains(true, presentation.Recurrent)

    presentation.Transitions
    |> Seq.indexed
    |> Seq.forall (fun (edge, target) -> target < 0 || not presentation.Recurrent[edge / p.Symbols] || presentation.Recurrent[target])

/// Distinct states are distinct: no two of them are as near as the distance at which beliefs are merged.
[<Law>]
let Presentation_OfAnyProcess_KeepsNoBeliefTwice (p: RandomProcess) =
    let presentation = MixedStatePresentation.Of(RandomProcess.toModel p, 60)
    let beliefs = Array.init presentation.Count (fun state -> presentation.Belief(state).ToArray())

    for i in 0 .. beliefs.Length - 1 do
        for j in 0 .. i - 1 do
            Assert.True(BeliefIndex.Distance(beliefs[i], beliefs[j]) > MixedStatePresentation.MergeDistance)

/// A unifilar process whose state is known stays known: the presentation is the process itself.
[<Law>]
let Presentation_OfUnifilarProcessWithKnownState_IsTheProcess (UnifilarProcess p) =
    let known = Array.init p.States (fun s -> if s = 0 then 1.0 else 0.0)
    let presentation = MixedStatePresentation.Of((RandomProcess.toModel p).StartingFrom known)
    Assert.True presentation.Closed
    Assert.Equal(p.States, presentation.Count)
    Assert.DoesNotContain(false, presentation.Recurrent)

    for state in 0 .. presentation.Count - 1 do
        Assert.Equal(1.0, Array.max (presentation.Belief(state).ToArray()))

/// Where no two states have the same future and the beliefs are finite, the observer ends up certain of the state.
[<Law>]
let Presentation_OfMinimalUnifilarProcess_IsRecurrentOnlyAtVertices (FiniteProcess p) =
    let model = RandomProcess.toModel p

    if model.IsUnifilar && EpsilonMachine.Of(model).Count = p.States then
        let presentation = MixedStatePresentation.Of model

        for state in 0 .. presentation.Count - 1 do
            if presentation.Recurrent[state] then
                Agreement.within 1e-9 "largest probability" 1.0 (Array.max (presentation.Belief(state).ToArray()))

let private longRun presentation =
    match BeliefChain(presentation).LongRun() with
    | null -> failwith "the mixed states have no long-run law"
    | law -> law

let private sameProcess (machine: EpsilonMachine) model =
    Agreement.words 1e-9 (BeliefTree.Grow(model, depth)) (BeliefTree.Grow(machine.ToModel model, depth))

/// The mixed states that are met for ever, with their moves as hidden transitions, are the process once more.
[<Law>]
let RecurrentMixedStates_AsHiddenStates_LeaveWordProbabilitiesUnchanged (FiniteProcess p) =
    let model = RandomProcess.toModel p
    let presentation = MixedStatePresentation.Of model
    let recurrent = presentation.Recurrent |> Array.indexed |> Array.filter snd |> Array.map fst
    let place = recurrent |> Array.mapi (fun index state -> state, index) |> dict

    let matrix symbol =
        recurrent
        |> Array.collect (fun state ->
            let edge = state * p.Symbols + symbol
            let target = presentation.Transitions[edge]
            Array.init recurrent.Length (fun j -> if target >= 0 && place[target] = j then presentation.Probabilities[edge] else 0.0))

    let law = longRun presentation
    let often = recurrent |> Array.map (fun state -> law[state])
    let machine = HiddenMarkovModel("mixed states", Dictionary(), model.Symbols, Model.names "m" recurrent.Length, Array.init p.Symbols matrix, often, often)
    Agreement.words 1e-9 (BeliefTree.Grow(model, 4)) (BeliefTree.Grow(machine, 4))

[<Law>]
let EpsilonMachine_OfUnifilarProcess_LeavesWordProbabilitiesUnchanged (UnifilarProcess p) =
    let model = RandomProcess.toModel p
    let machine = EpsilonMachine.Of model
    Assert.InRange(machine.Count, 1, p.States)
    sameProcess machine model

[<Law>]
let EpsilonMachine_OfMixedStates_LeavesWordProbabilitiesUnchanged (FiniteProcess p) =
    let model = RandomProcess.toModel p
    let presentation = MixedStatePresentation.Of model
    sameProcess (EpsilonMachine.Of(presentation, longRun presentation)) model

[<Law>]
let EpsilonMachine_OfAnEpsilonMachine_IsTheSame (UnifilarProcess p) =
    let model = RandomProcess.toModel p
    let machine = EpsilonMachine.Of model
    let again = EpsilonMachine.Of(machine.ToModel model)
    Assert.Equal<int>([| 0 .. machine.Count - 1 |], again.CausalStateOf)
    Assert.Equal<int>(machine.Transitions, again.Transitions)
    Assert.Equal<float>(machine.Probabilities, again.Probabilities)

/// Whatever unifilar machine presents the process, the causal states are no more, and the same. A clock doubles the states of the machine.
[<Law>]
let EpsilonMachine_OfALargerUnifilarMachine_IsTheSame (UnifilarProcess p) =
    let clocked = RandomProcess.withClock p

    if RandomProcess.isIrreducible clocked then
        let machine, larger = EpsilonMachine.Of(RandomProcess.toModel p), EpsilonMachine.Of(RandomProcess.toModel clocked)
        Assert.Equal(machine.Count, larger.Count)
        Agreement.within 1e-12 "C" machine.StatisticalComplexityBits larger.StatisticalComplexityBits

[<Law>]
let EpsilonMachine_OfMixedStates_HasNoMoreStates (FiniteProcess p) =
    let presentation = MixedStatePresentation.Of(RandomProcess.toModel p)
    let machine = EpsilonMachine.Of(presentation, longRun presentation)
    Assert.InRange(machine.Count, 1, presentation.Recurrent |> Seq.filter id |> Seq.length)

/// Of n causal states any two are told apart by a word of at most n − 1 tokens and the token after it.
[<Law>]
let EpsilonMachine_States_AreToldApartByShortWords (UnifilarProcess p) =
    let machine = EpsilonMachine.Of(RandomProcess.toModel p)
    let model = machine.ToModel(RandomProcess.toModel p)

    let words state =
        let tree = BeliefTree.Grow(model.StartingFrom(Array.init machine.Count (fun s -> if s = state then 1.0 else 0.0)), machine.Count)
        Agreement.nodes tree |> Seq.map (fun node -> List.ofArray (tree.Word node), tree.Probabilities[node]) |> Map.ofSeq

    let futures = Array.init machine.Count words
    let difference (a: Map<_, float>) (b: Map<_, float>) = a |> Map.toSeq |> Seq.map (fun (word, p) -> abs (p - (b.TryFind word |> Option.defaultValue 0.0))) |> Seq.max

    for i in 0 .. machine.Count - 1 do
        for j in 0 .. i - 1 do
            Assert.True(difference futures[i] futures[j] > 1e-9, $"C{i} and C{j} have the same futures")

/// Two routes to the causal states, from the process itself and from its beliefs, find the same machine.
[<Law>]
let EpsilonMachine_OfUnifilarFiniteProcess_DoesNotDependOnTheRoute (FiniteProcess p) =
    let model = RandomProcess.toModel p

    if model.IsUnifilar then
        let presentation = MixedStatePresentation.Of model
        let direct, mixed = EpsilonMachine.Of model, EpsilonMachine.Of(presentation, longRun presentation)
        Assert.Equal(direct.Count, mixed.Count)
        Agreement.within 1e-9 "complexity" direct.StatisticalComplexityBits mixed.StatisticalComplexityBits
