namespace Harness.Laws.Oracle

open System.Collections.Generic

/// The merged mixed-state presentation by exact equality of beliefs: where it closes, that is a proof. State 0 is the start.
type ExactPresentation =
    { States: Ray[]
      /// [state].[symbol]: the next state; −1 for a token that cannot follow.
      Next: int[][]
      /// [state].[symbol]: P(symbol | state).
      Laws: Fraction[][] }

module ExactPresentation =

    /// Breadth first; None when there are more states than the limit.
    let tryClose limit (filter: ExactFilter) =
        let states = List<Ray>([ filter.Start ])
        let known = Dictionary<Ray, int>()
        known[filter.Start] <- 0
        let next = List<int[]>()

        let target ray symbol =
            match filter.Step(ray, symbol) with
            | None -> -1
            | Some reached ->
                if known.TryAdd(reached, states.Count) then
                    states.Add reached

                known[reached]

        while next.Count < states.Count && states.Count <= limit do
            next.Add(Array.init filter.Process.Symbols.Length (target states[next.Count]))

        if states.Count > limit then
            None
        else
            Some
                { States = states.ToArray()
                  Next = next.ToArray()
                  Laws = states |> Seq.map filter.NextToken |> Array.ofSeq }

    /// W[i].[j] = Σ_{z: i→j} P(z | i).
    let chain (presentation: ExactPresentation) =
        Array.init presentation.States.Length (fun i ->
            let row = Array.create presentation.States.Length Fraction.Zero

            presentation.Next[i]
            |> Array.iteri (fun symbol j ->
                if j >= 0 then
                    row[j] <- row[j] + presentation.Laws[i].[symbol])

            row)

    /// The states that are met for ever.
    let recurrent presentation = chain presentation |> ExactChain.classes |> Array.concat |> Array.sort

    /// Which of the given states have the same law of whole futures: a number for each class, the same for members of a class. Starts from
    /// equal next-token laws and splits until members of a class agree on the class after every token (Moore 1956).
    let sameFutures (states: int[]) presentation =
        let number keys =
            let numbers = Dictionary<'k, int>()

            keys
            |> Array.map (fun key ->
                numbers.TryAdd(key, numbers.Count) |> ignore
                numbers[key])

        let place = states |> Array.mapi (fun index state -> state, index) |> dict

        let rec split (classes: int[]) =
            let after state = presentation.Next[state] |> Array.map (fun j -> if j < 0 then -1 else classes[place[j]]) |> List.ofArray
            let finer = states |> Array.mapi (fun index state -> classes[index], after state) |> number
            if Array.max finer = Array.max classes then classes else split finer

        states |> Array.map (fun state -> presentation.Laws[state] |> List.ofArray) |> number |> split
