/// What a verdict may depend on, and in which direction.
module Harness.Laws.JudgeLaws

open System
open System.Collections.Generic
open Harness.Claims
open Harness.Measurements
open Harness.Statistics
open Xunit

/// The bound of every precondition here, in nats.
let private settledWithin = 0.01

let private replicate seed (value: float) (gap: float) =
    ReplicateValue(seed, Measured.Of value, Dictionary(dict [ Measurement.Untrained, Measured.Of 0.1 ]), Nullable gap, Nullable gap, Nullable 1, null)

/// Values between 0 and 1 with gaps: at least ten replicates, of which those with an odd number in the second list are not settled.
let private replicates (raw: uint8 list) (unsettled: uint8 list) =
    let values = raw @ [ 100uy; 120uy; 90uy; 130uy; 110uy; 105uy; 95uy; 125uy; 115uy; 100uy ]
    let gaps = List.truncate values.Length unsettled @ List.replicate values.Length 0uy
    values |> List.mapi (fun i value -> replicate (i + 1) (float value / 256.0) (if gaps[i] % 2uy = 1uy then 1.0 else 0.0))

let private claim (comparator: Comparator) (interval: Interval) (preconditions: Precondition list) (controls: Control list) =
    Claim("a/b", 1, ClaimStatus.Registered, Tier.Quick, Expectation.Supported, "A claim.", AffineProbe(Harness.Activations.Location "ln_final"), comparator, interval, List.toArray preconditions, List.toArray controls)

let private judge (claim: Claim) (evidence: ReplicateValue list) (controls: ReplicateValue list list) =
    let bounds = [| for _ in claim.Preconditions |> Option.ofObj |> Option.defaultValue [||] -> settledWithin |]
    Judge.Decide(claim, Evidence(List.toArray evidence, bounds, [| for control in controls -> List.toArray control :> IReadOnlyList<ReplicateValue> |]))

let private decide claim evidence = (judge claim evidence []).Outcome

let private rank outcome =
    match outcome with
    | Outcome.Supported -> 2
    | Outcome.Refuted -> 0
    | _ -> 1

/// Off the grid of values, so that nothing lies on it.
let private threshold (raw: uint8) = (float raw + 0.5) / 256.0

let private intervals: Interval list = [ StudentT 0.95; OrderStatistics 0.95 ]
let private settled: Precondition = Settled(Nullable settledWithin)

[<Law>]
let Verdict_OfReplicatesInAnotherOrder_IsTheSame (raw: uint8 list) (unsettled: uint8 list) (at: uint8) =
    let evidence = replicates raw unsettled

    for interval in intervals do
        let asked = claim (AtLeast(threshold at)) interval [ settled ] []
        Assert.Equal(decide asked evidence, decide asked (List.rev evidence))

[<Law>]
let Verdict_OfBetterReplicates_NeverGetsWorse (raw: uint8 list) (at: uint8) (up: uint8) =
    let evidence = replicates raw []
    let better = evidence |> List.map (fun one -> replicate one.Seed (one.Value.Value.Value + float up / 256.0) 0.0)

    for interval in intervals do
        let asked = claim (AtLeast(threshold at)) interval [] []
        Assert.True(rank (decide asked better) >= rank (decide asked evidence))

[<Law>]
let Verdict_OfAStricterThreshold_NeverGetsBetter (raw: uint8 list) (a: uint8) (b: uint8) =
    let evidence = replicates raw []
    let asked at = decide (claim (AtLeast(threshold at)) (StudentT 0.95) [] []) evidence
    Assert.True(rank (asked (max a b)) <= rank (asked (min a b)))

/// At least t and at most t are never both supported, nor both refuted: not even one after the other, since both are the same interval.
[<Law>]
let Verdict_OfAClaimAndItsOpposite_IsNeverTheSameButInconclusive (raw: uint8 list) (at: uint8) =
    let evidence = replicates raw []

    for interval in intervals do
        let asked comparator = decide (claim comparator interval [] []) evidence
        let least, most = asked (AtLeast(threshold at)), asked (AtMost(threshold at))
        Assert.Equal(2, rank least + rank most)

[<Law>]
let Verdict_WithABrokenControl_IsInconclusive (raw: uint8 list) (at: uint8) =
    let evidence = replicates raw []
    let low, high = evidence |> List.map (fun one -> replicate one.Seed 0.0 0.0), evidence |> List.map (fun one -> replicate one.Seed 1.0 0.0)
    let control: Control list = [ PlantedControl(); ShuffledControl() ]
    let asked = claim (AtLeast(threshold at)) (StudentT 0.95) [] control
    Assert.Equal(decide (claim (AtLeast(threshold at)) (StudentT 0.95) [] []) evidence, (judge asked evidence [ high; low ]).Outcome)

    for broken in [ [ low; low ]; [ high; high ]; [ low; high ] ] do
        Assert.Equal(Outcome.Inconclusive, (judge asked evidence broken).Outcome)

[<Law>]
let Verdict_WithFewerThanFourFifthsSettled_IsInconclusive (raw: uint8 list) (unsettled: uint8 list) (at: uint8) =
    let evidence = replicates raw unsettled
    let share = float (evidence |> List.filter (fun one -> one.LossGapNats.Value <= settledWithin) |> List.length) / float evidence.Length
    let outcome = decide (claim (AtLeast(threshold at)) (StudentT 0.95) [ settled ] []) evidence

    if share < Judge.SettledShare then
        Assert.Equal(Outcome.Inconclusive, outcome)

/// Whatever networks that did not settle read: a decision is the one that those which settled give, or none.
[<Law>]
let Verdict_WithUnsettledReplicates_DependsOnTheSettledOnes (raw: uint8 list) (unsettled: uint8 list) (at: uint8) =
    let evidence = replicates raw unsettled
    let asked = claim (AtLeast(threshold at)) (StudentT 0.95) [ settled ] []
    let alone = evidence |> List.filter (fun one -> one.LossGapNats.Value <= settledWithin)
    let nonsense = evidence |> List.map (fun one -> if one.LossGapNats.Value <= settledWithin then one else replicate one.Seed 1000.0 one.LossGapNats.Value)
    let outcome = decide asked evidence
    Assert.Equal(outcome, decide asked nonsense)

    if outcome <> Outcome.Inconclusive then
        Assert.Equal(decide asked alone, outcome)

[<Law>]
let Verdict_WithAnUndefinedValue_IsInconclusive (raw: uint8 list) (at: uint8) (which: uint8) =
    let evidence = replicates raw []
    let index = int which % evidence.Length
    let holed = evidence |> List.mapi (fun i one -> if i = index then ReplicateValue(one.Seed, Measured.Undefined "for a reason", Dictionary(), Nullable 0.0, Nullable(), Nullable(), null) else one)
    Assert.Equal(Outcome.Inconclusive, decide (claim (AtLeast(threshold at)) (StudentT 0.95) [] []) holed)

/// A verdict says what was shown; what had been expected is no part of it.
[<Law>]
let Verdict_WhateverIsExpected_IsTheSame (raw: uint8 list) (at: uint8) =
    let evidence = replicates raw []
    let asked expectation = Claim("a/b", 1, ClaimStatus.Registered, Tier.Quick, expectation, "A claim.", LossGap(), AtLeast(threshold at), StudentT 0.95)
    Assert.Equal(decide (asked Expectation.Supported) evidence, decide (asked Expectation.Refuted) evidence)
