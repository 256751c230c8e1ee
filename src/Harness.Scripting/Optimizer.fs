namespace Harness.Scripting

/// Optimisers and their schedules.
[<RequireQualifiedAccess>]
module Optimizer =

    /// <summary>Adam.</summary>
    /// <example><code>
    /// Optimizer.adam 0.003 // → { "kind": "adam", "learningRate": 0.003 }
    /// </code></example>
    let adam (learningRate: float) : Part = Part.kind "adam" [ "learningRate" => learningRate ]

    /// <summary>Adam with decoupled weight decay.</summary>
    /// <example><code>
    /// Optimizer.adamW 0.003 0.0 // → { "kind": "adamw", "learningRate": 0.003, "weightDecay": 0 }
    /// </code></example>
    let adamW (learningRate: float) (weightDecay: float) : Part =
        Part.kind "adamw" [ "learningRate" => learningRate; "weightDecay" => weightDecay ]

    /// <summary>Stochastic gradient descent.</summary>
    /// <example><code>
    /// Optimizer.sgd 0.1 // → { "kind": "sgd", "learningRate": 0.1 }
    /// </code></example>
    let sgd (learningRate: float) : Part = Part.kind "sgd" [ "learningRate" => learningRate ]

    /// <summary>A rate that rises over so many steps and then falls along half a cosine.</summary>
    /// <example><code>
    /// Optimizer.cosine 100 // → { "kind": "cosine", "warmup": 100 }
    /// </code></example>
    let cosine (warmup: int) : Part = Part.kind "cosine" [ "warmup" => warmup ]
