/// One script, three ways: `dotnet fsi`, `harness run`, and compiled into this module.
module Harness.Scripting.Tests.RouteTests

open System
open System.Diagnostics
open System.IO
open Harness.Cli.Scripts
open Harness.Runner
open Harness.Scripting.Tests.Reading
open Harness.Testing
open global.Xunit

let private scripts = Path.Combine(Repository.Root, "tests", "Harness.Scripting.Tests", "Scripts")

let private start (folder: string) (command: string) (arguments: string list) =
    let start = ProcessStartInfo(command, arguments, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true)
    start.Environment["NO_COLOR"] <- "1"
    start.Environment.Remove "CI" |> ignore
    use running = nonNull (Process.Start start)
    running.StandardInput.Close()
    let error = running.StandardError.ReadToEndAsync()
    let output = running.StandardOutput.ReadToEnd()
    running.WaitForExit()
    running.ExitCode, output, error.Result

let private harness folder arguments = start folder (Path.Combine(AppContext.BaseDirectory, "Harness.Cli")) arguments

let private script (text: string) =
    let file = Path.Combine(Home.Folder(), "sample.fsx")
    File.WriteAllText(file, text)
    file

let private evaluate file = ScriptHost.Experiments([| file |], Workspace(nonNull (Path.GetDirectoryName(file: string)), Repository.Processes))

[<Fact>]
let Script_ByAllThreeRoutes_GivesTheSameSpecsAndVerdicts () =
    let file = Path.Combine(scripts, "planted_truth.fsx")
    let compiled = Planted_truth.results () |> Map.ofList
    let interactive, hosted = Home.Folder(), Home.Folder()

    let code, _, error = start interactive "dotnet" [ "fsi"; file; interactive ]
    Assert.True((code = 0), error)
    Assert.Equal<Map<string, string>>(compiled, Map.ofList [ for name in compiled.Keys -> name, File.ReadAllText(Path.Combine(interactive, name)) ])

    let code, output, error = harness hosted [ "run"; file; "--out"; "out"; "--json" ]
    Assert.True((code = 0), error)
    Assert.StartsWith("{", output)

    for folder in Directory.GetDirectories(Path.Combine(hosted, "out")) do
        for verdict in Directory.GetFiles(Path.Combine(folder, "verdicts")) do
            Assert.Equal(compiled[Path.GetFileName verdict |> nonNull], File.ReadAllText verdict)

    Assert.Equal(2, Directory.GetDirectories(Path.Combine(hosted, "out")).Length)

/// The spec that a script saves is run to the same verdicts as the script itself.
[<Fact>]
let Spec_SavedByAScript_IsRunToTheSameVerdicts () =
    let folder = Home.Folder()

    for name, text in Planted_truth.results () do
        if name = "truth-even.json" then File.WriteAllText(Path.Combine(folder, name), text)

    let code, _, error = harness folder [ "run"; "truth-even.json"; "--out"; "out" ]
    Assert.True((code = 0), error)
    let expected = Planted_truth.results () |> Map.ofList
    Assert.All(Directory.GetFiles(Path.Combine(folder, "out", "verdicts")), fun verdict -> Assert.Equal(expected[Path.GetFileName verdict |> nonNull], File.ReadAllText verdict))

[<Fact>]
let Script_ThatDoesNotCompile_ExitsWith5AndWritesNothing () =
    let file = script "open Harness.Scripting\nlet wrong: int = \"text\"\nlet other = nobody\n"
    let folder = nonNull (Path.GetDirectoryName file)
    let code, output, error = harness folder [ "run"; "sample.fsx" ]
    Assert.Equal(5, code)
    Assert.Empty output
    Assert.Contains("sample.fsx:2:18  FS0001", error)
    Assert.Contains("sample.fsx:3:13  FS0039", error)
    Assert.Contains("2 problems; nothing was run and nothing was written.", error)
    Assert.Equal<string array>([| file |], Directory.GetFileSystemEntries folder)

