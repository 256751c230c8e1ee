/// The list of failed-seeds.txt: what has failed once is tried again by every run.
module Harness.Laws.FailedSeeds

open System
open System.IO
open System.Reflection
open System.Text.RegularExpressions
open FsCheck
open FsCheck.FSharp
open Harness.Testing

let path = Path.Combine(Repository.Root, "tests", "Harness.Laws", "failed-seeds.txt")

/// Law and replay of a line; none for blank lines and remarks.
let parse (line: string) =
    let entry = Regex.Match(line, @"^(\w+) (\d+),(\d+),(\d+)\s*(#.*)?$")
    let number (group: int) = UInt64.Parse entry.Groups[group].Value

    if entry.Success then Some(entry.Groups[1].Value, { Rnd = Rnd(number 2, number 3); Size = Some(int (number 4)) })
    elif line.Trim() = "" || line.StartsWith '#' then None
    else failwith $"'{line}' is no line of {Path.GetFileName path}: write the law, seed,gamma,size and, behind #, what was wrong."

let all = lazy (File.ReadAllLines path |> Array.choose parse |> List.ofArray)

/// Tries the one case of a replay.
let replay (law: MethodInfo) (replay: Replay) =
    Check.Method(Config.QuickThrowOnFailure.WithArbitrary([ typeof<Arbitraries> ]).WithReplay(Some replay).WithMaxTest 1, law)
