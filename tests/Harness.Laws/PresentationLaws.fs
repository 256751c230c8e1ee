module Harness.Laws.PresentationLaws

open FsCheck.Xunit
open Harness.Beliefs
open Xunit

let private depth = 6

[<Property>]
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
[<Property>]
let Presentation_OfFiniteProcess_NeverLeavesItsRecurrentStates (FiniteProcess p) =
    let presentation = MixedStatePresentation.Of(RandomProcess.toModel p)
    Assert.Contains(true, presentation.Recurrent)

    presentation.Transitions
    |> Seq.indexed
    |> Seq.forall (fun (edge, target) -> target < 0 || not presentation.Recurrent[edge / p.Symbols] || presentation.Recurrent[target])

/// Distinct states are distinct: no two of them are as near as the distance at which beliefs are merged.
[<Property>]
let Presentation_OfAnyProcess_KeepsNoBeliefTwice (p: RandomProcess) =
    let presentation = MixedStatePresentation.Of(RandomProcess.toModel p, 60)
    let beliefs = Array.init presentation.Count (fun state -> presentation.Belief(state).ToArray())

    for i in 0 .. beliefs.Length - 1 do
        for j in 0 .. i - 1 do
            Assert.True(BeliefIndex.Distance(beliefs[i], beliefs[j]) > MixedStatePresentation.MergeDistance)

/// A unifilar process whose state is known stays known: the presentation is the process itself.
[<Property>]
let Presentation_OfUnifilarProcessWithKnownState_IsTheProcess (UnifilarProcess p) =
    let known = Array.init p.States (fun s -> if s = 0 then 1.0 else 0.0)
    let presentation = MixedStatePresentation.Of((RandomProcess.toModel p).StartingFrom known)
    Assert.True presentation.Closed
    Assert.Equal(p.States, presentation.Count)
    Assert.DoesNotContain(false, presentation.Recurrent)

    for state in 0 .. presentation.Count - 1 do
        Assert.Equal(1.0, Array.max (presentation.Belief(state).ToArray()))

/// Where no two states have the same future and the beliefs are finite, the observer ends up certain of the state.
[<Property>]
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
    let tree, merged = BeliefTree.Grow(model, depth), BeliefTree.Grow(machine.ToModel model, depth)
    Assert.Equal<int>(tree.Parents, merged.Parents)
    Assert.Equal<uint16>(tree.Symbols, merged.Symbols)
    Agreement.vectors 1e-9 "P" tree.Probabilities merged.Probabilities

[<Property>]
let EpsilonMachine_OfUnifilarProcess_LeavesWordProbabilitiesUnchanged (UnifilarProcess p) =
    let model = RandomProcess.toModel p
    let machine = EpsilonMachine.Of model
    Assert.InRange(machine.Count, 1, p.States)
    sameProcess machine model

[<Property>]
let EpsilonMachine_OfMixedStates_LeavesWordProbabilitiesUnchanged (FiniteProcess p) =
    let model = RandomProcess.toModel p
    let presentation = MixedStatePresentation.Of model
    sameProcess (EpsilonMachine.Of(presentation, longRun presentation)) model

/// Two routes to the causal states, from the process itself and from its beliefs, find the same machine.
[<Property>]
let EpsilonMachine_OfUnifilarFiniteProcess_DoesNotDependOnTheRoute (FiniteProcess p) =
    let model = RandomProcess.toModel p

    if model.IsUnifilar then
        let presentation = MixedStatePresentation.Of model
        let direct, mixed = EpsilonMachine.Of model, EpsilonMachine.Of(presentation, longRun presentation)
        Assert.Equal(direct.Count, mixed.Count)
        Agreement.within 1e-9 "complexity" direct.StatisticalComplexityBits mixed.StatisticalComplexityBits
