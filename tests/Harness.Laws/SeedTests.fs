module Harness.Laws.SeedTests

open System
open System.Reflection
open System.Text.RegularExpressions
open FsCheck
open FsCheck.FSharp
open global.Xunit

[<Fact>]
let Replay_WhenPinned_IsTheSameForALawAndDiffersBetweenLaws () =
    Assert.Equal(Seeds.replay null "a law", Seeds.replay "pinned" "a law")
    Assert.Equal(Seeds.replay "" "a law", Seeds.replay null "a law")
    Assert.False((Seeds.replay null "a law" = Seeds.replay null "another law"))

[<Fact>]
let Replay_WhenFresh_IsLeftToChance () = Assert.Null(Seeds.replay "fresh" "a law")

[<Fact>]
let Replay_WhenGiven_IsWhatWasGiven () = Assert.Equal("1,3,7", Seeds.replay "1,3,7" "a law")

/// The attribute knows the name of its law without being told.
[<Fact>]
let Laws_Each_HaveASeedOfTheirOwn () =
    let laws =
        [ for group in Assembly.GetExecutingAssembly().GetTypes() do
              for law in group.GetMethods() do
                  match law.GetCustomAttribute<LawAttribute>() with
                  | null -> ()
                  | attribute -> law.Name, attribute.Replay ]

    Assert.True(laws.Length > 40)

    if String.IsNullOrEmpty Seeds.chosen then
        for name, replay in laws do
            Assert.Equal(Seeds.replay null name, replay)

        Assert.Equal(laws.Length, laws |> List.distinctBy snd |> List.length)

/// A failure says how to repeat it, and repeating it so meets the same case at once.
[<Fact>]
let Failure_OfALaw_SaysHowToReplayIt () =
    let fails (replay: Replay option) =
        let seen = ResizeArray<string>()

        let law (p: RandomProcess) =
            seen.Add p.Text
            p.States < 3

        let config = Config.QuickThrowOnFailure.WithArbitrary([ typeof<Arbitraries> ]).WithReplay(replay)
        let message = (Assert.ThrowsAny<Exception>(fun () -> Check.One(config, law))).Message
        message, seen

    let message, seen = fails (Some { Rnd = Rnd(5UL, 7UL); Size = None })
    let replay = Regex.Match(message, @"Replay directly at failing step with \((\d+),(\d+),(\d+)\)")
    Assert.True(replay.Success, message)
    let number (group: int) = UInt64.Parse replay.Groups[group].Value
    let _, again = fails (Some { Rnd = Rnd(number 1, number 2); Size = Some(int (number 3)) })
    Assert.Contains(again[0], message)
    Assert.True(seen.IndexOf again[0] > 0)

/// A planted law that is false of some cases, to be replayed as those of the list are.
type Planted =
    static member HasFewStates(p: RandomProcess) = p.States < 3

[<Fact>]
let Line_OfTheFailedSeeds_FailsAgainAsItDid () =
    let law = nonNull (typeof<Planted>.GetMethod "HasFewStates")

    let failed =
        Seq.initInfinite (fun i -> FailedSeeds.parse $"HasFewStates {i + 1},{2 * i + 1},30 # three states")
        |> Seq.truncate 100
        |> Seq.choose (Option.map snd)
        |> Seq.filter (fun replay -> try (FailedSeeds.replay law replay; false) with _ -> true)

    let replay = Seq.head failed
    let message () = (Assert.ThrowsAny<Exception>(fun () -> FailedSeeds.replay law replay)).GetBaseException().Message
    Assert.Contains("3 states", message ())
    Assert.Equal(message (), message ())

[<Theory>]
[<InlineData "">]
[<InlineData "# a remark">]
let Line_WithoutASeed_IsPassedOver (line: string) = Assert.True((FailedSeeds.parse line).IsNone)

[<Fact>]
let Line_ThatCannotBeRead_FailsTheRun () =
    Assert.Contains("is no line of failed-seeds.txt", (Assert.ThrowsAny<Exception>(fun () -> FailedSeeds.parse "Some_Law 1,2" |> ignore)).Message)
