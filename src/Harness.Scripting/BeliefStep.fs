namespace Harness.Scripting

open System

/// One moment of an observer: what was seen, what is believed, and what is expected next.
[<StructuredFormatDisplay("{Text}")>]
type BeliefStep =
    {
        /// The tokens so far.
        Word: string list
        /// The probability of having seen exactly these.
        Probability: float
        /// By state.
        Belief: (string * float) list
        /// By symbol: the law of the token that follows.
        NextToken: (string * float) list
    }

    member internal step.Text =
        let word = if step.Word.IsEmpty then "λ" else String.Join(" ", step.Word)
        let law entries = entries |> List.map (fun (name, value: float) -> $"{name} {value:F4}") |> String.concat "  "
        $"{word}: {law step.Belief}"

    override step.ToString() = step.Text
