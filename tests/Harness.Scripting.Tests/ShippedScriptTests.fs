/// The scripts of spec/scripts, which are compiled into this module: one that no longer type-checks fails the build.
module Harness.Scripting.Tests.ShippedScriptTests

open System.IO
open Harness.Testing
open Harness.Scripting.Tests.Reading
open global.Xunit

[<Fact>]
let BeliefUpdate_AlongAWord_ExplainsEachToken () =
    let text = printed (fun () -> Belief_update.main [ "0"; "1" ])
    Assert.Contains("You see 0. You had expected it with probability 0.333: a surprise of 1.58 bits.", text)
    Assert.Contains("Most likely the machine is in B (59 %)", text)
    Assert.Contains("0.3551  0.5926  0.0523", text)

[<Fact>]
let Mess3Plane_OfOnePoint_ShowsItsNumbers () =
    let text = printed (fun () -> Mess3_plane.main [ "1" ])
    Assert.Contains("x 0.25", text)
    Assert.Contains("a 0.67", text)
    Assert.Contains("Held-out R²", text)

[<Fact>]
let SeparatingProcesses_OfFewCandidates_AreRankedByRoom () =
    let folder = Home.Folder()
    let text = printed (fun () -> Separating_processes.main [ "4"; Path.Combine(folder, "best.json") ])
    Assert.Contains("4 of each sort", text)
    Assert.Contains("saved unifilar-", text)
    let ranked = Separating_processes.rank [ for seed in 1..4 -> Separating_processes.judge (Separating_processes.unifilar seed) ]
    Assert.Equal<float list>([ for candidate in ranked -> snd candidate.BestNull ] |> List.sort, [ for candidate in ranked -> snd candidate.BestNull ])
    Assert.Equal(File.ReadAllText(Path.Combine(folder, "best.json")), ranked.Head.Process.Json)

[<Fact>]
let PaperFigure_DrawnQuickly_IsAPictureOfThreePanels () =
    let file = Path.Combine(Home.Folder(), "figure.svg")
    let text = printed (fun () -> Paper_figure.main [ file; "--quick" ])
    Assert.Contains("theory | untrained | trained", text)
    let svg = File.ReadAllText file
    Assert.All([ ">theory<"; ">untrained<"; ">trained<" ], fun title -> Assert.Contains(title, svg))

/// The full figure is the network of the committed experiment.
[<Fact>]
let PaperFigure_InFull_IsTheFirstNetworkOfTheExperiment () =
    let struct (experiments, _) = Harness.Runner.SpecLoading.Load([ "spec/experiments/mess3.json" ], workspace, [||])
    let mine, committed = (Paper_figure.figure false).Loaded.Spec, experiments[0].Spec
    Assert.Equal(committed.Architecture, mine.Architecture)
    Assert.Equal(committed.Data, mine.Data)
    Assert.Equal(committed.Training, mine.Training)
    Assert.Equal(committed.Seeds[0], mine.Seeds[0])

[<Fact>]
let ArchitectureSweep_RunAgain_WritesTheCommittedFiles () =
    let folder = Path.Combine(Repository.Root, "spec", "experiments")
    let written = Home.Folder()
    printed (fun () -> Architecture_sweep.main [ written ]) |> ignore
    let names (folder: string) = Directory.GetFiles(folder, "sweep-*.json") |> Array.map (Path.GetFileName >> nonNull) |> Array.sort
    Assert.Equal<string array>(names folder, names written)

    for name in names written do
        Assert.Equal<byte array>(File.ReadAllBytes(Path.Combine(folder, name)), File.ReadAllBytes(Path.Combine(written, name)))
