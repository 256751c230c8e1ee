namespace Harness.Laws

open System.Collections.Generic
open Harness.Laws.Oracle

/// A hidden Markov model with whole-number weights: P(emit z, go to j | at i) = Weights[i].[z·S + j] / Σ Weights[i].
/// Whole numbers make it exact, readable and easy to shrink.
[<StructuredFormatDisplay("{Text}")>]
type RandomProcess =
    { Kind: string
      Symbols: int
      Weights: int64[][] }

    member p.States = p.Weights.Length

    member p.Text =
        let row i =
            let sum = Array.sum p.Weights[i]

            seq { 0 .. p.Weights[i].Length - 1 }
            |> Seq.filter (fun edge -> p.Weights[i].[edge] > 0L)
            |> Seq.map (fun edge -> $"emit {edge / p.States} go to s{edge % p.States} with {p.Weights[i].[edge]}/{sum}")
            |> String.concat ", "

        let rows = Seq.init p.States (fun i -> $"\n  at s{i}: {row i}") |> String.concat ""
        $"{p.Kind} process, {p.States} states, {p.Symbols} symbols{rows}"

    override p.ToString() = p.Text

module RandomProcess =

    let weight (p: RandomProcess) symbol source target = p.Weights[source].[symbol * p.States + target]

    let private connected (next: int -> seq<int>) count =
        let seen = HashSet<int>()
        let rec visit i = if seen.Add i then Seq.iter visit (next i)
        visit 0
        seen.Count = count

    /// Every state can be reached from every other, so that the stationary law is unique and positive.
    let isIrreducible (p: RandomProcess) =
        let edge i j = Seq.exists (fun z -> weight p z i j > 0L) (seq { 0 .. p.Symbols - 1 })
        let states = seq { 0 .. p.States - 1 }

        p.States > 0
        && p.Symbols > 0
        && connected (fun i -> Seq.filter (edge i) states) p.States
        && connected (fun j -> Seq.filter (fun i -> edge i j) states) p.States
        && p.Weights |> Array.forall (fun row -> Array.sum row > 0L)

    let isUnifilar (p: RandomProcess) =
        Seq.allPairs (seq { 0 .. p.States - 1 }) (seq { 0 .. p.Symbols - 1 })
        |> Seq.forall (fun (i, z) -> Seq.init p.States (weight p z i) |> Seq.filter ((<) 0L) |> Seq.length <= 1)

    /// Builds the weights anew from a function of symbol, from and to.
    let rebuild states symbols w (p: RandomProcess) =
        { p with
            Symbols = symbols
            Weights = Array.init states (fun i -> Array.init (symbols * states) (fun edge -> w (edge / states) i (edge % states))) }

    let permute (order: int[]) (p: RandomProcess) =
        rebuild p.States p.Symbols (fun z i j -> weight p z order[i] order[j]) p

    /// One state becomes two with the same future, entered with equal probability.
    let duplicate twin (p: RandomProcess) =
        let original i = if i = p.States then twin else i
        let share j = if original j = twin then 1L else 2L

        { rebuild (p.States + 1) p.Symbols (fun z i j -> share j * weight p z (original i) (original j)) p with
            Kind = $"{p.Kind} with a duplicate state" }

    /// Every state with a clock that has two hands: twice the states, the same futures, unifilar where the process is. It may fall apart.
    let withClock (p: RandomProcess) =
        { rebuild (2 * p.States) p.Symbols (fun z i j -> if i % 2 <> j % 2 then weight p z (i / 2) (j / 2) else 0L) p with
            Kind = $"{p.Kind} with a clock" }

    let private matrices (p: RandomProcess) =
        let fraction z i j = Fraction.Of(weight p z i j, Array.sum p.Weights[i])
        Array.init p.Symbols (fun z -> Array.init p.States (fun i -> Array.init p.States (fraction z i)))

    /// Started from weights on the states.
    let startedFrom (weights: int64[]) (p: RandomProcess) =
        ExactProcess.hmm (Model.names "" p.Symbols) (Model.names "s" p.States) (matrices p) (Some(weights |> Array.map (fun weight -> Fraction.Of(weight, 1L))))

    /// Started from its stationary law.
    let toExact (p: RandomProcess) =
        ExactProcess.hmm (Model.names "" p.Symbols) (Model.names "s" p.States) (matrices p) None

    /// The product's model of it. The stationary law is solved in fractions, independently of the product.
    let internal toModel (p: RandomProcess) = Model.hmm (toExact p)

    let isStochastic (p: RandomProcess) =
        p.States > 0 && p.Symbols > 0 && p.Weights |> Array.forall (fun row -> Array.sum row > 0L)

    let withoutState k (p: RandomProcess) =
        let old i = if i < k then i else i + 1
        rebuild (p.States - 1) p.Symbols (fun z i j -> weight p z (old i) (old j)) p

    /// Fewer symbols, fewer edges, rounder weights, on the same states.
    let simplify (p: RandomProcess) =
        seq {
            for k in 1 .. p.Symbols - 1 do
                let old z = if z < k then z else z + 1
                yield rebuild p.States (p.Symbols - 1) (fun z i j -> weight p (old z) i j + (if z = 0 then weight p k i j else 0L)) p

            for changed in 0 .. p.States - 1 do
                for edge in 0 .. p.Symbols * p.States - 1 do
                    for smaller in [ 0L; 1L ] do
                        if smaller < p.Weights[changed].[edge] then
                            yield
                                { p with
                                    Weights = p.Weights |> Array.mapi (fun i row -> if i = changed then Array.updateAt edge smaller row else row) }
        }

    /// Fewer states, fewer symbols, fewer edges, rounder weights; always irreducible.
    let shrink (p: RandomProcess) =
        let old k i = if i < k then i else i + 1

        seq {
            for k in 0 .. p.States - 1 do
                yield withoutState k p

                // Where state k holds a cycle together: whatever entered k enters one of its successors instead.
                for successor in 0 .. p.States - 2 do
                    let entering z i j = weight p z (old k i) (old k j) + (if j = successor then weight p z (old k i) k else 0L)
                    yield rebuild (p.States - 1) p.Symbols entering p

            yield! simplify p
        }
        |> Seq.filter isIrreducible
