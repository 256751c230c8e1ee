namespace Harness.Scripting

open System.IO
open System.Text.Json
open Harness.Runner
open Harness.Specs

/// A spec while it is written: its properties so far, each with its line.
type Draft = internal { File: string; Line: int; Properties: Property list }

module internal Draft =

    let start file line properties = { File = file; Line = line; Properties = properties }

    let private property name line value = { Name = name; Line = line; Value = value }

    /// A property at the end, in the place of one of the same name.
    let set name line value draft =
        { draft with Properties = List.filter (fun known -> known.Name <> name) draft.Properties @ [ property name line value ] }

    let private find name draft = draft.Properties |> List.tryFind (fun known -> known.Name = name)

    let has name draft = (find name draft).IsSome

    /// A property of a property that is a record.
    let setIn outer name line value draft =
        match find outer draft with
        | Some({ Value = Record inner } as known) -> set outer known.Line (Record(inner @ [ property name line value ])) draft
        | _ -> set outer line (Record [ property name line value ]) draft

    /// One more item of a property that is a list.
    let add name line value draft =
        match find name draft with
        | Some({ Value = Items items } as known) -> set name known.Line (Items(items @ [ value ])) draft
        | _ -> set name line (Items [ value ]) draft

    /// What stands there when nobody says otherwise.
    let otherwise name value draft = if has name draft then draft else set name draft.Line value draft

    let part draft = Record draft.Properties

    let textOf name draft =
        match find name draft with
        | Some { Value = Text text } -> text
        | _ -> ""

    let private token part =
        match part with
        | Text _ -> JsonTokenType.String
        | Number _ -> JsonTokenType.Number
        | Flag true -> JsonTokenType.True
        | Flag false -> JsonTokenType.False
        | Items _ -> JsonTokenType.StartArray
        | Record _ -> JsonTokenType.StartObject

    /// The JSON value, each part at the line that it came with, or else at that of what it is in.
    let rec node line part : SourceNode =
        let text =
            match part with
            | Text text
            | Number text -> text
            | Flag value -> if value then "true" else "false"
            | Items _
            | Record _ -> ""

        let made = SourceNode(token part, line, 1, Text = text)

        // A record in a list stands where its first property does: a claim where it begins.
        let own item =
            match item with
            | Record(first :: _) when first.Line > 0 -> first.Line
            | _ -> line

        match part with
        | Items items -> items |> List.iter (fun item -> made.Items.Add(node (own item) item))
        | Record properties ->
            for property in properties do
                let own = if property.Line > 0 then property.Line else line
                made.Properties.Add(SourceProperty(property.Name, own, 1, node own property.Value))
        | Text _
        | Number _
        | Flag _ -> ()

        made

    let made (draft: Draft) = MadeSpec(Path.GetFullPath(if draft.File = "" then "script" else draft.File), node draft.Line (part draft))
