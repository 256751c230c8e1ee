namespace Harness.Laws.Oracle

open System.Collections.Generic
open System.Numerics

/// Bayesian filtering in exact arithmetic: the oracle for what the product computes in doubles. It shares no code with it.
/// Inside, matrices and beliefs are scaled to whole numbers, so that a step costs one greatest common divisor.
type ExactFilter(p: ExactProcess) =

    let common (values: seq<Fraction>) =
        values |> Seq.fold (fun (known: BigInteger) f -> known / BigInteger.GreatestCommonDivisor(known, f.Denominator) * f.Denominator) BigInteger.One

    let whole (scale: BigInteger) (f: Fraction) = f.Numerator * (scale / f.Denominator)
    let scale = p.Matrices |> Seq.collect (Seq.collect id) |> common
    let readoutScale, startScale = common p.Readout, common p.Start
    let readout = p.Readout |> Array.map (whole readoutScale)

    // columns[z].[j].[i], so that a step is a product with each column.
    let columns = p.Matrices |> Array.map (Array.map (Array.map (whole scale)) >> Array.transpose)

    let emission =
        columns
        |> Array.map (fun matrix -> Array.init readout.Length (fun i -> Seq.init readout.Length (fun j -> matrix[j].[i] * readout[j]) |> Seq.fold (+) BigInteger.Zero))

    let start = p.Start |> Array.map (whole startScale) |> Ray.Of

    member _.Process = p
    member _.Start = fst start

    /// η with ηφ = 1.
    member _.Belief(ray: Ray) =
        let mass = ray.Dot readout
        Array.init readout.Length (fun i -> Fraction.Of(ray[i] * readoutScale, mass))

    /// P(z | η) for every symbol z.
    member _.NextToken(ray: Ray) =
        let mass = scale * ray.Dot readout
        emission |> Array.map (fun column -> Fraction.Of(ray.Dot column, mass))

    /// The ray after a token and the divisor that was taken out; None for a token that cannot follow.
    member private _.Advance(ray: Ray, symbol) =
        match (ray.Dot emission[symbol]).Sign with
        | 0 -> None
        | 1 -> Some(Ray.Of(columns[symbol] |> Array.map ray.Dot))
        | _ -> failwith $"Symbol {p.Symbols[symbol]} has a negative probability after {ray}: this is no process."

    /// The belief after a token; None for a token that cannot follow.
    member filter.Step(ray, symbol) = filter.Advance(ray, symbol) |> Option.map fst

    // P(w) = multiplier · (ray · φ) / (scaleᴸ · the scales of start and φ).
    member private _.Probability(ray: Ray, multiplier: BigInteger, length) =
        Fraction.Of(multiplier * ray.Dot readout, BigInteger.Pow(scale, length) * startScale * readoutScale)

    /// Every word of positive probability up to a depth, with P(w) and the ray of η(w).
    member filter.Words depth =
        let rec extend word length ray multiplier =
            seq {
                yield List.rev word, filter.Probability(ray, multiplier, length), ray

                if length < depth then
                    for symbol in 0 .. p.Symbols.Length - 1 do
                        match filter.Advance(ray, symbol) with
                        | Some(next, divisor) -> yield! extend (symbol :: word) (length + 1) next (multiplier * divisor)
                        | None -> ()
            }

        extend [] 0 (fst start) (snd start)

    /// For every length from 0, without end: the different beliefs after words of that length, each with its probability.
    member filter.Levels =
        let next (level: (Ray * BigInteger)[]) =
            let merged = Dictionary<Ray, BigInteger>()

            for ray, multiplier in level do
                for symbol in 0 .. p.Symbols.Length - 1 do
                    match filter.Advance(ray, symbol) with
                    | Some(target, divisor) ->
                        merged.TryAdd(target, BigInteger.Zero) |> ignore
                        merged[target] <- merged[target] + multiplier * divisor
                    | None -> ()

            merged |> Seq.map (fun entry -> entry.Key, entry.Value) |> Array.ofSeq

        Seq.unfold (fun level -> Some(level, next level)) [| start |]
        |> Seq.mapi (fun length -> Array.map (fun (ray, multiplier) -> ray, filter.Probability(ray, multiplier, length)))
