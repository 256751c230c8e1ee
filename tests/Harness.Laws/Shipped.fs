namespace Harness.Laws

open System.Collections.Generic
open System.IO
open System.Text.Json
open Harness.Laws.Oracle
open Harness.Processes
open Harness.Specs
open Harness.Testing
open Xunit

/// The processes that the project ships, read by the product and by the oracle, each with code of its own.
module internal Shipped =

    let ids =
        Directory.GetFiles(Repository.Processes, "*.json") |> Array.map (fun (file: string) -> nonNull (Path.GetFileNameWithoutExtension file)) |> Array.sort

    let path id = Path.Combine(Repository.Processes, $"{id}.json")

    /// What fractions cannot hold, and why. A file that is not listed here has its golden checked.
    let outside =
        dict
            [ "bloch-walk", "sqrt(51) in $.parameters.beta.default"
              "mess3-bloch-chain", "the composition 'chain' in $.process"
              "mess3-bloch-product", "the composition 'product' in $.process"
              "frdn", "cos(2000) in $.let.c"
              "moon", "exp(1) in $.parameters.alpha.default"
              "random-hmm", "random: its numbers are drawn by the product itself in $.transitions[0].weight" ]

    let oracle id given = ProcessDocument.read (path id) given

    /// The product's model, with parameters other than the default ones.
    let product id (given: (string * Fraction) list) =
        let problems = List<Problem>()
        let library = ProcessLibrary(SpecFormat(), Repository.Processes, Repository.Root, problems)
        let loaded = nonNull (library.Find(id, Repository.Root, Scope.Root(id, null, problems)))
        let values = given |> List.map (fun (name, value) -> KeyValuePair(name, value.ToDouble())) |> Dictionary
        let model = library.Instantiate(loaded, values, loaded.At)
        Assert.True(problems.Count = 0, problems |> Seq.map string |> String.concat "\n")
        nonNull model

    /// The parameters of each entry of "known": they are what people use.
    let knownParameters id =
        use document = JsonDocument.Parse(File.ReadAllText(path id))

        match document.RootElement.TryGetProperty "known" with
        | false, _ -> []
        | true, known ->
            [ for facts in known.EnumerateArray() do
                  match facts.TryGetProperty "with" with
                  | false, _ -> ()
                  | true, given ->
                      try
                          [ for parameter in given.EnumerateObject() do
                                let text = string parameter.Value
                                parameter.Name, RationalExpression.evaluate (fun name -> raise (NotUnderstood name)) text ]
                      with Irrational _ ->
                          () ]
