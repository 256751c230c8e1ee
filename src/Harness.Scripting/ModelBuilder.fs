namespace Harness.Scripting

open System.IO
open System.Runtime.CompilerServices
open System.Runtime.InteropServices

/// What `model "id" { … }` is written with: the properties of a process file, in any order.
[<Sealed>]
type ModelBuilder internal (id: string, file: string, line: int) =

    let number (value: float) = Part.ofValue value
    let rows (matrix: 'entry list list) = Part.ofValue [ for row in matrix -> Part.ofValue row ]

    member _.Yield(_: unit) =
        Draft.start file line [ "$schema" => "../schema/process.schema.json" ] |> Draft.set "id" line (Text id)

    member _.Run(draft: Draft) : Process =
        let complete =
            draft
            |> Draft.otherwise "title" (Text id)
            |> Draft.otherwise "source" (Text $"made by {Path.GetFileName file}")
            |> Draft.otherwise "kind" (Text "hmm")

        Process(Text id, [ complete ], Some complete)

    /// What people call it.
    [<CustomOperation "title">]
    member _.Title(draft: Draft, text: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "title" line (Text text) draft

    /// Where it is defined.
    [<CustomOperation "source">]
    member _.Source(draft: Draft, text: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "source" line (Text text) draft

    /// What else there is to say.
    [<CustomOperation "notes">]
    member _.Notes(draft: Draft, text: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "notes" line (Text text) draft

    /// A generalised hidden Markov model: entries may be negative.
    [<CustomOperation "generalised">]
    member _.Generalised(draft: Draft, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "kind" line (Text "ghmm") draft

    /// The alphabet, in the order of tokens.
    [<CustomOperation "symbols">]
    member _.Symbols(draft: Draft, names: string list, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "symbols" line (Part.ofValue names) draft

    /// The hidden states, in the order of beliefs.
    [<CustomOperation "states">]
    member _.States(draft: Draft, names: string list, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "states" line (Part.ofValue names) draft

    /// A number left open: its name, default, least and greatest value.
    [<CustomOperation "parameter">]
    member _.Parameter(draft: Draft, name: string, usual: float, least: float, most: float, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) =
        Draft.setIn "parameters" name line (Record [ "default" => usual; "min" => least; "max" => most ]) draft

    /// A shorter name for an expression.
    [<CustomOperation "define">]
    member _.Define(draft: Draft, name: string, expression: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) =
        Draft.setIn "let" name line (Text expression) draft

    /// The matrix of a symbol, in expressions: row i, column j is P(emit the symbol, go to j | at i).
    [<CustomOperation "matrix">]
    member _.Matrix(draft: Draft, symbol: string, entries: string list list, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) =
        Draft.setIn "transitions" symbol line (rows entries) draft

    /// The matrix of a symbol, in numbers.
    [<CustomOperation "matrix">]
    member _.Matrix(draft: Draft, symbol: string, entries: float list list, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) =
        Draft.setIn "transitions" symbol line (rows entries) draft

    /// Edges instead of matrices: from, symbol, to, probability. What is not listed is 0.
    [<CustomOperation "edges">]
    member _.Edges(draft: Draft, edges: (string * string * string * string) list, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) =
        let edge (from: string, symbol: string, target: string, weight: string) = Record [ "from" => from; "emit" => symbol; "to" => target; "weight" => weight ]
        Draft.set "transitions" line (Items(List.map edge edges)) draft

    /// The belief before the first token, where it is not the stationary one.
    [<CustomOperation "start">]
    member _.Start(draft: Draft, weights: (string * float) list, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) =
        Draft.set "start" line (Items [ for state, weight in weights -> Record [ "state" => state; "weight" => number weight ] ]) draft

    /// Weights are divided by the total weight of leaving their state.
    [<CustomOperation "normalised">]
    member _.Normalised(draft: Draft, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "normalization" line (Text "rows") draft

    /// A fact from elsewhere that theory must reproduce.
    [<CustomOperation "known">]
    member _.Known(draft: Draft, facts: Property list, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.add "known" line (Record facts) draft
