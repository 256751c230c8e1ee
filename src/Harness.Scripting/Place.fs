namespace Harness.Scripting

open System.Collections.Generic
open System.IO
open System.Reflection
open Harness.Processes
open Harness.Processes.Compositions
open Harness.Runner
open Harness.Specs

/// Where a script works: in the current folder, with the process library that stands beside this assembly.
module internal Place =

    let private shipped =
        lazy (Path.Combine(nonNull (Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)), "processes"))

    let mutable private last = None

    /// The current folder may change at a prompt; what is made while it stays is made once.
    let workspace () =
        let folder = Directory.GetCurrentDirectory()

        match last with
        | Some(known: Workspace) when known.CurrentFolder = folder -> known
        | _ ->
            let entered = Workspace(folder, shipped.Value)
            last <- Some entered
            entered

    /// Does something that may report problems; they are all raised at once.
    let checkedBy (work: List<Problem> -> 'result) : 'result =
        let problems = List<Problem>()
        let result = work problems
        if problems.Count > 0 then raise (SpecException problems)
        result

    let private made problems kind (draft: Draft) = (Draft.made draft).In(workspace(), kind, problems)

    /// The library, with processes that the script has made.
    let library problems (own: Draft list) =
        workspace().Library(problems).With [| for draft in own -> made problems SpecKind.Process draft |]

    let private folder (file: string) =
        if file = "" then workspace().CurrentFolder else nonNull (Path.GetDirectoryName(Path.GetFullPath file))

    let read<'record when 'record: not struct and 'record: not null> file line part problems : struct (Scope * ('record | null)) =
        let root = Scope.Root((if file = "" then "script" else workspace().Shown file), Draft.node line part, problems)
        struct (root, SpecReader.Read<'record>(root, workspace().Format))

    /// The process that a reference stands for, with its numbers.
    let resolve file line reference own : LinearProcess =
        let found =
            checkedBy (fun problems ->
                match read<ProcessReference> file line reference problems with
                | struct (root, NonNull read) -> (library problems own).Resolve(read, folder file, root)
                | _ -> null)

        match found with
        | NonNull found -> found
        | Null -> invalidOp "The process is wrong, and no problem was reported."

    /// The same written out as one model, which entropies and mixed states need.
    let model (found: LinearProcess) =
        try
            Expansion.Of found
        with :? CompositionException as error ->
            raise (SpecException [| Problem("script", 0, 0, "$", error.Finding) |])
