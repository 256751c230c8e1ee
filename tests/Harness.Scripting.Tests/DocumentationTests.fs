/// Every word that scripts have is documented, and every example of the documentation is executed.
module Harness.Scripting.Tests.DocumentationTests

open System
open System.IO
open System.Reflection
open System.Xml.Linq
open FSharp.Compiler.Interactive.Shell
open FSharp.Reflection
open Harness.Scripting
open Harness.Scripting.Tests.Reading
open Harness.Testing
open global.Xunit

let private assembly = typeof<Experiment>.Assembly
let private documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Harness.Scripting.xml"))

let private attribute (name: string) (element: XElement) =
    match element.Attribute(XName.Get name) with
    | null -> ""
    | found -> found.Value

/// Name of the member, code, and what it comes to; the examples that others build upon come first.
let private examples =
    [ for entry in documentation.Descendants(XName.Get "member") do
          for example in entry.Descendants(XName.Get "code") do
              let code = String.Join("\n", example.Value.Split '\n' |> Array.map (fun line -> if line.StartsWith " " then line.Substring 1 else line)).Trim()

              match code.Split(" // → ") with
              | [| code; result |] -> attribute "name" entry, code, result
              | _ -> attribute "name" entry, code, "no result: write one behind // →" ]
    |> List.sortBy (fun (name, _, _) -> if name.Contains ".Specs.experiment" then 0 elif name.Contains ".Prompt.falsify" then 1 else 2)

/// Methods and properties that scripts can name, without what the compiler adds and the words of the builders, which stand in the examples of model, claim and experiment.
let private words =
    [ for kind in assembly.GetExportedTypes() do
          if not (kind.Name.EndsWith "Builder" || kind.Name.EndsWith "Draft") then
              for word in kind.GetMembers(BindingFlags.Public ||| BindingFlags.Instance ||| BindingFlags.Static ||| BindingFlags.DeclaredOnly) do
                  let special =
                      match word with
                      | :? MethodInfo as method -> method.IsSpecialName || method.IsVirtual && not kind.IsInterface
                      | :? PropertyInfo -> FSharpType.IsRecord(kind, BindingFlags.Public) && (FSharpType.GetRecordFields kind |> Array.exists (fun field -> field.Name = word.Name))
                      | _ -> true

                  if not special && word.GetCustomAttribute<Runtime.CompilerServices.CompilerGeneratedAttribute>() |> isNull then
                      $"{kind.FullName}.{word.Name}" ]

[<Fact>]
let Words_OfScripts_EachHaveAnExample () =
    let plain (name: string) = (name.Split([| '('; '`' |])[0]).Replace("Module.", ".")
    let documented = [ for name, _, _ in examples -> plain (name.Substring 2) ]
    Assert.True(words.Length > 60)
    let missing = words |> List.filter (fun word -> not (List.contains (plain word) documented))
    Assert.True(List.isEmpty missing, String.Join("\n", missing))

let private session () =
    let references = [ for known in [ typeof<Experiment>.Assembly; typeof<Harness.Runner.Workspace>.Assembly; typeof<Harness.Specs.SpecException>.Assembly ] -> "-r:" + known.Location ]
    let arguments = Array.append [| "fsi"; "--noninteractive"; "--nologo"; "--quiet" |] (Array.ofList references)
    let session = FsiEvaluationSession.Create(FsiEvaluationSession.GetDefaultConfiguration(), arguments, TextReader.Null, TextWriter.Null, TextWriter.Null)
    session.EvalInteraction "open Harness.Scripting"
    session

[<Fact>]
let Script_OfTheReadme_RunsAndPrints () =
    let readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"))
    let behind = readme.Split("```fsharp\n")[1]
    let code = behind.Split("```")[0]
    use session = session ()

    let text =
        printed (fun () ->
            match session.EvalInteractionNonThrowing(code + "\n;;\n") with
            | Choice2Of2 error, problems -> failwith $"{error.Message} {problems}"
            | _ -> ())

    Assert.Contains("entropy rate", text)
    Assert.Contains("next token", text)

[<Fact>]
let Examples_Each_ComeToWhatTheySay () =
    use session = session ()

    let faults =
        [ for name, code, result in examples do
              match session.EvalInteractionNonThrowing(code + "\n;;\n") with
              | Choice2Of2 error, problems -> $"{name}: {error.Message} {problems}"
              | Choice1Of2 value, _ ->
                  let shown =
                      match value with
                      | Some value -> string value.ReflectionValue
                      | None -> "no value"

                  if shown.TrimEnd() <> result then $"{name}: {shown}, not {result}" ]

    Assert.True(List.isEmpty faults, String.Join("\n", faults))
