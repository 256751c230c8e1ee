namespace Harness.Scripting

open System
open System.Globalization
open Harness.Beliefs

/// What an observer believes, token by token.
[<Sealed; StructuredFormatDisplay("{Table}")>]
type BeliefPath internal (steps: BeliefStep list) =

    /// <summary>From the empty word on.</summary>
    /// <example><code>
    /// (beliefs "0 1 2" (named "mess3" [])).Steps.Length // → 4
    /// </code></example>
    member _.Steps = steps

    /// <summary>After the last token.</summary>
    /// <example><code>
    /// (beliefs "0 1" (named "mess3" [ "x", 0.05; "a", 0.85 ])).Last.Belief |> List.map (fun (state, p) -> $"{state} {p:F3}") // → [A 0.355; B 0.593; C 0.052]
    /// </code></example>
    member _.Last = List.last steps

    member internal _.Table =
        let number (value: float) = value.ToString("F4", CultureInfo.InvariantCulture)
        let names law = law |> List.map (fun (name: string, _) -> name.PadLeft 6) |> String.concat "  "
        let values law = law |> List.map (fun (_, value) -> number value) |> String.concat "  "

        let lines =
            [ let first = steps.Head
              let states = names first.Belief
              $"""{"token", -8}{"P(word)", -12}{"belief".PadRight(states.Length)}   next token"""
              $"""{"", -20}{states}   {names first.NextToken}"""

              for step in steps do
                  let token = if step.Word.IsEmpty then "(none)" else List.last step.Word
                  $"{token, -8}{step.Probability, -12:G6}{values step.Belief}   {values step.NextToken}" ]

        String.Join("\n", lines) + "\n"

    override path.ToString() = path.Table

module internal BeliefPath =

    let along (process': Harness.Processes.LinearProcess) (word: string list) =
        let label names (values: float array) = List.zip (List.ofSeq names) (List.ofArray values)

        BeliefPath
            [ for length in 0 .. word.Length do
                  let known = WordTheory.Of(process', List.toArray (List.truncate length word))

                  { Word = List.ofArray known.Word
                    Probability = known.Probability
                    Belief = label process'.States known.Belief
                    NextToken = label process'.Symbols known.NextToken } ]
