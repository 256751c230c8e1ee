namespace Harness.Laws.Oracle

/// Linear algebra over fractions: every answer is exact, so that "singular" and "unique" mean what they say.
module Linear =

    let total (values: Fraction[]) = Array.fold (+) Fraction.Zero values

    let dot (a: Fraction[]) (b: Fraction[]) = Array.map2 (fun (x: Fraction) y -> x * y) a b |> total

    let rowTimes (row: Fraction[]) (matrix: Fraction[][]) =
        Array.init matrix[0].Length (fun j -> Array.init row.Length (fun i -> row[i] * matrix[i].[j]) |> total)

    let times (a: Fraction[][]) (b: Fraction[][]) = a |> Array.map (fun row -> rowTimes row b)

    let identity n = Array.init n (fun i -> Array.init n (fun j -> if i = j then Fraction.One else Fraction.Zero))

    let add (a: Fraction[][]) (b: Fraction[][]) : Fraction[][] = Array.map2 (Array.map2 (+)) a b

    let subtract (a: Fraction[][]) (b: Fraction[][]) : Fraction[][] = Array.map2 (Array.map2 (-)) a b

    /// Reduced row echelon form by Gauss–Jordan elimination over the first columns; the columns of its pivots, in the order of its rows.
    let private reduce columns (matrix: Fraction[][]) =
        let rows = Array.copy matrix

        let pivots =
            [ for column in 0 .. columns - 1 do
                  column ]
            |> List.fold
                (fun (found: int list) column ->
                    let top = found.Length

                    match Seq.tryFind (fun i -> not (rows[i].[column].IsZero)) (seq { top .. rows.Length - 1 }) with
                    | None -> found
                    | Some pivot ->
                        let scaled = rows[pivot] |> Array.map (fun entry -> entry / rows[pivot].[column])
                        rows[pivot] <- rows[top]
                        rows[top] <- scaled

                        for i in 0 .. rows.Length - 1 do
                            let factor = rows[i].[column]

                            if i <> top && not factor.IsZero then
                                rows[i] <- Array.map2 (fun (entry: Fraction) above -> entry - factor * above) rows[i] scaled

                        column :: found)
                []

        rows, List.rev pivots

    /// A basis of { x : Mx = 0 }.
    let kernel (matrix: Fraction[][]) =
        let columns = matrix[0].Length
        let rows, pivots = reduce columns matrix
        let place = pivots |> List.mapi (fun row column -> column, row) |> dict

        [ for free in 0 .. columns - 1 do
              if not (place.ContainsKey free) then
                  Array.init columns (fun j ->
                      match place.TryGetValue j with
                      | true, row -> -rows[row].[free]
                      | _ -> if j = free then Fraction.One else Fraction.Zero) ]

    /// The X with MX = B, where M is square and not singular.
    let solve (matrix: Fraction[][]) (right: Fraction[][]) =
        let n = matrix.Length
        let rows, pivots = reduce n (Array.map2 Array.append matrix right)

        if pivots.Length = n then
            Some(rows |> Array.map (fun row -> row[n..]))
        else
            None
