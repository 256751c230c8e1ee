namespace Harness.Laws

/// A hidden Markov model in exact fractions. Matrices[z].[i].[j] = P(emit z, go to j | at i).
type ExactProcess = { Matrices: Fraction[][][] }

/// Filtering in exact arithmetic: the oracle for what the product computes in doubles. It shares no code with it.
module ExactFilter =

    /// From (symbol, from, to, numerator, denominator).
    let ofEdges symbols states edges =
        let matrices =
            Array.init symbols (fun _ -> Array.init states (fun _ -> Array.create states Fraction.Zero))

        for symbol, source, target, top, bottom in edges do
            matrices[symbol].[source].[target] <- matrices[symbol].[source].[target] + Fraction.Of(int64 top, int64 bottom)

        { Matrices = matrices }

    let private total = Array.fold (+) Fraction.Zero

    let private rowTimes (row: Fraction[]) (matrix: Fraction[][]) =
        Array.init row.Length (fun j -> Array.init row.Length (fun i -> row[i] * matrix[i].[j]) |> total)

    /// π with πT = π and Σπ = 1 of an irreducible process, by Gauss–Jordan elimination on (Tᵀ − 1)π = 0 with the last equation
    /// replaced by the sum.
    let stationary (p: ExactProcess) =
        let n = p.Matrices[0].Length

        let system =
            Array.init n (fun j ->
                Array.init (n + 1) (fun i ->
                    if j = n - 1 then Fraction.One
                    elif i = n then Fraction.Zero
                    else
                        let into = p.Matrices |> Array.map (fun matrix -> matrix[i].[j]) |> total
                        if i = j then into - Fraction.One else into))

        for column in 0 .. n - 1 do
            let pivot = Seq.find (fun row -> not system[row].[column].IsZero) (seq { column .. n - 1 })
            let swapped = system[column]
            system[column] <- Array.map (fun entry -> entry / system[pivot].[column]) system[pivot]

            if pivot <> column then
                system[pivot] <- swapped

            for row in 0 .. n - 1 do
                if row <> column && not system[row].[column].IsZero then
                    let factor = system[row].[column]
                    system[row] <- Array.map2 (fun entry above -> entry - factor * above) system[row] system[column]

        Array.init n (fun row -> system[row].[n])

    /// Every word of positive probability up to a depth, with P(w) and η(w), from the stationary start.
    let words depth (p: ExactProcess) =
        let rec extend word probability belief =
            seq {
                yield List.rev word, probability, belief

                if List.length word < depth then
                    for symbol in 0 .. p.Matrices.Length - 1 do
                        let joint = rowTimes belief p.Matrices[symbol]
                        let conditional = total joint

                        if not conditional.IsZero then
                            yield! extend (symbol :: word) (probability * conditional) (joint |> Array.map (fun mass -> mass / conditional))
            }

        extend [] Fraction.One (stationary p)
