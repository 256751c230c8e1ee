namespace Harness.Laws

open Harness.Laws.Oracle

/// Where the words of a generalised model come from, which makes it valid by construction.
type GhmmBasis =
    | Classical of RandomProcess
    | Quantum of RandomInstrument

/// A generalised hidden Markov model: another one in other coordinates. With an invertible S the matrices S⁻¹T⁽ᶻ⁾S, the belief ηS and the
/// readout S⁻¹φ give every word the same probability.
[<StructuredFormatDisplay("{Text}")>]
type RandomGhmm =
    { Basis: GhmmBasis
      /// S is the product of 1 + k·E(i, j) over these (i, j, k), i and j modulo the dimension: a whole-number matrix with a whole-number inverse.
      Operations: (int * int * int) list
      Exact: ExactProcess }

    member p.Text =
        let basis = match p.Basis with | Classical hmm -> hmm.Text | Quantum instrument -> instrument.Text
        $"{basis}\n  in coordinates changed by %A{p.Operations}"

    override p.ToString() = p.Text

module RandomGhmm =

    let private elementary n (i, j, k) =
        let identity = Linear.identity n
        let i, j = i % n, j % n
        if i <> j then identity[i].[j] <- Fraction.Of(k: int)
        identity

    /// None where φ in these coordinates sums to 0, so that it cannot be scaled to its gauge, or where π is not unique.
    let tryMake basis operations =
        let symbols, matrices =
            match basis with
            | Classical p -> p.Symbols, (RandomProcess.toExact p).Matrices
            | Quantum p -> p.Symbols, RandomInstrument.matrices p

        let n = matrices[0].Length
        let product = List.fold (fun s operation -> Linear.times s (elementary n operation)) (Linear.identity n)
        let change = product operations
        let inverse = product (operations |> List.rev |> List.map (fun (i, j, k) -> i, j, -k))
        let changed = matrices |> Array.map (fun matrix -> Linear.times (Linear.times inverse matrix) change)

        ExactProcess.tryGhmm (Model.names "" symbols) (Model.names "e" n) changed None
        |> Option.map (fun exact -> { Basis = basis; Operations = operations; Exact = exact })

    let internal toModel (p: RandomGhmm) = Model.ghmm p.Exact

    /// Simpler bases, fewer and smaller changes of coordinates; always valid.
    let shrink (p: RandomGhmm) =
        seq {
            match p.Basis with
            | Classical basis -> for simpler in RandomProcess.shrink basis do yield Classical simpler, p.Operations
            | Quantum basis -> for simpler in RandomInstrument.shrink basis do yield Quantum simpler, p.Operations

            for index in 0 .. p.Operations.Length - 1 do
                yield p.Basis, List.removeAt index p.Operations
                let i, j, k = p.Operations[index]
                if abs k > 1 then yield p.Basis, List.updateAt index (i, j, sign k) p.Operations
        }
        |> Seq.choose (fun (basis, operations) -> tryMake basis operations)
