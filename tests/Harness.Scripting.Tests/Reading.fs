module Harness.Scripting.Tests.Reading

open System
open System.IO
open Harness.Runner
open Harness.Scripting
open Harness.Specs
open Harness.Testing

let workspace = Workspace(Repository.Root, Repository.Processes)

/// What is said of a spec that is wrong, line by line.
let problems (work: unit -> 'result) =
    try
        work () |> ignore
        []
    with :? SpecException as error ->
        [ for problem in error.Problems -> $"{Path.GetFileName problem.File}:{problem.Line} {problem.Finding.Code} {problem.Path}" ]

/// What something prints.
let printed (work: unit -> unit) =
    use written = new StringWriter()
    let before = Console.Out
    Console.SetOut written

    try
        work ()
    finally
        Console.SetOut before

    written.ToString()

let decodes id =
    claim $"{id}/decodes" {
        statement "The belief can be read."
        measure (Measure.affineProbe "ln_final" [])
        comparator (Compare.atLeast 0.9)
        interval (Compare.studentT 0.95)
    }

let planted id =
    experiment id {
        over (named "mess3" [])
        network (Network.planted [])
        window 4
        seeds [ 1; 2; 3 ]
        claims [ decodes id ]
    }
