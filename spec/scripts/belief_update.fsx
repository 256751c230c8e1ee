// A walk through what an observer of a hidden Markov process believes, token by token, for somebody who has not met belief states.
//   dotnet fsi spec/scripts/belief_update.fsx              asks for tokens, until an empty line
//   dotnet fsi spec/scripts/belief_update.fsx 0 0 1 2      walks along these
#if INTERACTIVE && !HOSTED
#load "_prelude.fsx"
#endif

open System
open Harness.Scripting

let mess3 = named "mess3" [ "x", 0.05; "a", 0.85 ]

let private bar (share: float) = String('█', int (round (30.0 * share)))

let private chart law = law |> List.map (fun (name, p: float) -> $"    %s{name}  %.3f{p}  %s{bar p}") |> String.concat "\n"

let introduction =
    "A machine has three hidden states, A, B and C. At each step it stays where it is with probability 0.90, or moves to
each of the others with 0.05. Where it arrives it emits a token: 0 in A, 1 in B, 2 in C, with probability 0.85; else one of
the other two. You see tokens, never states. What you know of the state is a belief: a probability for each.
"

/// What the last token of a path has changed, in words and bars.
let explain (path: BeliefPath) =
    match List.rev path.Steps with
    | now :: before :: _ ->
        let token = List.last now.Word
        let expected = before.NextToken |> List.find (fun (symbol, _) -> symbol = token) |> snd
        let likely, share = now.Belief |> List.maxBy snd
        let surprise = -Math.Log2 expected

        $"You see %s{token}. You had expected it with probability %.3f{expected}: a surprise of %.2f{surprise} bits.
Bayes: for every state, the probability to get there and to emit %s{token}; divided by %.3f{expected}, what you believe now:
%s{chart now.Belief}
Most likely the machine is in %s{likely} (%.0f{100.0 * share} %%). What you expect next:
%s{chart now.NextToken}
"
    | _ ->
        $"Before any token every state is as likely as it is in the long run:
%s{chart path.Last.Belief}
"

let private ending (path: BeliefPath) =
    $"The same as a table; P(word) is the probability of having seen exactly these tokens:

{path}
Two words that lead to the same belief cannot be told apart by anything that follows. A network that predicts as well as
possible needs the belief, and no more of the past: whether it carries one, and as what geometry, is what Harness tests.
All beliefs that tokens can lead to, as a picture: theory 10 mess3 |> plot \"beliefs.svg\""

/// Walks along some tokens, or asks for them.
let main (arguments: string list) =
    printfn "%s" introduction
    printfn "%s" (explain (beliefs "" mess3))

    let step word token =
        let longer = word @ [ token ]
        printfn "%s" (explain (beliefs (String.Join(" ", longer)) mess3))
        longer

    let rec ask word =
        printf "token (0, 1 or 2; empty to end): "

        match Console.ReadLine() with
        | "0" | "1" | "2" as token -> ask (step word token)
        | null | "" ->
            printfn ""
            word
        | other ->
            printfn "'%s' is no token of this machine." other
            ask word

    let word =
        match arguments with
        | [] ->
            // Nobody is there to answer: a walk all the same.
            match ask [] with
            | [] -> List.fold step [] [ "0"; "0"; "1" ]
            | word -> word
        | tokens -> List.fold step [] tokens

    printfn "%s" (ending (beliefs (String.Join(" ", word)) mess3))

#if INTERACTIVE && !HOSTED
main (List.tail (List.ofArray fsi.CommandLineArgs))
#endif
