// The plane of Mess3(x, a): how thick the set of beliefs is, and how much of a belief a table of the last three tokens knows without any network.
//   dotnet fsi spec/scripts/mess3_plane.fsx [points in each direction, 6 by default: a minute or so]
#if INTERACTIVE && !HOSTED
#load "_prelude.fsx"
#endif

open Harness.Scripting

/// Values in the middle of equal parts of an interval, so that the degenerate edges are left out.
let private middles count low high = [ for i in 1..count -> low + (high - low) * (float i - 0.5) / float count ]

/// One point of the plane.
type Point =
    { X: float
      A: float
      Dimension: float option
      Table3: float option
      Learnable: float }

let survey points =
    let judge (a, x) =
        let card = theory 6 (named "mess3" [ "x", x; "a", a ])

        { X = x
          A = a
          Dimension = card.LyapunovDimension
          Table3 = card.Null "table-3"
          Learnable = card.LearnableNats }

    List.allPairs (List.rev (middles points 0.34 1.0)) (middles points 0.0 0.5) |> Array.ofList |> Array.Parallel.map judge |> List.ofArray

/// A number for each point, a darker cell for a greater one.
let map title (value: Point -> float option) (least: float) (most: float) (plane: Point list) =
    let shade number =
        let share = (number - least) / (most - least)
        [| " "; "░"; "▒"; "▓"; "█" |][max 0 (min 4 (int (5.0 * share)))]

    let cell point =
        match value point with
        | Some number -> $"%s{shade number}%6.3f{number}"
        | None -> "      –"

    let rows = plane |> List.groupBy _.A |> List.map (fun (a, row) -> $"  a %.2f{a} " + (row |> List.map cell |> String.concat " "))
    let header = "         " + (plane |> List.filter (fun point -> point.A = plane.Head.A) |> List.map (fun point -> $" x %.2f{point.X}") |> String.concat "  ")
    String.concat "\n" (title :: header :: rows) + "\n"

let main (arguments: string list) =
    let points = arguments |> List.tryHead |> Option.map int |> Option.defaultValue 6
    let plane = survey points
    printfn "%s" (map "Dimension of the beliefs (Lyapunov; at most 2, exact where the images of the simplex do not overlap)" _.Dimension 0.0 2.0 plane)
    printfn "%s" (map "Held-out R² of the belief from the last three tokens alone, no network" _.Table3 0.5 1.0 plane)
    printfn "%s" (map "What there is to learn: ln 3 − h, nats" (_.Learnable >> Some) 0.0 1.1 plane)
    let hard = plane |> List.filter (fun point -> point.Learnable > 0.05 && point.Table3.IsSome)

    match hard with
    | [] -> printfn "Nowhere on this grid is there more than 0.05 nats to learn."
    | _ ->
        let best = hard |> List.minBy _.Table3.Value
        printfn "Of the points with more than 0.05 nats to learn, x = %.3f, a = %.3f leaves a network the most to show: the last three tokens give R² %.3f." best.X best.A best.Table3.Value

    printfn "Nowhere can Mess3 tell a code of the belief from a code of the next token: the one is an affine image of the other."

#if INTERACTIVE && !HOSTED
main (List.tail (List.ofArray fsi.CommandLineArgs))
#endif
