namespace Harness.Laws

open System
open System.Runtime.CompilerServices
open System.Runtime.InteropServices
open FsCheck.Xunit

/// Where the cases of the laws come from; see README.md.
module Seeds =

    /// The environment variable that chooses: "pinned", or nothing, gives every law its own seed for ever, "fresh" a new one each time, and
    /// "seed,gamma" or "seed,gamma,size" is what a failure has printed.
    let variable = "HARNESS_SEEDS"

    let chosen = Environment.GetEnvironmentVariable variable

    /// FNV-1a, the same on every machine.
    let private hash (text: string) =
        text |> Seq.fold (fun state letter -> (state ^^^ uint64 letter) * 1099511628211UL) 14695981039346656037UL

    /// What FsCheck is to replay for a law; null for a new seed.
    let replay (chosen: string | null) (law: string) : string | null =
        match chosen with
        | null | "" | "pinned" -> $"{hash law},{hash (law + law) ||| 1UL}"
        | "fresh" -> null
        | given -> given

/// A property with a seed of its own, so that different laws meet different processes.
[<AttributeUsage(AttributeTargets.Method)>]
type LawAttribute([<CallerMemberName; Optional; DefaultParameterValue("")>] name: string) as law =
    inherit PropertyAttribute()
    do law.Replay <- Seeds.replay Seeds.chosen name

/// What holds for every property of this module.
[<AttributeUsage(AttributeTargets.Assembly)>]
type LawsAttribute() as laws =
    inherit PropertiesAttribute()

    do
        laws.Arbitrary <- [| typeof<Arbitraries> |]
        laws.MaxTest <- 200
        laws.Replay <- Seeds.replay Seeds.chosen "every other property"

[<assembly: Laws>]
do ()
