namespace Harness.Laws

/// A composition of random processes, of compositions.
type RandomComposition =
    | Plain of RandomProcess
    /// A hidden Markov model in other coordinates: a generalised one. Operation (i, j, k) adds k times coordinate i to coordinate j.
    | Sheared of RandomProcess * (int * int * int) list
    | Product of RandomComposition list
    /// The second factor is a variant of a process, chosen by the token of the first. Even variants share their stationary law.
    | Chain of RandomComposition * RandomProcess * even: bool
    /// Weight, and how far the tokens of the component are shifted among those of the mixture.
    | Mixture of (RandomComposition * int * int) list
    /// ε in tenths.
    | Noise of RandomComposition * int
    /// Token z is seen as z modulo a number.
    | Merge of RandomComposition * int
    | Bos of RandomComposition
    | Reverse of RandomComposition

/// The same in plain matrices, written down from the definitions. It shares no code with the product.
type Matrices =
    { T: float[][][]
      Start: float[]
      Stationary: float[]
      Phi: float[] }

module Matrices =

    let rowTimes (row: float[]) (matrix: float[][]) =
        Array.init matrix[0].Length (fun j -> Seq.init row.Length (fun i -> row[i] * matrix[i].[j]) |> Seq.sum)

    let private times a b = a |> Array.map (fun row -> rowTimes row b)
    let private plus = Array.map2 (Array.map2 (+))
    let private scale factor = Array.map (Array.map ((*) factor))
    let total p = Array.reduce plus p.T
    let dot (a: float[]) (b: float[]) = Array.map2 (*) a b |> Array.sum
    let private kronVector (a: float[]) (b: float[]) = a |> Array.collect (fun x -> b |> Array.map ((*) x))
    let private kron (a: float[][]) (b: float[][]) = a |> Array.collect (fun x -> b |> Array.map (kronVector x))

    let word p (tokens: int[]) =
        dot (tokens |> Array.fold (fun row z -> rowTimes row p.T[z]) p.Start) p.Phi

    let belief p (tokens: int[]) =
        let row = tokens |> Array.fold (fun row z -> rowTimes row p.T[z]) p.Start
        row |> Array.map (fun entry -> entry / dot row p.Phi)

    let ofModel (matrices: float[][][]) start stationary =
        { T = matrices
          Start = start
          Stationary = stationary
          Phi = Array.create (Array.length start) 1.0 }

    /// v ↦ vA with A = 1 + k e_i e_jᵀ.
    let shear p (i, j, k) =
        let n = p.Start.Length
        let a sign = Array.init n (fun r -> Array.init n (fun c -> (if r = c then 1.0 else 0.0) + (if r = i && c = j then sign * float k else 0.0)))
        let forth, back = a 1.0, a -1.0

        { T = p.T |> Array.map (fun t -> times (times back t) forth)
          Start = rowTimes p.Start forth
          Stationary = rowTimes p.Stationary forth
          Phi = back |> Array.map (fun row -> dot row p.Phi) }

    /// φ sums to the dimension.
    let gauge p =
        let factor = float p.Phi.Length / Array.sum p.Phi
        { p with
            Start = p.Start |> Array.map (fun entry -> entry / factor)
            Stationary = p.Stationary |> Array.map (fun entry -> entry / factor)
            Phi = p.Phi |> Array.map ((*) factor) }

    let product a b =
        { T = [| for x in a.T do for y in b.T do kron x y |]
          Start = kronVector a.Start b.Start
          Stationary = kronVector a.Stationary b.Stationary
          Phi = kronVector a.Phi b.Phi }

    /// From the long-run average of the product of starts, unless the variants share their stationary law.
    let chain a (variants: Matrices[]) =
        let joint =
            { T = [| for z in 0 .. a.T.Length - 1 do for y in variants[z].T do kron a.T[z] y |]
              Start = kronVector a.Start variants[0].Start
              Stationary = kronVector a.Stationary variants[0].Stationary
              Phi = kronVector a.Phi variants[0].Phi }

        let same = variants |> Array.forall (fun v -> Array.forall2 (fun x y -> abs (x - y) < 1e-12) v.Stationary variants[0].Stationary)

        if same then
            joint
        else
            let n, moves = joint.Start.Length, total joint
            let lazily = Array.init n (fun i -> Array.init n (fun j -> 0.5 * (moves[i].[j] + (if i = j then 1.0 else 0.0))))
            let rec settle steps matrix = if steps = 0 then matrix else settle (steps - 1) (times matrix matrix)
            let law = rowTimes joint.Start (settle 20 lazily)
            let law = law |> Array.map (fun entry -> entry / dot law joint.Phi)
            { joint with Start = law; Stationary = law }

    /// Block-diagonal; maps give the token of the mixture for each token of a component.
    let mixture (components: (Matrices * float * int[]) list) symbols =
        let sizes = components |> List.map (fun (p, _, _) -> p.Start.Length)
        let offsets = sizes |> List.scan (+) 0
        let n = List.sum sizes
        let t = Array.init symbols (fun _ -> Array.init n (fun _ -> Array.zeroCreate n))

        for (p, _, map), offset in List.zip components (List.take sizes.Length offsets) do
            p.T |> Array.iteri (fun z matrix -> matrix |> Array.iteri (fun i row -> row |> Array.iteri (fun j entry -> t[map[z]].[offset + i].[offset + j] <- entry)))

        let weighted part = components |> List.map (fun (p, weight, _) -> part p |> Array.map ((*) weight)) |> Array.concat

        { T = t
          Start = weighted _.Start
          Stationary = weighted _.Stationary
          Phi = components |> List.map (fun (p, _, _) -> p.Phi) |> Array.concat }

    let noise epsilon p =
        let spread = scale (epsilon / float p.T.Length) (total p)
        { p with T = p.T |> Array.map (fun t -> plus (scale (1.0 - epsilon) t) spread) }

    let merge (seen: int[]) p =
        { p with T = Array.init (Array.max seen + 1) (fun y -> Array.indexed p.T |> Array.filter (fun (z, _) -> seen[z] = y) |> Array.map snd |> Array.reduce plus) }

    let bos p =
        let n = p.Start.Length
        let wide row = Array.append row [| 0.0 |]
        let last = Array.init (n + 1) (fun i -> if i = n then wide p.Start else Array.zeroCreate (n + 1))

        { T = Array.append (p.T |> Array.map (fun t -> Array.append (Array.map wide t) [| Array.zeroCreate (n + 1) |])) [| last |]
          Start = Array.append (Array.zeroCreate n) [| 1.0 |]
          Stationary = wide p.Stationary
          Phi = Array.append p.Phi [| 1.0 |] }

    let reverse p =
        { T = p.T |> Array.map Array.transpose
          Start = p.Phi
          Stationary = p.Phi
          Phi = p.Stationary }
