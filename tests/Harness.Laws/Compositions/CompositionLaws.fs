namespace Harness.Laws

open System
open FsCheck.FSharp
open FsCheck.Xunit
open Harness.Beliefs
open Harness.Processes
open Harness.Processes.Compositions
open Xunit

/// What a composition is, whatever it is made of.
[<Properties(Arbitrary = [| typeof<Arbitraries>; typeof<CompositionArbitraries> |], MaxTest = 300)>]
module CompositionLaws =

    let private tolerance = 1e-9

    /// Deep enough to see memory, few enough words to be enumerated.
    let private grow (p: GenerativeProcess) =
        let depth = if p.SymbolCount <= 2 then 6 elif p.SymbolCount <= 4 then 4 elif p.SymbolCount <= 12 then 3 else 2
        BeliefTree.Grow(p, depth)

    let private joint (p: LinearProcess) belief = p.Joint((belief: float[]))

    let private applied (p: LinearProcess) symbol (tensor: float[]) left right =
        let result: float[] = Array.zeroCreate tensor.Length
        p.Apply(symbol, ReadOnlySpan tensor, Span result, left, right)
        result

    let private emitted (p: LinearProcess) (tensor: float[]) left right =
        let result: float[] = Array.zeroCreate (left * p.SymbolCount * right)
        p.Emit(ReadOnlySpan tensor, Span result, left, right)
        result

    let private sameWords (expected: GenerativeProcess) (actual: GenerativeProcess) =
        let a, b = grow expected, grow actual
        Assert.Equal<int>(a.Parents, b.Parents)
        Assert.Equal<uint16>(a.Symbols, b.Symbols)
        Agreement.vectors tolerance "P" a.Probabilities b.Probabilities

    let private probability (p: GenerativeProcess) (word: int[]) =
        let step (mass, belief: float[]) z =
            let next: float[] = Array.zeroCreate belief.Length
            let conditional = if mass > 0.0 then p.Advance(ReadOnlySpan belief, z, Span next) else 0.0
            mass * conditional, next

        word |> Array.fold step (1.0, Array.ofSeq p.Start) |> fst

    [<Law>]
    let Words_OfAnyComposition_HaveTheProbabilitiesOfItsMatrices (c: RandomComposition) =
        let tree, matrices = grow (Composed.build c), Composed.matrices c

        for node in Agreement.nodes tree do
            Agreement.within tolerance "P" (Matrices.word matrices (tree.Word node)) tree.Probabilities[node]

        for length in 0 .. tree.Depth do
            Agreement.within tolerance "sum" 1.0 (Array.sum tree.Probabilities[tree.LevelStart[length] .. tree.LevelStart[length + 1] - 1])

    [<Law>]
    let JointBeliefs_OfAnyComposition_AreTheBeliefsOfItsMatrices (c: RandomComposition) =
        if not (Composed.hasReverse c) then
            let p = Composed.build c
            let tree, matrices = grow p, Composed.matrices c

            for node in Agreement.nodes tree do
                if tree.Probabilities[node] > 1e-6 then
                    Agreement.vectors 1e-7 "belief" (Matrices.belief matrices (tree.Word node)) (joint p (Agreement.belief tree node))

    [<Law>]
    let NextToken_OfAnyComposition_IsTheLawThatAdvanceFollows (c: RandomComposition) =
        let p = Composed.build c
        let tree = grow p

        for node in Agreement.nodes tree do
            let belief = Agreement.belief tree node
            let law = Agreement.nextToken p belief
            Agreement.within tolerance "sum" 1.0 (Array.sum law)
            let next: float[] = Array.zeroCreate belief.Length
            law |> Array.iteri (fun z expected -> Agreement.within tolerance "P" expected (p.Advance(ReadOnlySpan belief, z, Span next)))
            Agreement.vectors tolerance "emitted" law (emitted p (joint p belief) 1 1)

    [<Law>]
    let Expansion_OfAnyComposition_HasTheSameWordsAndGauge (c: RandomComposition) =
        let p = Composed.build c
        let model = Expansion.Of p
        sameWords p model
        Assert.Equal(p.JointCount, int64 model.StateCount)
        Agreement.within 1e-6 "sum of φ" (float model.StateCount) (Array.sum (p.JointReadout()))
        Assert.Equal(model.StateCount, Seq.length (Seq.distinct model.States))
        Assert.Equal(model.SymbolCount, Seq.length (Seq.distinct model.Symbols))

    /// πT = π and πφ = 1, Tφ = φ: whatever is emitted, a long past does not show.
    [<Law>]
    let Stationary_OfAnyComposition_IsKept (c: RandomComposition) =
        let p = Composed.build c
        let stationary, phi = joint p (Array.ofSeq p.Stationary), p.JointReadout()
        Agreement.within tolerance "πφ" 1.0 (Matrices.dot stationary phi)
        Agreement.vectors tolerance "πT" stationary (applied p (Nullable()) stationary 1 1)

        for state in 0 .. phi.Length - 1 do
            let basis = Array.init phi.Length (fun j -> if j = state then 1.0 else 0.0)
            Agreement.within 1e-8 "Tφ" phi[state] (Matrices.dot (applied p (Nullable()) basis 1 1) phi)

    /// On a tensor of any shape the maps act on each fibre of the axis as on a vector; and T is the sum of all T⁽ᶻ⁾.
    [<Law>]
    let LinearMaps_OfAnyComposition_ActOnEachFibreAlike (c: RandomComposition) (key: uint64) =
        let p = Composed.build c
        let random, left, right, size = Harness.Numerics.RandomStream key, 2, 3, int p.JointCount
        let tensor = Array.init (left * size * right) (fun _ -> random.NextDouble() - 0.5)
        let fibre (cells: float[]) count l r = Array.init count (fun k -> cells[((l * count) + k) * right + r])
        let symbols = [ for z in 0 .. p.SymbolCount - 1 -> Nullable z ]

        for symbol in Nullable() :: symbols do
            let whole = applied p symbol tensor left right

            for l in 0 .. left - 1 do
                for r in 0 .. right - 1 do
                    Agreement.vectors tolerance "vT" (applied p symbol (fibre tensor size l r) 1 1) (fibre whole size l r)

        let laws = emitted p tensor left right

        for l in 0 .. left - 1 do
            for r in 0 .. right - 1 do
                Agreement.vectors tolerance "vTφ" (emitted p (fibre tensor size l r) 1 1) (fibre laws p.SymbolCount l r)

        let sum = symbols |> List.map (fun z -> applied p z tensor left right) |> List.reduce (Array.map2 (+))
        Agreement.vectors 1e-8 "T" (applied p (Nullable()) tensor left right) sum

    [<Law>]
    let Beliefs_AtAnyScale_KeepTheirMass (c: RandomComposition) (tenths: uint8) =
        let p = Composed.build c
        let tree = grow p
        let scale = float (1 + int tenths) / 10.0

        for node in Agreement.nodes tree |> Seq.truncate 50 do
            let belief = Agreement.belief tree node
            let own, mass = p.Unscaled(ReadOnlySpan(Array.map ((*) scale) belief))
            Agreement.within (1e-8 * scale) "mass" scale mass
            Agreement.vectors 1e-8 "belief" belief own

    [<Law>]
    let StartingFrom_BeliefAfterAWord_ContinuesIt (c: RandomComposition) =
        let p = Composed.build c
        let tree = grow p

        for node in Agreement.nodes tree |> Seq.skip 1 |> Seq.truncate 40 do
            if tree.Probabilities[node] > 1e-6 then
                let rest = p.StartingFrom(Agreement.belief tree node)

                for z in 0 .. p.SymbolCount - 1 do
                    let whole = probability p (Array.append (tree.Word node) [| z |])
                    Agreement.within 1e-8 "P" whole (tree.Probabilities[node] * probability rest [| z |])

    [<Law>]
    let Product_WithAOneTokenCoin_ChangesNothing (c: RandomComposition) =
        let p = Composed.build c
        let one = { Kind = "coin"; Symbols = 1; Weights = [| [| 1L |] |] } |> RandomProcess.toModel :> LinearProcess

        for factors in [ [| Factor p; Factor one |]; [| Factor one; Factor p |] ] do
            sameWords p (FactoredProcess(Composed.name "product" (FactoredProcess.JointSymbols factors), factors))

    [<Law>]
    let Noise_OfZero_IsTheIdentity (c: RandomComposition) =
        let p = Composed.build c
        sameWords p (NoisyProcess(Composed.name "noise" p.Symbols, p, 0.0))

    /// ε = 1 leaves nothing but uniform tokens.
    [<Law>]
    let Noise_OfOne_LeavesUniformTokens (c: RandomComposition) =
        let p = Composed.build c
        let noise = NoisyProcess(Composed.name "noise" p.Symbols, p, 1.0)
        let law = Array.create p.SymbolCount (1.0 / float p.SymbolCount)
        let tree = grow noise
        Agreement.nodes tree |> Seq.iter (fun node -> Agreement.vectors tolerance "P" law (Agreement.nextToken noise (Agreement.belief tree node)))

    [<Law>]
    let Reversal_OfAnyStationaryComposition_ReversesItsWords (c: RandomComposition) =
        if Composed.startsStationary c then
            let p = Composed.build c
            let reversed = TimeReversal.Of p
            let tree = grow p

            for node in Agreement.nodes tree do
                Agreement.within tolerance "P" tree.Probabilities[node] (probability reversed (Array.rev (tree.Word node)))

    [<Law>]
    let Reversal_Twice_ChangesNothing (c: RandomComposition) =
        if Composed.startsStationary c then
            let p = Composed.build c
            let twice = TimeReversal.Of(TimeReversal.Of p)
            let tree = grow p
            Agreement.nodes tree |> Seq.iter (fun node -> Agreement.within tolerance "P" tree.Probabilities[node] (probability twice (tree.Word node)))

    /// The entropy of independent factors is the sum of theirs, at every length, and so is its rate.
    [<Law>]
    let Product_OfAnyFactors_AddsTheirBlockEntropies (a: RandomComposition) (b: RandomComposition) =
        let parts = [| Composed.build a; Composed.build b |]

        if parts[0].SymbolCount * parts[1].SymbolCount <= 30 then
            let factors = parts |> Array.map Factor
            let entropies (p: GenerativeProcess) = BlockEntropy.Nats(BeliefTree.Grow(p, 2))
            let expected = parts |> Array.map entropies |> Array.reduce (Array.map2 (+))
            Agreement.vectors tolerance "H" expected (entropies (FactoredProcess(Composed.name "product" (FactoredProcess.JointSymbols factors), factors)))

    [<Law>]
    let Mixture_OfAnyComponents_WeighsTheirWordProbabilities (a: RandomComposition) (b: RandomComposition) (tenths: uint8) =
        let weight = float (1 + int tenths % 9) / 10.0
        let p, q = Composed.build a, Composed.build b
        let symbols = max p.SymbolCount q.SymbolCount
        let own (process': LinearProcess) = Array.init process'.SymbolCount id
        let components = [| MixtureComponent(p, weight, own p); MixtureComponent(q, 1.0 - weight, own q) |]
        let knows (process': LinearProcess) word = Array.forall (fun z -> z < process'.SymbolCount) word
        let mixtures = [ MixtureProcess.Of(Composed.name "mixture" (Composed.names "" symbols), components); MixtureProcess(Composed.name "mixture" (Composed.names "" symbols), components) ]

        for mixture in mixtures do
            let tree = grow mixture

            for node in Agreement.nodes tree do
                let word = tree.Word node
                let part process' = if knows process' word then probability process' word else 0.0
                Agreement.within tolerance "P" (weight * part p + (1.0 - weight) * part q) tree.Probabilities[node]

    [<Law>]
    let Relabelling_ByABijection_KeepsEveryEntropy (c: RandomComposition) (key: uint64) =
        let p = Composed.build c
        let order = Harness.Numerics.RandomStream(key).NextPermutation p.SymbolCount
        let depth = if p.SymbolCount <= 4 then 4 else 2
        let expected = MyopicEntropy.Nats(BeliefTree.Grow(p, depth))
        // Other names, and other names in another order.
        let renamed = MergedProcess.Of("relabel", p, Array.init p.SymbolCount (fun z -> $"other-{z}"))
        let permuted = MixtureProcess(Composed.name "relabel" p.Symbols, [| MixtureComponent(p, 1.0, order) |])

        for relabelled in [ renamed; permuted ] do
            Agreement.vectors tolerance "h" expected (MyopicEntropy.Nats(BeliefTree.Grow(relabelled, depth)))

    [<Law>]
    let Bos_BeforeAnyProcess_ShiftsItsWordsByOne (c: RandomComposition) =
        let p = Composed.build c
        let shifted = BosProcess.Of("bos", p, "BEGIN")
        let depth = if p.SymbolCount <= 4 then 4 else 2
        let plain, longer = BeliefTree.Grow(p, depth), BeliefTree.Grow(shifted, depth + 1)
        Assert.Equal(plain.Count + 1, longer.Count)

        for node in Agreement.nodes plain do
            let word = plain.Word node
            Assert.Equal<int>(Array.append [| p.SymbolCount |] word, longer.Word(node + 1))
            Agreement.within tolerance "P" plain.Probabilities[node] longer.Probabilities[node + 1]

        Agreement.vectors tolerance "h" (Array.append [| 0.0 |] (MyopicEntropy.Nats plain)) (MyopicEntropy.Nats longer)

    /// Laws about rare kinds would say nothing if the kinds did not come up.
    [<Fact>]
    let Generators_Samples_CoverEveryKindOfProcess () =
        let samples = Gen.sampleWithSeed (FsCheck.Rnd 7UL) 50 600 CompositionGenerators.any |> Array.map Composed.build
        let atLeast least what holds =
            let count = samples |> Seq.filter holds |> Seq.length
            Assert.True(count >= least, $"{what}: {count} of 600")

        for kind in [ typeof<HiddenMarkovModel>; typeof<FactoredProcess>; typeof<MixtureProcess>; typeof<NoisyProcess>; typeof<MergedProcess>; typeof<BosProcess> ] do
            atLeast 10 kind.Name (fun p -> p.GetType() = kind)

        atLeast 150 "generalised" (fun p -> p.Kind = ProcessKind.Ghmm)
        atLeast 10 "chains" (function :? FactoredProcess as p -> not p.IsIndependent | _ -> false)
