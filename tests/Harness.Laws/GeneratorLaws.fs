module Harness.Laws.GeneratorLaws

open FsCheck.FSharp
open FsCheck.Xunit
open Harness.Beliefs
open Xunit

[<Property>]
let Generators_AnyProcess_IsAnIrreducibleStochasticModel (p: RandomProcess) =
    let model = RandomProcess.toModel p
    let total = Seq.init p.Symbols (Agreement.matrix model) |> Seq.reduce (Array.map2 (Array.map2 (+)))
    let stationary = Array.ofSeq model.Stationary
    Assert.True(RandomProcess.isIrreducible p && p.States <= 5 && p.Symbols <= 4)
    total |> Array.iter (fun row -> Agreement.within 1e-14 "row sum" 1.0 (Array.sum row))
    Agreement.vectors 1e-14 "πT" stationary (Agreement.rowTimes stationary total)

/// Laws about rare kinds would say nothing if the kinds did not come up.
[<Fact>]
let Generators_Samples_CoverEveryKind () =
    let samples = Gen.sampleWithSeed (FsCheck.Rnd 7UL) 50 600 Generators.any
    let atLeast count what holds = Assert.True(Seq.length (Seq.filter holds samples) >= count, what)

    for kind in [ "dense"; "sparse"; "near-deterministic"; "unifilar"; "silent"; "duplicate" ] do
        atLeast 50 kind (fun p -> p.Kind.Contains kind)

    atLeast 50 "one state" (fun p -> p.States = 1)
    atLeast 50 "five states" (fun p -> p.States = 5)
    atLeast 100 "not unifilar" (RandomProcess.isUnifilar >> not)
    atLeast 60 "finitely many beliefs" (fun p -> MixedStatePresentation.Of(RandomProcess.toModel p, 100).Closed)
    atLeast 60 "infinitely many beliefs" (fun p -> not (MixedStatePresentation.Of(RandomProcess.toModel p, 100).Closed))

[<Property>]
let Shrink_AnyProcess_StaysIrreducibleAndGetsSmaller (p: RandomProcess) =
    let size (q: RandomProcess) = q.States, q.Symbols, Seq.sum (Seq.map Array.sum q.Weights)
    RandomProcess.shrink p |> Seq.forall (fun q -> RandomProcess.isIrreducible q && size q < size p)

[<Property>]
let Shrink_FromAnyProcess_EndsAtOneStateAndOneSymbol (p: RandomProcess) =
    let rec bottom q =
        match Seq.tryHead (RandomProcess.shrink q) with
        | Some smaller -> bottom smaller
        | None -> q

    let smallest = bottom p
    smallest.States = 1 && smallest.Symbols = 1
