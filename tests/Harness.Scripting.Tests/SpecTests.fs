/// Specs made by scripts are what files are.
module Harness.Scripting.Tests.SpecTests

open System.IO
open System.Text.Json
open Harness.Experiments
open Harness.Processes
open Harness.Runner
open Harness.Scripting
open Harness.Specs
open Harness.Testing
open Harness.Scripting.Tests.Reading
open global.Xunit

let private read<'spec when 'spec: not struct and 'spec: not null> (text: string) =
    let problems = System.Collections.Generic.List<Problem>()
    let spec: 'spec | null = SpecReader.Read<'spec>("a.json", System.Text.Encoding.UTF8.GetBytes text, workspace.Format, problems)
    Assert.Empty problems

    match spec with
    | NonNull spec -> spec
    | Null -> failwith "No spec, and no problem."

let private canonical (spec: 'spec) = CanonicalJson.Write(nonNull (JsonSerializer.SerializeToNode(spec, workspace.Format.Options)))

let Files =
    TheoryData<string>(
        [ for folder in [ "experiments"; "processes" ] do
              for file in Directory.GetFiles(Path.Combine(Repository.Root, "spec", folder), "*.json") -> Repository.Relative file ]
    )

/// Nothing is lost when a committed spec is written in the form of scripts.
[<Theory; MemberData(nameof Files)>]
let Spec_WrittenAgain_IsTheSameSpec (file: string) =
    let text = File.ReadAllText(Path.Combine(Repository.Root, file))

    let check (spec: 'spec) (again: string -> 'spec) =
        let written = SpecText.Write(spec, workspace.Format)
        Assert.Equal(canonical spec, canonical (again written))
        Assert.Equal(written, SpecText.Write(again written, workspace.Format))
        Assert.All(written.Split '\n', fun line -> Assert.Equal(line.TrimEnd(), line))

    if file.Contains "experiments" then
        check (read<ExperimentSpec> text) read<ExperimentSpec>
    else
        check (read<IProcessFamily> text) read<IProcessFamily>

[<Fact>]
let Process_MadeByAScript_IsTheFileOfThoseNumbers () =
    let made =
        model "mess3" {
            title "Mess3"
            source "a test"
            symbols [ "0"; "1"; "2" ]
            states [ "A"; "B"; "C" ]
            parameter "x" 0.15 0.0 0.5
            parameter "a" 0.6 0.0 1.0
            define "b" "(1-a)/2"
            define "y" "1-2*x"
            matrix "0" [ [ "a*y"; "b*x"; "b*x" ]; [ "a*x"; "b*y"; "b*x" ]; [ "a*x"; "b*x"; "b*y" ] ]
            matrix "1" [ [ "b*y"; "a*x"; "b*x" ]; [ "b*x"; "a*y"; "b*x" ]; [ "b*x"; "a*x"; "b*y" ] ]
            matrix "2" [ [ "b*y"; "b*x"; "a*x" ]; [ "b*x"; "b*y"; "a*x" ]; [ "b*x"; "b*x"; "a*y" ] ]
            known [ "with" => [ "x" => 0.05; "a" => 0.85 ]; "entropyRateBits" => 1.144717266; "source" => "mess3.json" ]
        }

    let mine, shipped = at [ "x", 0.05; "a", 0.85 ] made, named "mess3" [ "x", 0.05; "a", 0.85 ]
    Assert.Equal<float seq>(shipped.Found.Numbers, mine.Found.Numbers)

    let file = save (Path.Combine(Home.Folder(), "processes", "mess3.json")) made
    let problems = System.Collections.Generic.List<Problem>()
    let library = ProcessLibrary(workspace.Format, nonNull (Path.GetDirectoryName file), Home.Root, problems)
    let at = Scope.Root("here", null, problems)
    let loaded = nonNull (library.Find("mess3", Home.Root, at))
    library.Check loaded
    let again = nonNull (library.Instantiate(loaded, dict [ "x", 0.05; "a", 0.85 ] |> System.Collections.Generic.Dictionary, at))
    Assert.Empty problems
    Assert.Equal<float seq>(shipped.Found.Numbers, again.Numbers)
    Assert.Equal(File.ReadAllText file, made.Json)

[<Fact>]
let Experiment_SavedByAScript_LoadsAsAnyFile () =
    let made = planted "saved"
    let file = save (Path.Combine(Home.Folder(), "saved.json")) made
    let struct (experiments, _) = SpecLoading.Load([ file ], workspace, [||])
    Assert.Equal(canonical made.Loaded.Spec, canonical experiments[0].Spec)

[<Fact>]
let Experiment_OfAProcessMadeHere_NeedsNoFile () =
    let coin =
        model "biased" {
            symbols [ "0"; "1" ]
            states [ "A"; "B" ]
            edges [ "A", "0", "B", "3/4"; "A", "1", "A", "1/4"; "B", "1", "A", "1" ]
        }

    let made = experiment "own" { over (product [ coin; named "even" [] ]); network (Network.planted []); window 3; seeds [ 1; 2; 3 ]; claims [ decodes "own" ] }
    Assert.Equal(4, made.Loaded.Process.SymbolCount)
    Assert.Equal("product(biased, even)", made.Loaded.Spec.Process.Label)

/// Every mistake at once, each at the line of the script that made it.
[<Fact>]
let Problems_OfAnExperiment_StandAtTheirLines () =
    let here = __LINE__ |> int

    let wrong =
        experiment "a b" {
            over (named "mess4" [])
            network (Network.transformer 2 16 [ "activation" => "rleu" ])
            window 400
            seeds [ 1; 1 ]
            claims [
                claim "c" {
                    statement "Nothing."
                    measure (kind "affine-prob" [ "location" => "ln_final" ])
                    comparator (Compare.atLeast nan)
                    interval (Compare.studentT 0.95)
                } ]
        }

    let file = "SpecTests.fs"

    Assert.Equal<string list>(
        [ $"{file}:{here + 5} SPEC007 $.architecture.activation"; $"{file}:{here + 11} SPEC006 $.claims[0].measure.kind"; $"{file}:{here + 12} SPEC005 $.claims[0].comparator.threshold" ],
        problems (fun () -> wrong.Json)
    )

/// What is missing has no line of its own: it is placed where the claim begins.
[<Fact>]
let Problem_OfWhatIsMissing_StandsAtItsClaim () =
    let here = __LINE__ |> int

    let wrong =
        experiment "a" {
            over (named "even" [])
            network (Network.planted [])
            window 3
            seeds [ 1; 2; 3 ]
            claims [
                decodes "a"
                claim "b" {
                    measure Measure.lossGap
                    comparator (Compare.atMost 0.1)
                    interval (Compare.studentT 0.95)
                } ]
        }

    Assert.Equal<string list>([ $"SpecTests.fs:{here + 10} SPEC004 $.claims[1]" ], problems (fun () -> wrong.Json))

[<Fact>]
let Problems_OfAProcessMadeHere_StandAtItsLines () =
    let here = __LINE__ |> int

    let wrong =
        model "wrong" {
            symbols [ "0"; "1" ]
            states [ "A" ]
            matrix "0" [ [ 0.5 ] ]
            matrix "1" [ [ 0.6 ] ]
        }

    Assert.Equal<string list>([ $"SpecTests.fs:{here + 5} SPEC019 $.states[0]" ], problems (fun () -> theory 3 wrong))
    Assert.Equal<string list>([ $"SpecTests.fs:{here + 5} SPEC019 $.states[0]" ], problems (fun () -> wrong.Json))

[<Fact>]
let Processes_OfOneIdInOneExperiment_AreRefused () =
    let coin p =
        model "coin" {
            symbols [ "0"; "1" ]
            states [ "A" ]
            matrix "0" [ [ 1.0 - p ] ]
            matrix "1" [ [ p ] ]
        }

    Assert.Contains("SPEC014", String.concat " " (problems (fun () -> theory 2 (product [ coin 0.1; coin 0.2 ]))))

[<Fact>]
let Save_OfAWrongSpec_WritesNothing () =
    let folder = Home.Folder()
    Assert.NotEmpty(problems (fun () -> experiment "x" { window 3 } |> save (Path.Combine(folder, "x.json"))))
    Assert.Empty(Directory.GetFiles folder)
