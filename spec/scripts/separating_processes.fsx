// Which small processes can tell a representation of beliefs from a representation of the next token? A search by theory alone: nothing is trained.
//   dotnet fsi spec/scripts/separating_processes.fsx [processes of each sort, 60 by default] [file to save the best unifilar one to]
#if INTERACTIVE && !HOSTED
#load "_prelude.fsx"
#endif

open Harness.Scripting

/// What is asked of a process to be of use: contexts that tell something, and room above what can be read without a network.
let leastToldNats = 0.02
let mostNull = 0.9

let private nulls = [ "next-token"; "last-all"; "table-1"; "table-2"; "table-3" ]

/// Sorts of random processes with 3 states and 2 symbols.
let dense seed = named "random-hmm" [ "states", 3.0; "symbols", 2.0; "seed", float seed ]
let sparse seed = named "random-hmm" [ "states", 3.0; "symbols", 2.0; "sparsity", 0.6; "seed", float seed ]

/// A token and a state decide the next state: rows of whole tenths, to be read by people.
let unifilar seed =
    let draw = uniform seed "unifilar" |> Seq.take 9 |> Array.ofSeq
    let states = [ "A"; "B"; "C" ]

    let moves =
        [ for i, state in List.indexed states do
              let zero = 1 + int (9.0 * draw[3 * i])
              // One of the two leads on around the ring, so that every state is left and reached.
              let next, other = states[(i + 1) % 3], states[int (3.0 * draw[3 * i + 1])]
              let first, second = if draw[3 * i + 2] < 0.5 then next, other else other, next
              state, "0", first, $"{zero}/10"
              state, "1", second, $"{10 - zero}/10" ]

    model $"unifilar-{seed}" {
        title $"Random unifilar process {seed}"
        source "found by spec/scripts/separating_processes.fsx"
        symbols [ "0"; "1" ]
        states [ "A"; "B"; "C" ]
        edges moves
    }

/// A process with what decides its rank.
type Candidate =
    { Process: Process
      Separates: bool
      Told: float
      BestNull: string * float }

    member candidate.IsUseful =
        candidate.Separates && candidate.Told > leastToldNats && snd candidate.BestNull < mostNull

let judge (candidate: Process) =
    let card = theory 8 candidate

    { Process = candidate
      Separates = card.Separates
      // What eight tokens of context tell of the next one.
      Told = card.MyopicEntropyNats.Head - List.last card.MyopicEntropyNats
      BestNull = nulls |> List.choose (fun name -> card.Null name |> Option.map (fun r -> name, r)) |> List.append [ ("none", 0.0) ] |> List.maxBy snd }

/// Those of use, the most room first.
let rank candidates = candidates |> List.filter (fun (candidate: Candidate) -> candidate.IsUseful) |> List.sortBy (fun candidate -> snd candidate.BestNull)

let main (arguments: string list) =
    let count = arguments |> List.tryHead |> Option.map int |> Option.defaultValue 60
    let sorts = [ "dense", dense; "sparse", sparse; "unifilar", unifilar ] |> List.map (fun (sort, make) -> sort, [| 1..count |] |> Array.Parallel.map (make >> judge) |> List.ofArray)
    printfn "Random processes with 3 states and 2 symbols, %d of each sort." count
    printfn "Of use: separates, contexts tell more than %.2f nats of the next token, no null above %.1f (held out, contexts to 8).\n" leastToldNats mostNull
    printfn "  sort        separate  context tells    room above nulls  of use"

    for sort, candidates in sorts do
        let share (condition: Candidate -> bool) = candidates |> List.filter condition |> List.length
        let separate, told = share _.Separates, share (fun candidate -> candidate.Told > leastToldNats)
        printfn "  %-10s%10d%17d%18d%8d" sort separate told (share (fun candidate -> snd candidate.BestNull < mostNull)) (share _.IsUseful)

    printfn "\nThe best of them, with the null that comes nearest:\n"
    printfn "  best null          nats told      process"

    for candidate in sorts |> List.collect snd |> rank |> List.truncate 10 do
        let name, score = candidate.BestNull
        printfn "  %.3f %-12s %13.3f  %O" score name candidate.Told candidate.Process

    match arguments, sorts |> List.last |> snd |> rank with
    | [ _; file ], best :: _ -> printfn "\nsaved %O as %s" best.Process (save file best.Process)
    | [ _; _ ], [] -> printfn "\nno unifilar process is of use: nothing saved"
    | _ -> ()

#if INTERACTIVE && !HOSTED
main (List.tail (List.ofArray fsi.CommandLineArgs))
#endif
