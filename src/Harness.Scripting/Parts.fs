namespace Harness.Scripting

/// What every piece of a spec can be written with.
[<AutoOpen>]
module Parts =

    /// <summary>A property of a spec: its name as in JSON, and a number, a text, true or false, a list or another piece.</summary>
    /// <example><code>
    /// "partition" => "suffix" // → "partition": "suffix"
    /// </code></example>
    let (=>) (name: string) (value: 'value) : Property =
        { Name = name
          Line = 0
          Value = Part.ofValue (box value) }

    /// <summary>A piece of any kind that specs know, with its properties as in JSON: for kinds that have no word of their own here.
    /// `harness list` names them.</summary>
    /// <example><code>
    /// kind "explained-share" [ "location" => "ln_final"; "dimensions" => 2 ] // → { "kind": "explained-share", "location": "ln_final", "dimensions": 2 }
    /// </code></example>
    let kind (name: string) (properties: Property list) : Part = Part.kind name properties
