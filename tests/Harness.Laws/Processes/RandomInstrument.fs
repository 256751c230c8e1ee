namespace Harness.Laws

open Harness.Laws.Oracle

/// Repeated measurement of one real quantum bit: a generalised model of three dimensions that is valid by construction and, in general, no
/// hidden Markov model of three states.
///
/// With A skew-symmetric, Q = (1 + A)⁻¹(1 − A) is orthogonal (Cayley) and rational where A is. The first two columns of Q, cut into 2×2
/// blocks, are operators K with ΣKᵀK = 1, so that ρ → Σ KρKᵀ over the operators of a symbol emits the symbol with probability tr ΣKρKᵀ ≥ 0.
[<StructuredFormatDisplay("{Text}")>]
type RandomInstrument =
    { /// The entries of A above the diagonal, row by row.
      Skew: int[]
      /// The symbol of each operator.
      SymbolOf: int[] }

    member p.Symbols = Array.max p.SymbolOf + 1

    member p.Text =
        let join values = values |> Seq.map string |> String.concat ", "
        $"instrument of {p.SymbolOf.Length} operators with symbols {join p.SymbolOf} from the skew-symmetric matrix {join p.Skew}"

    override p.ToString() = p.Text

module RandomInstrument =

    /// Symbols without gaps, in the order of their first operator.
    let renumber symbols =
        let order = Array.distinct symbols
        symbols |> Array.map (fun symbol -> Array.findIndex ((=) symbol) order)

    let private fractions = Array.map (Array.map (fun (n: int) -> Fraction.Of n))
    let private pauli = [| [| [| 1; 0 |]; [| 0; 1 |] |]; [| [| 0; 1 |]; [| 1; 0 |] |]; [| [| 1; 0 |]; [| 0; -1 |] |] |] |> Array.map fractions

    let private operators (p: RandomInstrument) =
        let n = 2 * p.SymbolOf.Length
        let above = Seq.allPairs (seq { 0 .. n - 1 }) (seq { 0 .. n - 1 }) |> Seq.filter (fun (i, j) -> i < j) |> Seq.mapi (fun place cell -> cell, place) |> dict
        let entry i j = if i = j then 0 elif i < j then p.Skew[above[(i, j)]] else -p.Skew[above[(j, i)]]
        let skew = fractions (Array.init n (fun i -> Array.init n (entry i)))

        match Linear.solve (Linear.add (Linear.identity n) skew) (Linear.subtract (Linear.identity n) skew) with
        | Some orthogonal -> Array.init p.SymbolOf.Length (fun k -> Array.init 2 (fun i -> orthogonal[2 * k + i].[0..1]))
        | None -> failwith "1 + A is never singular."

    /// In coordinates (tr ρ, tr ρX, tr ρZ): T[i,j] = tr(K σᵢ Kᵀ σⱼ) / 2, summed over the operators of the symbol.
    let matrices (p: RandomInstrument) =
        let trace (m: Fraction[][]) = m[0].[0] + m[1].[1]

        let matrix k =
            Array.init 3 (fun i ->
                Array.init 3 (fun j -> trace (Linear.times (Linear.times (Linear.times k pauli[i]) (Array.transpose k)) pauli[j]) / Fraction.Of 2))

        let each = operators p |> Array.map matrix
        Array.init p.Symbols (fun z -> Array.zip p.SymbolOf each |> Array.filter (fun (symbol, _) -> symbol = z) |> Array.map snd |> Array.reduce Linear.add)

    /// Fewer symbols, smaller entries; always valid.
    let shrink (p: RandomInstrument) =
        seq {
            for merged in 1 .. p.Symbols - 1 do
                yield { p with SymbolOf = p.SymbolOf |> Array.map (fun symbol -> if symbol = merged then 0 else symbol) |> renumber }

            for i in 0 .. p.Skew.Length - 1 do
                for smaller in [ 0; sign p.Skew[i] ] do
                    if abs smaller < abs p.Skew[i] then
                        yield { p with Skew = Array.updateAt i smaller p.Skew }
        }
