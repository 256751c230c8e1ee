namespace Harness.Laws.Oracle

/// A hidden Markov model, generalised or not, in exact fractions. Matrices[z].[i].[j] = T⁽ᶻ⁾[i,j]; Tφ = φ for T = Σ_z T⁽ᶻ⁾ and Σφ = the number
/// of states; πT = π, πφ = 1; the start is a row vector with ηφ = 1.
type ExactProcess =
    { Symbols: string[]
      States: string[]
      Matrices: Fraction[][][]
      Readout: Fraction[]
      Stationary: Fraction[]
      Start: Fraction[] }

module ExactProcess =

    let private total (matrices: Fraction[][][]) = Array.reduce Linear.add matrices

    /// From weights that start out on the states; scaled to ηφ = 1.
    let scaled readout (start: Fraction[]) =
        let mass = Linear.dot start readout
        start |> Array.map (fun weight -> weight / mass)

    /// A hidden Markov model: φ is a column of ones. Without a start it starts from its stationary law, which then must be unique; with one,
    /// the stationary law is what is met in the long run from there.
    let hmm symbols states (matrices: Fraction[][][]) start =
        let chain = total matrices
        let ones = Array.create chain.Length Fraction.One

        if chain |> Array.exists (fun row -> Linear.total row <> Fraction.One) then
            failwith "A row does not sum to 1."

        let start = start |> Option.map (scaled ones)

        let stationary =
            match start with
            | Some law -> Linear.rowTimes law (ExactChain.longRun chain)
            | None when (ExactChain.classes chain).Length = 1 -> (ExactChain.longRun chain)[0]
            | None -> failwith "The stationary law is not unique."

        { Symbols = symbols
          States = states
          Matrices = matrices
          Readout = ones
          Stationary = stationary
          Start = defaultArg start stationary }

    /// Read from right to left: T̃⁽ᶻ⁾[j,i] = πᵢT⁽ᶻ⁾[i,j] / πⱼ, of a hidden Markov model whose states are all met in the long run.
    let reverse (p: ExactProcess) =
        let back (matrix: Fraction[][]) =
            Array.init p.States.Length (fun j -> Array.init p.States.Length (fun i -> p.Stationary[i] * matrix[i].[j] / p.Stationary[j]))

        hmm p.Symbols p.States (Array.map back p.Matrices) None

    /// A generalised one. None where φ or π is not unique, or cannot be scaled to its gauge.
    let tryGhmm symbols states (matrices: Fraction[][][]) start =
        let change = Linear.subtract (total matrices) (Linear.identity matrices[0].Length)

        match Linear.kernel change, Linear.kernel (Array.transpose change) with
        | [ right ], [ left ] when not ((Linear.total right).IsZero) && not ((Linear.dot left right).IsZero) ->
            let scale = Fraction.Of right.Length / Linear.total right
            let readout = right |> Array.map (fun entry -> entry * scale)
            let stationary = scaled readout left

            Some
                { Symbols = symbols
                  States = states
                  Matrices = matrices
                  Readout = readout
                  Stationary = stationary
                  Start = start |> Option.map (scaled readout) |> Option.defaultValue stationary }
        | _ -> None

    /// One of several hidden Markov models, chosen once by its weight: block-diagonal matrices. For each component its weight and, for each of
    /// its symbols, the name in the mixture; names are in the order in which they are first met.
    let mixture (components: (ExactProcess * Fraction * string[]) list) =
        let symbols = components |> Seq.collect (fun (_, _, names) -> names) |> Seq.distinct |> Array.ofSeq
        let sizes = components |> List.map (fun (p, _, _) -> p.States.Length)
        let total = List.sum sizes

        let place (row: int -> Fraction[]) size first =
            Array.init size (fun i -> Array.concat [ Array.create first Fraction.Zero; row i; Array.create (total - first - size) Fraction.Zero ])

        let block (symbol: string) =
            List.zip components (List.scan (+) 0 sizes |> List.take sizes.Length)
            |> List.map (fun ((p, _, names), first) ->
                let own = System.Array.IndexOf(names, symbol)
                place (fun i -> if own < 0 then Array.create p.States.Length Fraction.Zero else p.Matrices[own].[i]) p.States.Length first)
            |> Array.concat

        let start = components |> List.map (fun (p, weight, _) -> p.Start |> Array.map (fun mass -> weight * mass)) |> Array.concat
        let states = components |> List.mapi (fun c (p, _, _) -> p.States |> Array.map (fun state -> $"{c + 1}:{state}")) |> Array.concat
        hmm symbols states (Array.map block symbols) (Some start)
