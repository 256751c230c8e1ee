module Harness.Laws.EntropyLaws

open FsCheck.Xunit
open Harness.Beliefs
open Xunit

let private depth = 5
let private grow p = BeliefTree.Grow(RandomProcess.toModel p, depth)
let private rounding = 1e-13

[<Property>]
let MyopicEntropies_FromTheStationaryStart_DoNotIncrease (p: RandomProcess) =
    let entropies = MyopicEntropy.Nats(grow p)
    Seq.pairwise entropies |> Seq.iter (fun (shorter, longer) -> Agreement.atMost rounding "h" shorter longer)
    Agreement.atMost rounding "h_1" (log (float p.Symbols)) entropies[0]
    Agreement.atMost rounding "0" entropies[depth] 0.0

[<Property>]
let BlockEntropies_FromTheStationaryStart_AreMonotoneAndConcave (p: RandomProcess) =
    let entropies = BlockEntropy.Nats(grow p)
    Assert.Equal(0.0, entropies[0])
    Seq.pairwise entropies |> Seq.iter (fun (shorter, longer) -> Agreement.atMost rounding "H" longer shorter)
    Seq.windowed 3 entropies |> Seq.iter (fun h -> Agreement.atMost rounding "H(L+1) − H(L)" (h[1] - h[0]) (h[2] - h[1]))

/// Σ_{L=a..b} h_{L+1} = H(b+1) − H(a).
[<Property>]
let OptimalLoss_OfContexts_IsADifferenceOfBlockEntropies (p: RandomProcess) (a: uint8) (b: uint8) =
    let tree = grow p
    let x, y = int a % depth, int b % depth
    let shortest, longest = min x y, max x y
    let blocks = BlockEntropy.Nats tree
    let loss = MyopicEntropy.OptimalLossNats(MyopicEntropy.Nats tree, shortest, longest)
    Agreement.within rounding "loss" ((blocks[longest + 1] - blocks[shortest]) / float (longest - shortest + 1)) loss

[<Property>]
let BlockEntropies_ByTheChainRule_EqualThoseOfTheWords (p: RandomProcess) =
    let tree = grow p
    Agreement.vectors rounding "H" (BlockEntropy.Nats tree) (BlockEntropy.Nats(MyopicEntropy.Nats tree))

[<Property(MaxTest = 100)>]
let EntropyRateBounds_OfAnyProcess_EncloseAndTighten (p: RandomProcess) =
    let model = RandomProcess.toModel p
    let loose, tight = EntropyRateBounds.Of(model, 20), EntropyRateBounds.Of(model, 500)
    let myopic = MyopicEntropy.Nats(BeliefTree.Grow(model, min loose.Context depth))
    Assert.True(loose.Lower <= loose.Upper && tight.Lower <= tight.Upper)
    Agreement.atMost rounding "upper" loose.Upper tight.Upper
    Agreement.atMost rounding "lower" tight.Lower loose.Lower
    myopic |> Array.iter (Agreement.atMost rounding "upper" >> fun check -> check tight.Upper)
    Agreement.atMost rounding "0" tight.Lower 0.0

[<Property>]
let EntropyRateBounds_OfUnifilarProcess_EncloseTheClosedForm (UnifilarProcess p) =
    let model = RandomProcess.toModel p
    let rate = EntropyRate.Nats(model, MixedStatePresentation.Of(model, 50))
    let bounds = EntropyRateBounds.Of(model, 200)
    Assert.Equal("unifilar", rate.Method)
    Agreement.within rounding "lower" rate.Value bounds.Lower
    Agreement.atMost rounding "upper" bounds.Upper rate.Value

[<Property>]
let EntropyRate_OfFiniteProcess_IsEnclosedAndBelowEveryMyopicEntropy (FiniteProcess p) =
    let model = RandomProcess.toModel p
    let rate = EntropyRate.Nats(model, MixedStatePresentation.Of model)
    let bounds = EntropyRateBounds.Of(model, 200)
    Assert.True rate.IsExact
    Agreement.atMost rounding "lower" rate.Value bounds.Lower
    Agreement.atMost rounding "upper" bounds.Upper rate.Value
    MyopicEntropy.Nats(grow p) |> Array.iter (fun h -> Agreement.atMost rounding "rate" h rate.Value)

/// 0 ≤ E ≤ C_μ, and E is at least every partial sum H(L) − hL.
[<Property>]
let ExcessEntropy_OfFiniteProcess_LiesBetweenPartialSumsAndComplexity (FiniteProcess p) =
    let theory = ProcessTheory.Of(RandomProcess.toModel p, depth)
    let bits = 1.0 / log 2.0
    let excess = theory.ExcessEntropyBits.Value.Value
    Agreement.atMost 1e-9 "E" theory.StatisticalComplexityBits.Value.Value excess

    theory.BlockEntropyNats
    |> Seq.iteri (fun length h -> Agreement.atMost 1e-10 "H(L) − hL" excess (bits * (h - float length * theory.EntropyRateNats.Value)))
