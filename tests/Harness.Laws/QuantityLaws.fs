/// What must hold of the quantities of theory beyond entropies, and of the scores of nulls.
module Harness.Laws.QuantityLaws

open Harness.Beliefs
open Harness.Measurements
open Xunit

let private depth = 6
let private theory (p: RandomProcess) = ProcessTheory.Of(RandomProcess.toModel p, depth)
let private known (quantity: Quantity) = Option.ofNullable quantity.Value

[<Law(MaxTest = 100)>]
let CrypticOrder_OfFiniteProcess_IsAtMostTheMarkovOrder (FiniteProcess p) =
    let theory = theory p

    match known theory.CrypticOrder, known theory.MarkovOrder with
    | Some cryptic, Some markov -> Agreement.atMost 0.0 "cryptic order" markov cryptic
    | None, Some _ -> Assert.Fail "The Markov order is finite and the cryptic order is not."
    | _ -> ()

/// h_{R+1} = h where R is the Markov order.
[<Law(MaxTest = 100)>]
let MyopicEntropy_AtTheMarkovOrder_IsTheRate (FiniteProcess p) =
    let theory = theory p

    match known theory.MarkovOrder with
    | Some order when int order <= depth -> Agreement.within 1e-11 "h" theory.EntropyRateNats.Value theory.MyopicEntropyNats[int order]
    | _ -> ()

/// χ = C_μ − E ≥ 0, and it is 0 where the cryptic order is 0.
[<Law(MaxTest = 100)>]
let Crypticity_OfFiniteProcess_IsZeroWithItsOrder (FiniteProcess p) =
    let theory = theory p

    match known theory.CrypticityBits, known theory.CrypticOrder with
    | Some crypticity, Some 0.0 -> Agreement.within 1e-8 "χ" 0.0 crypticity
    | Some crypticity, _ -> Agreement.atMost 0.0 "0" crypticity 0.0
    | _ -> ()

/// Both are sums of what is not negative.
[<Law(MaxTest = 100)>]
let TransientAndSynchronizationInformation_OfFiniteProcess_AreNotNegative (FiniteProcess p) =
    let theory = theory p

    for quantity in [ theory.TransientInformationBits; theory.SynchronizationInformationBits ] do
        known quantity |> Option.iter (fun bits -> Agreement.atMost 1e-9 "0" bits 0.0)

/// Eigenvalues of a stochastic matrix lie in the unit disc.
[<Law(MaxTest = 100)>]
let Spectrum_OfAnyProcess_LiesInTheUnitDisc (p: RandomProcess) =
    for eigenvalue in TransitionSpectrum.AttentionDecay(RandomProcess.toModel p) do
        Agreement.atMost 1e-6 "modulus" 1.0 eigenvalue.Value.Magnitude

/// Features that hold others as affine functions explain no less, in sample: all lags the last one, longer tables shorter ones.
[<Law(MaxTest = 60)>]
let Nulls_InSample_NeverLoseByKnowingMore (p: RandomProcess) =
    let scores = NullCard.Of(RandomProcess.toModel p, depth).InSample
    let score name = Option.ofNullable scores[name].RSquared.Value

    let ordered less more =
        match score less, score more with
        | Some less, Some more -> Agreement.atMost 1e-6 "R²" more less
        | _ -> ()

    ordered TheoryNulls.LastOne TheoryNulls.LastAll

    for k in 1 .. depth - 2 do
        if scores.ContainsKey(TheoryNulls.Table(k + 1)) then
            ordered (TheoryNulls.Table k) (TheoryNulls.Table(k + 1))

    for name in scores.Keys do
        score name |> Option.iter (fun r -> Agreement.atMost 1e-9 name 1.0 r)

/// Whether a process can tell beliefs from predictions is no matter of how its states are numbered.
[<Law(MaxTest = 60)>]
let Separation_OfStatesInAnotherOrder_IsTheSame (p: RandomProcess) =
    let last = p.States - 1
    let turned = RandomProcess.rebuild p.States p.Symbols (fun z i j -> RandomProcess.weight p z (last - i) (last - j)) p
    let separation p = (NullCard.Of(RandomProcess.toModel p, 5)).Separation
    Assert.Equal((separation p).Directions, (separation turned).Directions)
    Assert.Equal((separation p).ByNextToken, (separation turned).ByNextToken)
