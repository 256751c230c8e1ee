module Harness.Laws.RandomStreamLaws

open Harness.Numerics
open Xunit

let private uniform cells draws (next: unit -> int) =
    let counts = Array.zeroCreate cells

    for _ in 1..draws do
        let cell = next ()
        counts[cell] <- counts[cell] + 1

    let expected = float draws / float cells
    let statistic = counts |> Array.sumBy (fun count -> (float count - expected) ** 2.0 / expected)
    let freedom = float (cells - 1)
    Agreement.atMost 0.0 "chi-square" (freedom + 2.0 * sqrt (freedom * 20.0) + 40.0) statistic

[<Law>]
let NextInt_OfSmallBounds_IsUniform (key: uint64) (bound: uint8) =
    let cells = 1 + int bound % 20
    let stream = RandomStream key
    uniform cells 2000 (fun () -> stream.NextInt cells)

/// A bound that does not divide 2³²: taking a remainder of 32 bits would favour the low third by a half.
[<Law(MaxTest = 20)>]
let NextInt_OfLargeBounds_IsUniform (key: uint64) =
    let bound = 3 * (1 <<< 29)
    let stream = RandomStream key
    uniform 3 6000 (fun () -> stream.NextInt bound / (1 <<< 29))

[<Law>]
let NextPermutation_OfAnyCount_HoldsEveryIndexOnce (key: uint64) (count: uint8) =
    RandomStream(key).NextPermutation(int count) |> Array.sort = [| 0 .. int count - 1 |]

[<Law(MaxTest = 20)>]
let NextPermutation_OfThree_IsUniform (key: uint64) =
    let stream = RandomStream key
    uniform 6 3000 (fun () -> let order = stream.NextPermutation 3 in 2 * order[0] + (if order[1] > order[2] then 1 else 0))

[<Law(MaxTest = 20)>]
let NextNormal_OfManyDraws_HasMeanZeroAndVarianceOne (key: uint64) =
    let stream = RandomStream key
    let draws = Array.init 4000 (fun _ -> stream.NextNormal())
    Agreement.within 0.1 "mean" 0.0 (Array.average draws)
    Agreement.within 0.15 "variance" 1.0 (draws |> Array.averageBy (fun x -> x * x))

[<Law>]
let Substream_OfAnIndex_DoesNotDependOnDraws (key: uint64) (index: int64) (draws: uint8) =
    let stream = RandomStream key

    for _ in 1 .. int draws do
        stream.NextUInt64() |> ignore

    RandomStream(key).At(index).NextUInt64() = stream.At(index).NextUInt64()

let private head (stream: RandomStream) = List.init 4 (fun _ -> stream.NextUInt64())

[<Law>]
let Substreams_OfDifferentIndices_Differ (key: uint64) (a: int64) (b: int64) =
    let stream = RandomStream key
    a = b || head (stream.At a) <> head (stream.At b)

[<Law>]
let Streams_OfDifferentNamesOrSeeds_Differ (seed: int) (other: int) (a: uint8) (b: uint8) =
    let stream (value: int) (name: uint8) = head (Seed(value).Stream $"purpose {name}")
    Assert.Equal<uint64 list>(stream seed a, stream seed a)
    Assert.True(a = b || stream seed a <> stream seed b)
    Assert.True((seed = other) || stream seed a <> stream other a)
