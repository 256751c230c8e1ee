namespace Harness.Scripting

open Harness.Processes
open Harness.Runner
open Harness.Specs

/// A process, as an experiment refers to it: one of the library, one made here, or one composed of others.
[<Sealed; StructuredFormatDisplay("{Label}")>]
type Process internal (reference: Part, own: Draft list, made: Draft option) =

    let file = made |> Option.map _.File |> Option.defaultValue ""
    let line = made |> Option.map _.Line |> Option.defaultValue 0
    let found = lazy (Place.resolve file line reference own)

    member internal _.Reference = reference
    member internal _.Own = own
    member internal _.Found = found.Value

    /// <summary>A readable name with its parameters.</summary>
    /// <example><code>
    /// (named "mess3" [ "x", 0.05 ]).Label // → mess3(x=0.05)
    /// </code></example>
    member _.Label =
        match Place.checkedBy (Place.read<ProcessReference> file line reference) with
        | struct (_, NonNull reference) -> reference.Label
        | _ -> reference.Json

    /// <summary>The symbols that it emits.</summary>
    /// <example><code>
    /// (named "mess3" []).Symbols // → [0; 1; 2]
    /// </code></example>
    member _.Symbols = List.ofSeq found.Value.Symbols

    /// <summary>Its hidden states, in the order of beliefs.</summary>
    /// <example><code>
    /// (named "mess3" []).States // → [A; B; C]
    /// </code></example>
    member _.States = List.ofSeq found.Value.States

    /// <summary>What a specification of it says: the file of a process that was made here, checked as `harness validate` does; else the
    /// reference to it.</summary>
    /// <example><code>
    /// (named "even" []).Json // → "even"
    /// </code></example>
    member _.Json =
        match made with
        | None -> reference.Json
        | Some draft ->
            Place.checkedBy (fun problems ->
                let file = (Draft.made draft).In(Place.workspace(), SpecKind.Process, problems)
                let library = Place.workspace().Library problems

                match library.Load(file.Root, file.Folder) with
                | Null -> ""
                | NonNull loaded ->
                    library.Check loaded
                    SpecText.Write<IProcessFamily>(loaded.File, Place.workspace().Format))

    override process'.ToString() = process'.Label

    interface ISpec with
        member process'.Json =
            if made.IsSome then process'.Json else invalidOp $"{reference.Json} is no file of its own: it is in the library already, or composed in the experiment that uses it."
