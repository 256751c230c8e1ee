module Harness.Laws.EntropyLaws

open Harness.Beliefs
open Harness.Laws.Oracle
open Xunit

let private depth = 5
let private grow p = BeliefTree.Grow(RandomProcess.toModel p, depth)
let private rounding = 1e-13

[<Law>]
let MyopicEntropies_FromTheStationaryStart_DoNotIncrease (p: RandomProcess) =
    let entropies = MyopicEntropy.Nats(grow p)
    Seq.pairwise entropies |> Seq.iter (fun (shorter, longer) -> Agreement.atMost rounding "h" shorter longer)
    Agreement.atMost rounding "h_1" (log (float p.Symbols)) entropies[0]
    Agreement.atMost rounding "0" entropies[depth] 0.0

/// Only from a stationary start: one who knows that a 0 and a 1 come first is sure of them, and not of what follows.
[<Fact>]
let MyopicEntropies_FromAKnownState_MayIncrease () =
    let z1r = { Kind = "Z1R"; Symbols = 2; Weights = [| [| 0L; 1L; 0L; 0L; 0L; 0L |]; [| 0L; 0L; 0L; 0L; 0L; 1L |]; [| 1L; 0L; 0L; 1L; 0L; 0L |] |] }
    let known = BeliefTree.Grow((RandomProcess.toModel z1r).StartingFrom [| 1.0; 0.0; 0.0 |], depth)
    Agreement.vectors 1e-15 "h" [| 0.0; 0.0; log 2.0; 0.0; 0.0; log 2.0 |] (MyopicEntropy.Nats known)

/// H(L) never falls, wherever the process starts.
[<Law>]
let BlockEntropies_FromAnyStart_AreMonotone (p: StartedProcess) =
    let entropies = BlockEntropy.Nats(BeliefTree.Grow(StartedProcess.toModel p, 4))
    Seq.pairwise entropies |> Seq.iter (fun (shorter, longer) -> Agreement.atMost rounding "H" longer shorter)

/// H(L + M) ≤ H(L) + H(M).
[<Law>]
let BlockEntropies_FromTheStationaryStart_AreSubadditive (p: RandomProcess) =
    let entropies = BlockEntropy.Nats(grow p)

    for a, b in Seq.allPairs (seq { 0..depth }) (seq { 0..depth }) do
        if a + b <= depth then
            Agreement.atMost rounding "H(L + M)" (entropies[a] + entropies[b]) entropies[a + b]

/// A word and its mirror image have equal probability in a process and its reverse.
[<Law>]
let Reversal_OfAnyProcess_KeepsEntropies (p: RandomProcess) =
    let forward, backward = RandomProcess.toModel p, Model.hmm (ExactProcess.reverse (RandomProcess.toExact p))
    let tree, mirror = BeliefTree.Grow(forward, depth), BeliefTree.Grow(backward, depth)
    let probabilities (tree: BeliefTree) read = Agreement.nodes tree |> Seq.map (fun node -> read (List.ofArray (tree.Word node)), tree.Probabilities[node]) |> Map.ofSeq
    let ahead, back = probabilities tree id, probabilities mirror List.rev
    Assert.Equal<int list>(Map.keys ahead, Map.keys back)
    ahead |> Map.iter (fun word probability -> Agreement.within 1e-14 $"P{word}" probability back[word])
    Agreement.vectors rounding "H" (BlockEntropy.Nats tree) (BlockEntropy.Nats mirror)

/// E = I[past; future] has no direction, though C_μ has.
[<Law(MaxTest = 100)>]
let Reversal_OfAFiniteProcess_KeepsRateAndExcessEntropy (FiniteProcess p) =
    let theory model = ProcessTheory.Of(model, 2)
    let backward = Model.hmm (ExactProcess.reverse (RandomProcess.toExact p))

    if MixedStatePresentation.Of(backward, 100).Closed then
        let forward, backward = theory (RandomProcess.toModel p), theory backward
        Agreement.within 1e-11 "h" forward.EntropyRateNats.Value backward.EntropyRateNats.Value
        Agreement.within 1e-9 "E" forward.ExcessEntropyBits.Value.Value backward.ExcessEntropyBits.Value.Value

