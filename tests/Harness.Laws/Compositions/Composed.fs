namespace Harness.Laws

open System.Collections.Generic
open Harness.Processes
open Harness.Processes.Compositions

/// Builds a random composition twice: with the product, and as plain matrices.
module internal Composed =

    let private variants (p: RandomProcess) even count =
        Array.init count (fun k ->
            RandomProcess.rebuild p.States p.Symbols (fun z i j ->
                if even then RandomProcess.weight p ((z + k) % p.Symbols) i j
                else RandomProcess.weight p z i ((j + k) % p.States)) p)

    let private plain p =
        let model = RandomProcess.toModel p
        Matrices.ofModel (Array.init model.SymbolCount (Agreement.matrix model)) (Array.ofSeq model.Start) (Array.ofSeq model.Stationary)

    // Operations that would leave φ without a sum are passed over.
    let private sheared p operations =
        let step m (i, j, k) =
            let next = Matrices.shear m (i % m.Start.Length, j % m.Start.Length, k)
            if i % m.Start.Length = j % m.Start.Length || abs (Array.sum next.Phi) < 0.5 then m else next

        List.fold step (plain p) operations |> Matrices.gauge

    /// Labels of all tokens, each component's own shifted; a label has the place where it is first met.
    let private alphabet (components: (int * int) list) =
        let labels = components |> List.map (fun (symbols, shift) -> Array.init symbols (fun z -> z + shift))
        let all = labels |> Array.concat |> Array.distinct
        all, labels |> List.map (Array.map (fun label -> Array.findIndex ((=) label) all))

    let private weights components =
        let sum = components |> List.sumBy (fun (_, weight, _) -> float weight)
        components |> List.map (fun (_, weight, _) -> float weight / sum)

    let rec matrices composition =
        match composition with
        | Plain p -> plain p
        | Sheared(p, operations) -> sheared p operations
        | Product factors -> factors |> List.map matrices |> List.reduce Matrices.product
        | Chain(first, p, even) ->
            let first = matrices first
            Matrices.chain first (variants p even first.T.Length |> Array.map plain)
        | Mixture components ->
            let parts = components |> List.map (fun (part, _, shift) -> matrices part, shift)
            let all, maps = alphabet (parts |> List.map (fun (part, shift) -> part.T.Length, shift))
            Matrices.mixture (List.zip3 (List.map fst parts) (weights components) maps) all.Length
        | Noise(inner, tenths) -> matrices inner |> Matrices.noise (float tenths / 10.0)
        | Merge(inner, modulus) ->
            let inner = matrices inner
            Matrices.merge (Array.init inner.T.Length (fun z -> z % modulus)) inner
        | Bos inner -> matrices inner |> Matrices.bos
        | Reverse inner -> matrices inner |> Matrices.reverse

    let names prefix count = Array.init count (fun i -> $"{prefix}{i}")

    let name id (symbols: seq<string>) = ProcessName(id, List<string>(symbols))

    let private generalised (m: Matrices) =
        HiddenMarkovModel("sheared", Dictionary(), names "" m.T.Length, names "s" m.Start.Length, Array.map Array.concat m.T, m.Stationary, m.Start, m.Phi)

    let rec build composition : LinearProcess =
        match composition with
        | Plain p -> RandomProcess.toModel p
        | Sheared(p, operations) -> generalised (sheared p operations)
        | Product factors ->
            let factors = factors |> List.map (build >> Factor) |> Array.ofList
            FactoredProcess(name "product" (FactoredProcess.JointSymbols factors), factors)
        | Chain(first, p, even) ->
            let first = build first
            let second = variants p even first.SymbolCount |> Array.map (fun v -> RandomProcess.toModel v :> LinearProcess)
            FactorChain.Of("chain", [| Factor first; Factor second |])
        | Mixture components ->
            let parts = components |> List.map (fun (part, _, _) -> build part)
            let all, maps = alphabet (List.map2 (fun (part: LinearProcess) (_, _, shift) -> part.SymbolCount, shift) parts components)
            let components = List.zip3 parts (weights components) maps |> List.map (fun (part, weight, map) -> MixtureComponent(part, weight, map))
            MixtureProcess.Of(name "mixture" (all |> Seq.map string), Array.ofList components)
        | Noise(inner, tenths) ->
            let inner = build inner
            NoisyProcess.Of(name "noise" inner.Symbols, inner, float tenths / 10.0)
        | Merge(inner, modulus) ->
            let inner = build inner
            MergedProcess.Of("relabel", inner, Array.init inner.SymbolCount (fun z -> string (z % modulus)))
        | Bos inner ->
            let inner = build inner
            BosProcess.Of("bos", inner, $"BOS{inner.SymbolCount}")
        | Reverse inner -> TimeReversal.Of(build inner)

    /// Symbols and states, without building it.
    let rec size composition =
        match composition with
        | Plain p
        | Sheared(p, _) -> p.Symbols, p.States
        | Product factors -> factors |> List.map size |> List.reduce (fun (v, s) (w, t) -> v * w, s * t)
        | Chain(first, p, _) -> size first |> fun (v, s) -> v * p.Symbols, s * p.States
        | Mixture components ->
            let parts = components |> List.map (fun (part, _, shift) -> size part, shift)
            parts |> List.map (fun ((v, _), shift) -> v + shift) |> List.max, parts |> List.sumBy (fun ((_, s), _) -> s)
        | Noise(inner, _)
        | Reverse inner -> size inner
        | Merge(inner, modulus) -> size inner |> fun (v, s) -> min v modulus, s
        | Bos inner -> size inner |> fun (v, s) -> v + 1, s + 1

    let rec hasReverse composition =
        match composition with
        | Plain _
        | Sheared _ -> false
        | Product factors -> List.exists hasReverse factors
        | Mixture components -> components |> List.exists (fun (part, _, _) -> hasReverse part)
        | Chain(inner, _, _)
        | Noise(inner, _)
        | Merge(inner, _)
        | Bos inner -> hasReverse inner
        | Reverse _ -> true

    let rec startsStationary composition =
        match composition with
        | Plain _
        | Sheared _ -> true
        | Product factors -> List.forall startsStationary factors
        | Mixture components -> components |> List.forall (fun (part, _, _) -> startsStationary part)
        // A chain of a first factor that begins elsewhere is stationary only where the variants made it so.
        | Chain(inner, _, even) -> even && startsStationary inner
        | Noise(inner, _)
        | Merge(inner, _)
        | Reverse inner -> startsStationary inner
        | Bos _ -> false
