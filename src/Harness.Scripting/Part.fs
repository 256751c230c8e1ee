namespace Harness.Scripting

open System
open System.Collections
open System.Globalization
open System.Text.Json

/// A piece of a spec, as it will stand in JSON: a number, a text, a list, or a record of named properties. Nothing judges it before the spec is read.
[<StructuredFormatDisplay("{Json}")>]
type Part =
    internal
    | Text of string
    | Number of string
    | Flag of bool
    | Items of Part list
    | Record of Property list

    /// <summary>The piece as JSON on one line.</summary>
    /// <example><code>
    /// (Optimizer.adam 0.003).Json // → { "kind": "adam", "learningRate": 0.003 }
    /// </code></example>
    member part.Json =
        match part with
        | Text text -> JsonSerializer.Serialize text
        | Number digits -> digits
        | Flag value -> if value then "true" else "false"
        | Items items -> items |> List.map _.Json |> String.concat ", " |> sprintf "[%s]"
        | Record properties -> properties |> List.map _.Json |> String.concat ", " |> sprintf "{ %s }"

    override part.ToString() = part.Json

/// A named piece of a spec; it knows the line of the script where it was written, so that a problem can be shown there.
and [<StructuredFormatDisplay("{Json}")>] Property =
    internal
        { Name: string
          Line: int
          Value: Part }

    /// <summary>The property as JSON.</summary>
    /// <example><code>
    /// ("layers" => 2).Json // → "layers": 2
    /// </code></example>
    member property.Json = $"{JsonSerializer.Serialize property.Name}: {property.Value.Json}"

    override property.ToString() = property.Json

module internal Part =

    let rec ofValue (value: objnull) : Part =
        match value with
        | :? Part as part -> part
        | :? string as text -> Text text
        | :? bool as flag -> Flag flag
        // What is no number in JSON is left for the reader of the spec to refuse, at its place.
        | :? float as number when not (Double.IsFinite number) -> Text(number.ToString CultureInfo.InvariantCulture)
        | :? Property as property -> Record [ property ]
        | :? IEnumerable as items ->
            match [ for item in items -> item ] with
            | :? Property :: _ as properties -> Record [ for property in properties -> property :?> Property ]
            | items -> Items(List.map ofValue items)
        | :? IFormattable as number -> Number(number.ToString(null, CultureInfo.InvariantCulture))
        | _ -> Text(string value)

    let kind name properties = Record({ Name = "kind"; Line = 0; Value = Text name } :: properties)