[<Law>]
let BlockEntropies_FromTheStationaryStart_AreMonotoneAndConcave (p: RandomProcess) =
    let entropies = BlockEntropy.Nats(grow p)
    Assert.Equal(0.0, entropies[0])
    Seq.pairwise entropies |> Seq.iter (fun (shorter, longer) -> Agreement.atMost rounding "H" longer shorter)
    Seq.windowed 3 entropies |> Seq.iter (fun h -> Agreement.atMost rounding "H(L+1) − H(L)" (h[1] - h[0]) (h[2] - h[1]))

/// Σ_{L=a..b} h_{L+1} = H(b+1) − H(a).
[<Law>]
let OptimalLoss_OfContexts_IsADifferenceOfBlockEntropies (p: RandomProcess) (a: uint8) (b: uint8) =
    let tree = grow p
    let x, y = int a % depth, int b % depth
    let shortest, longest = min x y, max x y
    let blocks = BlockEntropy.Nats tree
    let loss = MyopicEntropy.OptimalLossNats(MyopicEntropy.Nats tree, shortest, longest)
    Agreement.within rounding "loss" ((blocks[longest + 1] - blocks[shortest]) / float (longest - shortest + 1)) loss

[<Law>]
let BlockEntropies_ByTheChainRule_EqualThoseOfTheWords (p: RandomProcess) =
    let tree = grow p
    Agreement.vectors rounding "H" (BlockEntropy.Nats tree) (BlockEntropy.Nats(MyopicEntropy.Nats tree))

/// Bounds of any memory enclose the same rate, which no myopic entropy is below.
[<Law(MaxTest = 100)>]
let EntropyRateBounds_OfAnyProcess_EncloseOneRate (p: RandomProcess) =
    let model = RandomProcess.toModel p
    let loose, tight = EntropyRateBounds.Of(model, 20), EntropyRateBounds.Of(model, 500)
    Assert.True(loose.Lower.Value <= loose.Upper && tight.Lower.Value <= tight.Upper)
    Agreement.atMost rounding "lower" tight.Upper loose.Lower.Value
    Agreement.atMost rounding "lower" loose.Upper tight.Lower.Value
    MyopicEntropy.Nats(grow p) |> Array.iter (fun h -> Agreement.atMost rounding "lower" h tight.Lower.Value)
    Agreement.atMost rounding "0" tight.Lower.Value 0.0

[<Law>]
let EntropyRateBounds_OfUnifilarProcess_EncloseTheClosedForm (UnifilarProcess p) =
    let model = RandomProcess.toModel p
    let rate = EntropyRate.Nats(model, MixedStatePresentation.Of(model, 50))
    let bounds = EntropyRateBounds.Of(model, 200)
    Assert.Equal("unifilar", rate.Method)
    Agreement.within rounding "lower" rate.Value bounds.Lower.Value
    Agreement.atMost rounding "upper" bounds.Upper rate.Value

[<Law>]
let EntropyRate_OfFiniteProcess_IsEnclosedAndBelowEveryMyopicEntropy (FiniteProcess p) =
    let model = RandomProcess.toModel p
    let rate = EntropyRate.Nats(model, MixedStatePresentation.Of model)
    let bounds = EntropyRateBounds.Of(model, 200)
    Assert.True rate.IsExact
    Agreement.atMost rounding "lower" rate.Value bounds.Lower.Value
    Agreement.atMost rounding "upper" bounds.Upper rate.Value
    MyopicEntropy.Nats(grow p) |> Array.iter (fun h -> Agreement.atMost rounding "rate" h rate.Value)

/// 0 ≤ E ≤ C_μ, and E is at least every partial sum H(L) − hL.
[<Law>]
let ExcessEntropy_OfFiniteProcess_LiesBetweenPartialSumsAndComplexity (FiniteProcess p) =
    let theory = ProcessTheory.Of(RandomProcess.toModel p, depth)
    let bits = 1.0 / log 2.0
    let excess = theory.ExcessEntropyBits.Value.Value
    Agreement.atMost 1e-9 "E" theory.StatisticalComplexityBits.Value.Value excess

    theory.BlockEntropyNats
    |> Seq.iteri (fun length h -> Agreement.atMost 1e-10 "H(L) − hL" excess (bits * (h - float length * theory.EntropyRateNats.Value)))
