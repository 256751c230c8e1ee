namespace Harness.Scripting

/// Architectures. Each takes its sizes and, in a list, whatever else the spec's kind has.
[<RequireQualifiedAccess>]
module Network =

    /// <summary>A decoder-only transformer with one attention head of width 8 in each of its layers, an MLP four times as wide as the
    /// residual stream, and what is in the list instead.</summary>
    /// <example><code>
    /// Network.transformer 2 32 [ "heads" => 2 ] // → { "kind": "transformer", "layers": 2, "heads": 2, "dModel": 32, "dHead": 8, "dMlp": 128 }
    /// </code></example>
    let transformer (layers: int) (dModel: int) (others: Property list) : Part =
        let usual = [ "layers" => layers; "heads" => 1; "dModel" => dModel; "dHead" => 8; "dMlp" => 4 * dModel ]
        let given name = others |> List.tryFind (fun property -> property.Name = name)
        let rest = others |> List.filter (fun property -> usual |> List.forall (fun known -> known.Name <> property.Name))
        Part.kind "transformer" ((usual |> List.map (fun known -> given known.Name |> Option.defaultValue known)) @ rest)

    /// <summary>An Elman network.</summary>
    /// <example><code>
    /// Network.rnn 1 16 // → { "kind": "rnn", "layers": 1, "dModel": 16 }
    /// </code></example>
    let rnn (layers: int) (dModel: int) : Part = Part.kind "rnn" [ "layers" => layers; "dModel" => dModel ]

    /// <summary>A gated recurrent network.</summary>
    /// <example><code>
    /// Network.gru 1 16 // → { "kind": "gru", "layers": 1, "dModel": 16 }
    /// </code></example>
    let gru (layers: int) (dModel: int) : Part = Part.kind "gru" [ "layers" => layers; "dModel" => dModel ]

    /// <summary>A long short-term memory.</summary>
    /// <example><code>
    /// Network.lstm 1 16 // → { "kind": "lstm", "layers": 1, "dModel": 16 }
    /// </code></example>
    let lstm (layers: int) (dModel: int) : Part = Part.kind "lstm" [ "layers" => layers; "dModel" => dModel ]

    /// <summary>A diagonal state-space model with as many complex states as the stream is wide, and an MLP four times as wide.</summary>
    /// <example><code>
    /// Network.stateSpace 2 16 // → { "kind": "state-space", "layers": 2, "dModel": 16, "dState": 16, "dMlp": 64 }
    /// </code></example>
    let stateSpace (layers: int) (dModel: int) : Part =
        Part.kind "state-space" [ "layers" => layers; "dModel" => dModel; "dState" => dModel; "dMlp" => 4 * dModel ]

    /// <summary>No network: beliefs themselves behind a random affine map, with a little noise. A whole run of it takes no time.</summary>
    /// <example><code>
    /// Network.planted [ "noise" => 0.1 ] // → { "kind": "planted", "noise": 0.1 }
    /// </code></example>
    let planted (properties: Property list) : Part = Part.kind "planted" properties
