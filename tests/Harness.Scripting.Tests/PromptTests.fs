module Harness.Scripting.Tests.PromptTests

open System
open Harness.Scripting
open Harness.Scripting.Tests.Reading
open global.Xunit

let private mess3 = named "mess3" [ "x", 0.05; "a", 0.85 ]

[<Fact>]
let Beliefs_AlongAWord_AreThoseOfTheory () =
    let last = (beliefs "0 1 2" mess3).Last
    Assert.Equal(0.00805966145833, last.Probability, 12)
    Assert.Equal<string list>([ "A"; "B"; "C" ], List.map fst last.Belief)
    [ 0.178061721; 0.280229474; 0.541708806 ] |> List.iter2 (fun (_, found) expected -> Assert.Equal(expected, found, 8)) last.Belief

[<Fact>]
let Beliefs_OfAnImpossibleWord_AreRefused () =
    let error = Assert.ThrowsAny<Exception>(fun () -> beliefs "0 1 0" (named "even" []) |> ignore)
    Assert.Contains("probability 0", error.ToString())

[<Fact>]
let Sample_OfASeed_IsThatOfTheSeedAndPossible () =
    let word = sample 50 3 (named "even" [])
    Assert.Equal(word, sample 50 3 (named "even" []))
    Assert.NotEqual<string>(word, sample 50 4 (named "even" []))
    Assert.True((beliefs word (named "even" [])).Last.Probability > 0.0)

[<Fact>]
let Values_AtAPrompt_PrintAsPeopleReadThem () =
    let printed value = sprintf "%A" value
    Assert.Contains("entropy rate", printed (theory 4 mess3))
    Assert.Contains("next token", printed (beliefs "0" mess3))
    Assert.Equal("mess3(x=0.05, a=0.85)", printed mess3)
    Assert.Contains("planted, 3 networks", printed (planted "shown"))
    Assert.Contains("loss gap", printed (train 1 (planted "shown")))
    Assert.Contains("untrained", printed (probe "ln_final" (train 1 (planted "shown"))))
    Assert.Contains("supported", printed (run (planted "shown")))

[<Fact>]
let Run_AtAPrompt_LeavesItsFolderWhereTheScriptWorks () =
    Assert.StartsWith(Home.Root, (run (planted "shown")).Folder)

[<Fact>]
let Probe_OfAPlaceThatIsNotThere_SaysWhichAre () =
    let error = Assert.ThrowsAny<Exception>(fun () -> probe "blocks.7.hook_resid_post" (train 1 (planted "shown")) |> ignore)
    Assert.Contains("SPEC012", error.Message)

[<Fact>]
let Run_OfAnExperiment_IsWhatItsProbeReads () =
    let verdict = (run (planted "agree")).Verdicts.Head
    let values = [ for seed in 1..3 -> (probe "ln_final" (train seed (planted "agree"))).Value.Value ]
    Assert.Equal(List.average values, verdict.Estimate.Value, 12)
