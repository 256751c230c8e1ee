namespace Harness.Scripting

/// What a claim measures; `kind` makes all others.
[<RequireQualifiedAccess>]
module Measure =

    /// <summary>Held-out R² of the best affine map from the activations at a location to the belief, or what the list says instead.</summary>
    /// <example><code>
    /// Measure.affineProbe "ln_final" [ "partition" => "suffix" ] // → { "kind": "affine-probe", "location": "ln_final", "partition": "suffix" }
    /// </code></example>
    let affineProbe (location: string) (others: Property list) : Part =
        Part.kind "affine-probe" (("location" => location) :: others)

    /// <summary>How far the exact loss is above the best attainable one, in nats.</summary>
    /// <example><code>
    /// Measure.lossGap // → { "kind": "loss-gap" }
    /// </code></example>
    let lossGap: Part = Part.kind "loss-gap" []
