namespace Harness.Laws.Oracle

open System
open System.Collections.Generic
open System.IO
open System.Text.Json

/// What the oracle makes of a process file: the process in fractions, or why fractions cannot hold it.
type Reading =
    | Exact of ExactProcess
    | Outside of string

/// The oracle's own reader of process files. It believes that a file is sound, which the product checks, but passes over nothing: a construct
/// that it does not know is an error that names the file and the place.
module ProcessDocument =

    let private notUnderstood where what = raise (NotUnderstood $"{where}: {what}")

    /// The properties of an object; any other name than those listed is not understood.
    let private properties where known (element: JsonElement) =
        if element.ValueKind <> JsonValueKind.Object then
            notUnderstood where $"{element.ValueKind}, not an object"

        let found = Dictionary<string, JsonElement>()

        for property in element.EnumerateObject() do
            if not (List.contains property.Name known) then
                notUnderstood $"{where}.{property.Name}" "an unknown property"

            found[property.Name] <- property.Value

        found

    let private text where (element: JsonElement) =
        if element.ValueKind <> JsonValueKind.String then
            notUnderstood where $"{element.ValueKind}, not a string"

        nonNull (element.GetString())

    let private items where (element: JsonElement) =
        if element.ValueKind <> JsonValueKind.Array then
            notUnderstood where $"{element.ValueKind}, not an array"

        element.EnumerateArray() |> Seq.mapi (fun i item -> $"{where}[{i}]", item) |> Array.ofSeq

    let private scalar where lookup (element: JsonElement) =
        try
            match element.ValueKind with
            | JsonValueKind.Number -> RationalExpression.ofDecimal (element.GetRawText())
            | JsonValueKind.String -> RationalExpression.evaluate lookup (text where element)
            | kind -> notUnderstood where $"{kind}, not a number or an expression"
        with
        | NotUnderstood what when not (what.StartsWith(where: string)) -> notUnderstood where what
        | Irrational what when not (what.Contains " in $") -> raise (Irrational $"{what} in {where}")

    let private noNames name = raise (NotUnderstood $"the name '{name}'")

    /// Parameters by default or as given, then "let", each computed when it is first needed.
    let private names (file: Dictionary<string, JsonElement>) (given: Map<string, Fraction>) =
        let values = Dictionary<string, Fraction>()

        if file.ContainsKey "parameters" then
            for parameter in file["parameters"].EnumerateObject() do
                let where = $"$.parameters.{parameter.Name}"
                let shape = properties where [ "default"; "min"; "max"; "integer" ] parameter.Value
                values[parameter.Name] <- given.TryFind parameter.Name |> Option.defaultWith (fun () -> scalar $"{where}.default" noNames shape["default"])

        let rec lookup name =
            match values.TryGetValue name with
            | true, value -> value
            | _ ->
                match file.TryGetValue "let" with
                | true, lets ->
                    match lets.TryGetProperty(name: string) with
                    | true, definition ->
                        values[name] <- scalar $"$.let.{name}" lookup definition
                        values[name]
                    | _ -> noNames name
                | _ -> noNames name

        lookup

    /// Every way to give values to the indices of "for": both ends included, later ranges may use earlier indices, the last runs fastest.
    let private repeat where (lookup: string -> Fraction) (shape: Dictionary<string, JsonElement>) =
        let indices = match shape.TryGetValue "for" with | true, ranges -> ranges.EnumerateObject() |> List.ofSeq | _ -> []

        let rec run (lookup: string -> Fraction) (indices: JsonProperty list) =
            match indices with
            | [] -> Seq.singleton lookup
            | index :: later ->
                let here = $"{where}.for.{index.Name}"

                match items here index.Value with
                | [| first; last |] ->
                    let bound (where, element) =
                        let value = scalar where lookup element
                        if value.IsWhole then int value.Numerator else notUnderstood where $"{value}, not an integer"

                    seq { bound first .. bound last }
                    |> Seq.collect (fun value -> run (fun name -> if name = index.Name then Fraction.Of value else lookup name) later)
                | _ -> notUnderstood here "not two ends of a range"

        run lookup indices

    /// "B{i+1}" with the expressions in braces filled in.
    let private fill where lookup (template: string) =
        template.Split '{'
        |> Array.mapi (fun i piece ->
            match i, piece.Split '}' with
            | 0, _ -> piece
            | _, [| expression; rest |] -> $"{RationalExpression.evaluate lookup expression}{rest}"
            | _ -> notUnderstood where $"the label '{template}'")
        |> String.Concat

    let private labels where lookup element =
        [| for where, label in items where element do
               if label.ValueKind = JsonValueKind.String then
                   fill where lookup (text where label)
               else
                   let shape = properties where [ "name"; "for" ] label
                   for lookup in repeat where lookup shape do
                       fill $"{where}.name" lookup (text $"{where}.name" shape["name"]) |]

    let private place where (labels: string[]) label =
        match Array.IndexOf(labels, label) with
        | -1 -> notUnderstood where $"'{label}' is not listed"
        | index -> index

    let private matrices lookup (symbols: string[]) (states: string[]) (transitions: JsonElement) =
        let weights = Array.init symbols.Length (fun _ -> Array.init states.Length (fun _ -> Array.create states.Length Fraction.Zero))

        match transitions.ValueKind with
        | JsonValueKind.Object ->
            for matrix in transitions.EnumerateObject() do
                let z = place "$.transitions" symbols matrix.Name

                items $"$.transitions.{matrix.Name}" matrix.Value
                |> Array.iteri (fun i (where, row) ->
                    weights[z].[i] <- items where row |> Array.map (fun (where, entry) -> scalar where lookup entry))
        | _ ->
            for where, edge in items "$.transitions" transitions do
                let shape = properties where [ "from"; "emit"; "to"; "weight"; "for" ] edge
                let label name labels lookup = text $"{where}.{name}" shape[name] |> fill $"{where}.{name}" lookup |> place $"{where}.{name}" labels

                for lookup in repeat where lookup shape do
                    let row = weights[label "emit" symbols lookup].[label "from" states lookup]
                    let j = label "to" states lookup
                    row[j] <- row[j] + scalar $"{where}.weight" lookup shape["weight"]

        weights

    let private normalised (file: Dictionary<string, JsonElement>) (weights: Fraction[][][]) =
        match file.TryGetValue "normalization" with
        | false, _ -> weights
        | true, name ->
            match text "$.normalization" name with
            | "none" -> weights
            | "rows" ->
                let sums = weights |> Array.reduce Linear.add |> Array.map Linear.total
                weights |> Array.map (Array.mapi (fun i row -> row |> Array.map (fun weight -> weight / sums[i])))
            | "spectral" -> raise (Irrational "the spectral radius in $.normalization")
            | other -> notUnderstood "$.normalization" $"'{other}'"

    let private start lookup (states: string[]) (file: Dictionary<string, JsonElement>) =
        match file.TryGetValue "start" with
        | false, _ -> None
        | true, weights ->
            let law = Array.create states.Length Fraction.Zero

            for where, weight in items "$.start" weights do
                let shape = properties where [ "state"; "weight"; "for" ] weight

                for lookup in repeat where lookup shape do
                    let state = text where shape["state"] |> fill where lookup |> place where states
                    law[state] <- law[state] + scalar $"{where}.weight" lookup shape["weight"]

            Some law

    let private known =
        [ "$schema"; "id"; "title"; "source"; "notes"; "kind"; "symbols"; "states"; "parameters"; "let"; "transitions"; "normalization"; "start"; "process"; "known" ]

    let private matrixProcess kind lookup (file: Dictionary<string, JsonElement>) =
        let symbols, states = labels "$.symbols" lookup file["symbols"], labels "$.states" lookup file["states"]
        let matrices = matrices lookup symbols states file["transitions"] |> normalised file
        let start = start lookup states file

        match kind with
        | "hmm" -> ExactProcess.hmm symbols states matrices start
        | _ ->
            match ExactProcess.tryGhmm symbols states matrices start with
            | Some p -> p
            | None -> notUnderstood "$.transitions" "a generalised model without a unique φ and π"

    /// Of the compositions, mixtures are written out. The others have laws of their own, in Compositions.
    let rec private composed path lookup (composition: JsonElement) =
        match text "$.process.kind" (composition.GetProperty "kind") with
        | "mixture" ->
            let shape = properties "$.process" [ "kind"; "components" ] composition
            let parts = items "$.process.components" shape["components"]

            let part (where, element) =
                let shape = properties where [ "process"; "weight"; "tokens" ] element

                let p =
                    match referred path lookup $"{where}.process" shape["process"] with
                    | Exact p -> p
                    | Outside what -> raise (Irrational what)

                let weight = match shape.TryGetValue "weight" with | true, weight -> scalar $"{where}.weight" lookup weight | _ -> Fraction.Of(1L, int64 parts.Length)
                let names = match shape.TryGetValue "tokens" with | true, names -> items $"{where}.tokens" names |> Array.map (fun (where, name) -> text where name) | _ -> p.Symbols
                p, weight, names

            parts |> List.ofArray |> List.map part |> ExactProcess.mixture
        | kind -> raise (Irrational $"the composition '{kind}' in $.process")

    /// A process by id, or by id and parameters, in the same folder.
    and private referred path lookup where (reference: JsonElement) =
        let id, given =
            if reference.ValueKind = JsonValueKind.String then
                text where reference, []
            else
                let shape = properties where [ "process"; "with" ] reference

                text $"{where}.process" shape["process"],
                match shape.TryGetValue "with" with
                | true, given -> [ for parameter in given.EnumerateObject() -> parameter.Name, scalar $"{where}.with.{parameter.Name}" lookup parameter.Value ]
                | _ -> []

        read (Path.Combine(nonNull (Path.GetDirectoryName(path: string)), $"{id}.json")) given

    /// The process of a file with the given parameters, the others by default.
    and read (path: string) (given: (string * Fraction) list) : Reading =
        use document = JsonDocument.Parse(File.ReadAllText path)

        try
            let file = properties "$" known document.RootElement
            let lookup = names file (Map.ofList given)

            match text "$.kind" file["kind"] with
            | "hmm" | "ghmm" as kind -> Exact(matrixProcess kind lookup file)
            | "composition" -> Exact(composed path lookup file["process"])
            | kind -> notUnderstood "$.kind" $"'{kind}'"
        with
        | Irrational what -> Outside what
        | NotUnderstood what when not (what.Contains "the oracle does not understand") -> raise (NotUnderstood $"{Path.GetFileName path}: the oracle does not understand {what}")
