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
