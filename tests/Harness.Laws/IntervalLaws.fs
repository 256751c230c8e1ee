module Harness.Laws.IntervalLaws

open System
open Harness.Claims
open Harness.Measurements
open Harness.Statistics

let private kinds: Interval list = [ StudentT 0.95; PairedT 0.95; LogErrorT 0.95; Bootstrap 0.95; OrderStatistics 0.95 ]

/// Values below 1 on a grid of 2⁻¹⁰, so that adding a multiple of it is exact; some of them equal.
let private tied (raw: int list) =
    raw @ [ 0..24 ] |> List.map (fun i -> float (i % 900) / 1024.0) |> List.toArray

/// None of them equal.
let private values (raw: int list) = tied raw |> Array.distinct

let private close (expected: float) (actual: float) = abs (expected - actual) <= 1e-9 * (1.0 + abs expected)

let private known (estimate: Estimate | null) =
    match estimate with
    | null -> failwith "no estimate"
    | estimate -> estimate

let private interval (kind: Interval) (sample: float[]) =
    let estimate = known (kind.Of sample)
    estimate.Low, estimate.Mean, estimate.High

[<Law>]
let Interval_OfAnyKind_HoldsItsEstimate (raw: int list) =
    let sample = values raw
    kinds |> List.forall (fun kind -> let low, mean, high = interval kind sample in low <= mean && mean <= high)

[<Law>]
let Interval_OfValuesInAnotherOrder_IsTheSame (raw: int list) =
    let sample = tied raw
    let kinds: Interval list = [ StudentT 0.95; LogErrorT 0.95; OrderStatistics 0.95 ]

    kinds
    |> List.forall (fun kind ->
        let low, mean, high = interval kind sample
        let low', mean', high' = interval kind (Array.rev sample)
        close low low' && close mean mean' && close high high')

/// Moving and stretching the values moves and stretches the interval; not for log-error-t, whose scale is not the values'.
[<Law>]
let Interval_OfValuesMovedAndStretched_MovesAlong (raw: int list) (shift: int8) (stretch: uint8) =
    let sample = values raw
    let a, b = float shift / 1024.0, 1.0 + float stretch
    let kinds: Interval list = [ StudentT 0.95; PairedT 0.95; Bootstrap 0.95; OrderStatistics 0.95 ]

    kinds
    |> List.forall (fun kind ->
        let low, mean, high = interval kind sample
        let low', mean', high' = interval kind (sample |> Array.map (fun x -> a + b * x))
        close (a + b * low) low' && close (a + b * mean) mean' && close (a + b * high) high')

/// Multiplying every error 1 − x by the same factor multiplies the interval's errors by it.
[<Law>]
let LogErrorT_OfErrorsMultiplied_IsMultiplied (raw: int list) (factor: uint8) =
    let sample = values raw
    let f = (1.0 + float factor) / 64.0
    let low, mean, high = interval (LogErrorT 0.95) sample
    let low', mean', high' = interval (LogErrorT 0.95) (sample |> Array.map (fun x -> 1.0 - f * (1.0 - x)))
    close (f * (1.0 - low)) (1.0 - low') && close (f * (1.0 - mean)) (1.0 - mean') && close (f * (1.0 - high)) (1.0 - high')

/// Order statistics do not care how far apart values are: any rising map of them maps the interval.
[<Law>]
let OrderStatistics_OfARisingMap_AreMapped (raw: int list) =
    let sample = tied raw
    let low, _, high = interval (OrderStatistics 0.95) sample
    let low', _, high' = interval (OrderStatistics 0.95) (sample |> Array.map (fun x -> exp (3.0 * x)))
    close (exp (3.0 * low)) low' && close (exp (3.0 * high)) high'

/// Half of all networks reach t if and only if their median does: the two exact kinds decide alike.
[<Law>]
let Proportion_OfOneHalf_SupportsWhatTheMedianSupports (raw: int list) (threshold: uint16) =
    let sample = tied raw
    let region = Region.AtLeast(float (threshold % 900us) / 1024.0 + 0.0001)
    let median = known ((OrderStatistics 0.95).Of(sample, region))
    let share = known ((ProportionOfReplicates(0.5, 0.95)).Of(sample, region))
    region.Accepts median = Region.AtLeast(0.5).Accepts share && region.Rejects median = Region.AtLeast(0.5).Rejects share

[<Law>]
let Adjusted_OfAnyFamily_IsBetweenRawAndHolm (raw: uint16 list) =
    let p = raw |> List.map (fun i -> float i / 65535.0) |> List.toArray
    let holm, benjamini = Multiplicity.Holm p, Multiplicity.BenjaminiHochberg p
    let ordered = Array.zip3 p benjamini holm |> Array.sortBy (fun (raw, _, _) -> raw)

    Array.forall (fun (raw, bh, h) -> raw <= bh + 1e-15 && bh <= h + 1e-15 && h <= 1.0) ordered
    && ordered |> Array.pairwise |> Array.forall (fun ((_, bh, h), (_, bh', h')) -> bh <= bh' && h <= h')

/// Better replicates never turn a verdict against an at-least claim, nor worse ones in its favour.
[<Law>]
let Comparison_OfValuesMovedUp_NeverGetsWorse (raw: int list) (threshold: uint16) (up: uint8) =
    let sample = values raw
    let comparator = AtLeast(float (threshold % 900us) / 1024.0, 0.01)
    let rank (side: Side) = if side = Side.Accept then 2 elif side = Side.Straddle then 1 else 0

    let side (interval: Interval) (shift: float) =
        let replicates =
            sample |> Array.map (fun x -> ReplicateValue(1, Measured.Of(x + shift), dict [] |> Collections.Generic.Dictionary, Nullable 0.0, Nullable(), Nullable(), null))
        (comparator.Compare(replicates, (fun _ -> true), interval)[0]).Side

    let kinds: Interval list = [ StudentT 0.95; Bootstrap 0.95; OrderStatistics 0.95; ProportionOfReplicates(0.5, 0.95) ]
    kinds |> List.forall (fun kind -> rank (side kind (float up / 2560.0)) >= rank (side kind 0.0))
