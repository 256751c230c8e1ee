namespace Harness.Laws.Oracle

open System.Collections.Generic

/// Finite Markov chains in exact fractions. A chain is W[i].[j] = P(j | i).
module ExactChain =

    let private reachable (chain: Fraction[][]) start =
        let seen = HashSet<int>([ start ])
        let waiting = Stack<int>([ start ])

        while waiting.Count > 0 do
            let i = waiting.Pop()

            for j in 0 .. chain.Length - 1 do
                if not (chain[i].[j].IsZero) && seen.Add j then
                    waiting.Push j

        seen

    /// The sets of states that are never left: i belongs to one when whatever it reaches reaches it again.
    let classes (chain: Fraction[][]) =
        let reach = Array.init chain.Length (reachable chain)

        seq { 0 .. chain.Length - 1 }
        |> Seq.filter (fun i -> reach[i] |> Seq.forall (fun j -> reach[j].Contains i))
        |> Seq.groupBy (fun i -> Seq.min reach[i])
        |> Seq.map (snd >> Array.ofSeq)
        |> Array.ofSeq

    let private part (rows: int[]) (columns: int[]) (chain: Fraction[][]) =
        rows |> Array.map (fun i -> columns |> Array.map (fun j -> chain[i].[j]))

    /// π with πW = π and Σπ = 1 of a chain whose states all reach each other.
    let stationary (chain: Fraction[][]) =
        match Linear.kernel (Array.transpose (Linear.subtract chain (Linear.identity chain.Length))) with
        | [ law ] ->
            let sum = Linear.total law
            law |> Array.map (fun mass -> mass / sum)
        | laws -> failwith $"The stationary laws span {laws.Length} dimensions."

    /// P(class | state) of ending in each class, [state].[class].
    let private absorption (chain: Fraction[][]) (classes: int[][]) =
        let home = Dictionary<int, int>()
        classes |> Array.iteri (fun c members -> members |> Array.iter (fun i -> home[i] <- c))
        let transient = [| 0 .. chain.Length - 1 |] |> Array.filter (home.ContainsKey >> not)
        let direct = transient |> Array.map (fun i -> classes |> Array.map (Array.map (fun j -> chain[i].[j]) >> Linear.total))
        let within = Linear.subtract (Linear.identity transient.Length) (part transient transient chain)
        let ends = if transient.Length = 0 then Some [||] else Linear.solve within direct
        let index = transient |> Array.mapi (fun place i -> i, place) |> dict

        Array.init chain.Length (fun i ->
            match home.TryGetValue i with
            | true, c -> Array.init classes.Length (fun other -> if other = c then Fraction.One else Fraction.Zero)
            | _ -> ends.Value[index[i]])

    /// Π[i].[j]: how often j is met in the long run from i, lim 1/n Σ_{t<n} Wᵗ, so that periods do no harm.
    let longRun (chain: Fraction[][]) =
        let classes = classes chain
        let laws = classes |> Array.map (fun members -> stationary (part members members chain))
        let ends = absorption chain classes

        Array.init chain.Length (fun i ->
            let row = Array.create chain.Length Fraction.Zero

            for c in 0 .. classes.Length - 1 do
                for place in 0 .. classes[c].Length - 1 do
                    row[classes[c].[place]] <- ends[i].[c] * laws[c].[place]

            row)

    /// Z = (1 − W + Π)⁻¹ − Π = Σ_t (Wᵗ − Π), the first row: how much more often than in the long run each state is met from state 0.
    let excessVisits (chain: Fraction[][]) =
        let limit = longRun chain
        let matrix = Linear.add (Linear.subtract (Linear.identity chain.Length) chain) limit
        let first = Array.init chain.Length (fun i -> [| (if i = 0 then Fraction.One else Fraction.Zero) |])

        match Linear.solve (Array.transpose matrix) first with
        | Some visits -> Array.map2 (fun (row: Fraction[]) often -> row[0] - often) visits limit[0]
        | None -> failwith "1 − W + Π is singular."
