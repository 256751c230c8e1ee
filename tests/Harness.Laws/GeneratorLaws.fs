module Harness.Laws.GeneratorLaws

open FsCheck.FSharp
open Harness.Beliefs
open Harness.Laws.Oracle
open Xunit

[<Law>]
let Generators_AnyProcess_IsAnIrreducibleStochasticModel (p: RandomProcess) =
    let model = RandomProcess.toModel p
    let stationary = Array.ofSeq model.Stationary
    Assert.True(RandomProcess.isIrreducible p && p.States <= 5 && p.Symbols <= 4)
    Agreement.chain model |> Array.iter (fun row -> Agreement.within 1e-14 "row sum" 1.0 (Array.sum row))
    Agreement.vectors 1e-14 "πT" stationary (Agreement.rowTimes stationary (Agreement.chain model))

[<Law>]
let Generators_AnyStart_IsStochasticAndEndsInItsStationaryLaw (p: StartedProcess) =
    let model = StartedProcess.toModel p
    let stationary = Array.ofSeq model.Stationary
    Agreement.chain model |> Array.iter (fun row -> Agreement.within 1e-14 "row sum" 1.0 (Array.sum row))
    Agreement.within 1e-14 "start" 1.0 (Seq.sum model.Start)
    Agreement.vectors 1e-14 "πT" stationary (Agreement.rowTimes stationary (Agreement.chain model))

/// Tφ = φ, Σφ is the dimension, πT = π and πφ = 1, all exactly.
[<Law>]
let Generators_AnyGhmm_IsInItsGauge (p: RandomGhmm) =
    let exact = p.Exact
    let total = Array.reduce Linear.add exact.Matrices
    Assert.Equal<Fraction>(exact.Readout, total |> Array.map (fun row -> Linear.dot row exact.Readout))
    Assert.Equal(Fraction.Of exact.States.Length, Linear.total exact.Readout)
    Assert.Equal<Fraction>(exact.Stationary, Linear.rowTimes exact.Stationary total)
    Assert.Equal(Fraction.One, Linear.dot exact.Stationary exact.Readout)

let private atLeast samples count what holds = Assert.True(Seq.length (Seq.filter holds samples) >= count, what)

/// Laws about rare kinds would say nothing if the kinds did not come up.
[<Fact>]
let Generators_Samples_CoverEveryKind () =
    let samples = Gen.sampleWithSeed (FsCheck.Rnd 7UL) 50 700 Generators.any
    let atLeast = atLeast samples

    for kind in [ "dense"; "sparse"; "near-deterministic"; "periodic"; "unifilar"; "silent"; "duplicate" ] do
        atLeast 50 kind (fun p -> p.Kind.Contains kind)

    let probability (p: RandomProcess) i edge = float p.Weights[i].[edge] / float (Array.sum p.Weights[i])
    let edges (p: RandomProcess) = Seq.allPairs (seq { 0 .. p.States - 1 }) (seq { 0 .. p.Symbols * p.States - 1 }) |> Seq.map (fun (i, edge) -> probability p i edge)
    atLeast 30 "an edge that is all but sure" (edges >> Seq.exists (fun p -> p < 1.0 && p > 1.0 - 1e-5))
    atLeast 20 "an edge of 10⁻⁹" (edges >> Seq.exists (fun p -> p > 0.0 && p < 1.1e-9))
    atLeast 50 "one symbol" (fun p -> p.Symbols = 1)

    atLeast 50 "one state" (fun p -> p.States = 1)
    atLeast 50 "five states" (fun p -> p.States = 5)
    atLeast 100 "not unifilar" (RandomProcess.isUnifilar >> not)
    atLeast 60 "finitely many beliefs" (fun p -> MixedStatePresentation.Of(RandomProcess.toModel p, 100).Closed)
    atLeast 60 "infinitely many beliefs" (fun p -> not (MixedStatePresentation.Of(RandomProcess.toModel p, 100).Closed))

[<Fact>]
let Generators_SamplesOfStarts_CoverReducibleProcesses () =
    let samples = Gen.sampleWithSeed (FsCheck.Rnd 7UL) 50 300 Generators.started
    let classes (p: StartedProcess) = ExactChain.classes (Array.reduce Linear.add (StartedProcess.toExact p).Matrices)
    let transient p = (classes p |> Array.concat).Length < p.Process.States
    atLeast samples 60 "several classes" (fun p -> (classes p).Length > 1)
    atLeast samples 60 "states that are left for ever" transient
    atLeast samples 20 "an absorbing state" (fun p -> p.Process.States > 1 && classes p |> Array.exists (fun members -> members.Length = 1))
    atLeast samples 80 "a start where some states are impossible" (fun p -> Array.contains 0L p.Weights)

[<Fact>]
let Generators_SamplesOfGhmms_CoverWhatHmmsAreNot () =
    let samples = Gen.sampleWithSeed (FsCheck.Rnd 7UL) 50 300 Generators.ghmm
    let negative p = p.Exact.Matrices |> Seq.exists (Seq.exists (Seq.exists (fun entry -> entry.Sign < 0)))
    let isQuantum p = match p.Basis with | Quantum _ -> true | Classical _ -> false
    atLeast samples 100 "quantum" isQuantum
    atLeast samples 100 "classical in other coordinates" (isQuantum >> not)
    atLeast samples 150 "negative entries" negative
    atLeast samples 60 "a readout that is not all ones" (fun p -> not (isQuantum p) && p.Exact.Readout |> Array.exists (fun entry -> entry <> Fraction.One))

    // What takes one quantum bit's three dimensions beyond hidden Markov models: beliefs that go on for ever, in no finite set.
    let endless p = ExactPresentation.tryClose 60 (ExactFilter p.Exact) |> Option.isNone
    atLeast samples 60 "endless quantum beliefs" (fun p -> isQuantum p && endless p)

[<Law>]
let Shrink_AnyStart_StaysAProcessAndGetsSmaller (p: StartedProcess) =
    let size (q: StartedProcess) = q.Process.States, q.Process.Symbols, Seq.sum (Seq.map Array.sum q.Process.Weights), Array.sum q.Weights

    for q in StartedProcess.shrink p do
        Assert.True(RandomProcess.isStochastic q.Process && Array.sum q.Weights > 0L && q.Weights.Length = q.Process.States)
        Assert.True(size q < size p)

/// A shrunk counterexample to a law about generalised models is a generalised model.
[<Law(MaxTest = 50)>]
let Shrink_AnyGhmm_StaysInItsGauge (p: RandomGhmm) =
    for q in RandomGhmm.shrink p |> Seq.truncate 20 do
        Assert.Equal(Fraction.One, Linear.dot q.Exact.Stationary q.Exact.Readout)
        Assert.Equal(Fraction.Of q.Exact.States.Length, Linear.total q.Exact.Readout)

        // Fails on a negative probability.
        ExactFilter(q.Exact).Words 3 |> Seq.iter ignore

[<Law>]
let Shrink_AnyProcess_StaysIrreducibleAndGetsSmaller (p: RandomProcess) =
    let size (q: RandomProcess) = q.States, q.Symbols, Seq.sum (Seq.map Array.sum q.Weights)
    RandomProcess.shrink p |> Seq.forall (fun q -> RandomProcess.isIrreducible q && size q < size p)

[<Law>]
let Shrink_FromAnyProcess_EndsAtOneStateAndOneSymbol (p: RandomProcess) =
    let rec bottom q =
        match Seq.tryHead (RandomProcess.shrink q) with
        | Some smaller -> bottom smaller
        | None -> q

    let smallest = bottom p
    smallest.States = 1 && smallest.Symbols = 1
