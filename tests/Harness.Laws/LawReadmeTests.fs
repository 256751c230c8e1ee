/// README.md names every law with its theorem: nothing missing, nothing that is gone.
module Harness.Laws.LawReadmeTests

open System.IO
open System.Reflection
open System.Text.RegularExpressions
open Harness.Testing
open global.Xunit

let private methods =
    [ for group in Assembly.GetExecutingAssembly().GetTypes() do
          for law in group.GetMethods() do
              group.Name, law ]

let private laws = methods |> List.filter (fun (_, law) -> not (isNull (law.GetCustomAttribute<LawAttribute>()))) |> List.map (fun (group, law) -> group, law.Name)

let private readme = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Harness.Laws", "README.md"))
let private quoted = Regex.Matches(readme, "`([^`\n]+)`") |> Seq.map (fun found -> found.Groups[1].Value) |> List.ofSeq

/// Names may be shortened with "…".
let private patterns =
    quoted |> List.filter (fun text -> Regex.IsMatch(text, "^[A-Za-z0-9_…]+$") && (text.Contains '_' || text.Contains '…') && text <> Seeds.variable)

let private matches (pattern: string) (law: string) = Regex.IsMatch(law, "^" + pattern.Replace("…", ".*") + "$")

[<Fact>]
let Readme_OfTheLaws_NamesEachOfThem () =
    let missing =
        laws
        |> List.filter (fun (group, law) -> not (List.contains group quoted && patterns |> List.exists (fun pattern -> matches pattern law)))
        |> List.map (fun (group, law) -> $"{group}.{law}")

    Assert.True(List.isEmpty missing, String.concat "\n" missing)

/// A property that is no law would have no seed of its own and no line.
[<Fact>]
let Properties_Each_AreLaws () =
    let others =
        methods
        |> List.filter (fun (_, law) -> not (isNull (law.GetCustomAttribute<FsCheck.Xunit.PropertyAttribute>())) && isNull (law.GetCustomAttribute<LawAttribute>()))
        |> List.map (fun (group, law) -> $"{group}.{law.Name}")

    Assert.Empty others

[<Fact>]
let Readme_OfTheLaws_NamesNoneThatIsGone () =
    Assert.Empty(patterns |> List.filter (fun pattern -> not (methods |> List.exists (fun (_, law) -> matches pattern law.Name))))