[<Fact>]
let Script_ThatThrows_IsAProblemAtItsLine () =
    let file = script "let half x = if x = 0 then failwith \"no half of nothing\" else x / 2\n\nlet y = half 0\n"
    Assert.Equal<string list>([ "sample.fsx:1 SPEC091 $" ], problems (fun () -> evaluate file))

[<Fact>]
let Script_WithWrongSpecs_HasAllTheirProblemsAtTheirLines () =
    let file =
        script
            "open Harness.Scripting
let first = experiment \"a\" {
    over (named \"mess4\" [])
    network (Network.planted [])
    window 3
    seeds [ 1; 1 ]
    claims []
}
let second = experiment \"b\" {
    over (named \"even\" [])
    network (Network.planted [ \"nois\" => 1 ])
    window 3
    seeds [ 1 ]
    claims []
}
"

    let load () = SpecLoading.Load([||], Workspace(nonNull (Path.GetDirectoryName file), Repository.Processes), evaluate file)

    Assert.Equal<string list>(
        [ "sample.fsx:3 SPEC013 $.process"
          "sample.fsx:6 SPEC027 $.seeds[1]"
          "sample.fsx:7 SPEC026 $.claims"
          "sample.fsx:11 SPEC002 $.architecture.nois"
          "sample.fsx:14 SPEC026 $.claims" ],
        problems load
    )

[<Fact>]
let Script_WithoutExperiments_SaysSo () =
    Assert.Equal<string list>([ "sample.fsx:1 SPEC092 $" ], problems (fun () -> evaluate (script "let x = 1\n")))

[<Fact>]
let Values_OfAScript_AreTakenOnceEachInTheirOrder () =
    let file =
        script
            "open Harness.Scripting
let private hidden = experiment \"hidden\" { window 1 }
let one = experiment \"one\" { window 1 }
let more = [ one; experiment \"two\" { window 1 } ]
let many = seq { experiment \"three\" { window 1 } }
let make id = experiment id { window 1 }
"

    let ids = [ for made in evaluate file -> (made.Spec.Node.Find "id" |> nonNull).Value.Text ]
    Assert.Equal<string list>([ "one"; "two"; "three" ], ids)

/// What a script prints is no result.
[<Fact>]
let Words_OfAScript_GoToStandardError () =
    let file = script "printfn \"words\"\nlet one = Harness.Scripting.Specs.experiment(\"one\") { window 1 }\n"
    Assert.Equal("", printed (fun () -> evaluate file |> ignore))

/// Also one that never ends.
[<Fact>]
let Script_ThatIsInterrupted_EndsWithThatCode () =
    let file = script "eprintfn \"running\"\nwhile true do System.Threading.Thread.Sleep 10\n"
    let start = ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Harness.Cli"), [ "run"; file ], WorkingDirectory = Home.Folder(), RedirectStandardError = true)
    use running = nonNull (Process.Start start)
    Assert.Equal("running", running.StandardError.ReadLine())
    Process.Start("kill", [ "-INT"; string running.Id ]).WaitForExit()

    if not (running.WaitForExit 20_000) then
        running.Kill()
        Assert.Fail "The command goes on after an interrupt."

    Assert.Equal(130, running.ExitCode)

[<Fact>]
let Validate_OfAScript_NeverRunsIt () =
    let file = script $"System.IO.File.WriteAllText(\"ran.txt\", \"\")\n"
    let folder = nonNull (Path.GetDirectoryName file)
    let code, _, error = harness folder [ "validate"; "sample.fsx" ]
    Assert.Equal(5, code)
    Assert.Contains("sample.fsx:0:0  SPEC090", error)
    let code, _, error = harness folder [ "validate"; "." ]
    Assert.Equal(8, code)
    Assert.Contains("No specs there", error)
    Assert.Equal<string array>([| file |], Directory.GetFileSystemEntries folder)
