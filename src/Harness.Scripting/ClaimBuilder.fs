namespace Harness.Scripting

open System.Runtime.CompilerServices
open System.Runtime.InteropServices

/// What `claim "id" { … }` is written with. Unless something else is said it is version 1, exploratory, quick, and expected to be supported.
[<Sealed>]
type ClaimBuilder internal (id: string, file: string, line: int) =

    member _.Yield(_: unit) = Draft.start file line [] |> Draft.set "id" line (Text id)

    member _.Run(draft: Draft) : Claim =
        draft
        |> Draft.otherwise "version" (Number "1")
        |> Draft.otherwise "status" (Text "exploratory")
        |> Draft.otherwise "tier" (Text(if Draft.has "forAll" draft then "full" else "quick"))
        |> Draft.otherwise "expect" (Text "supported")
        |> Claim

    /// Counts up when the claim changes.
    [<CustomOperation "version">]
    member _.Version(draft: Draft, number: int, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "version" line (Part.ofValue number) draft

    /// exploratory, registered or retired.
    [<CustomOperation "status">]
    member _.Status(draft: Draft, word: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "status" line (Text word) draft

    /// quick or full.
    [<CustomOperation "tier">]
    member _.Tier(draft: Draft, word: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "tier" line (Text word) draft

    /// supported or refuted.
    [<CustomOperation "expect">]
    member _.Expect(draft: Draft, word: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "expect" line (Text word) draft

    /// The claim in words.
    [<CustomOperation "statement">]
    member _.Statement(draft: Draft, text: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "statement" line (Text text) draft

    /// Where it was claimed.
    [<CustomOperation "source">]
    member _.Source(draft: Draft, text: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "source" line (Text text) draft

    /// What is measured; see Measure.
    [<CustomOperation "measure">]
    member _.Measure(draft: Draft, part: Part, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "measure" line part draft

    /// What it is compared with; see Compare.
    [<CustomOperation "comparator">]
    member _.Comparator(draft: Draft, part: Part, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "comparator" line part draft

    /// How sure one must be; see Compare.
    [<CustomOperation "interval">]
    member _.Interval(draft: Draft, part: Part, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.set "interval" line part draft

    /// What must hold of a network before it is asked.
    [<CustomOperation "precondition">]
    member _.Precondition(draft: Draft, part: Part, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.add "preconditions" line part draft

    /// A trial of the instrument.
    [<CustomOperation "control">]
    member _.Control(draft: Draft, part: Part, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) = Draft.add "controls" line part draft

    /// A claim for every process of a family: looked for a counterexample to, and full-tier; the rest of "forAll" as properties.
    [<CustomOperation "forAll">]
    member _.ForAll(draft: Draft, family: string, properties: Property list, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) =
        Draft.set "forAll" line (Record({ Name = "over"; Line = line; Value = Text family } :: properties)) draft
