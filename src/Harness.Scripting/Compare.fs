namespace Harness.Scripting

/// What a claim compares its measure with, and how sure it must be.
[<RequireQualifiedAccess>]
module Compare =

    /// <summary>More than every one of these nulls, by a margin, network by network.</summary>
    /// <example><code>
    /// Compare.exceeds [ "untrained"; "table-3" ] 0.1 // → { "kind": "exceeds", "nulls": ["untrained", "table-3"], "margin": 0.1 }
    /// </code></example>
    let exceeds (nulls: string list) (margin: float) : Part =
        Part.kind "exceeds" [ "nulls" => nulls; "margin" => margin ]

    /// <summary>At least so much.</summary>
    /// <example><code>
    /// Compare.atLeast 0.98 // → { "kind": "at-least", "threshold": 0.98 }
    /// </code></example>
    let atLeast (threshold: float) : Part = Part.kind "at-least" [ "threshold" => threshold ]

    /// <summary>At most so much.</summary>
    /// <example><code>
    /// Compare.atMost 0.002 // → { "kind": "at-most", "threshold": 0.002 }
    /// </code></example>
    let atMost (threshold: float) : Part = Part.kind "at-most" [ "threshold" => threshold ]

    /// <summary>A t interval for the mean over networks.</summary>
    /// <example><code>
    /// Compare.studentT 0.95 // → { "kind": "student-t", "level": 0.95 }
    /// </code></example>
    let studentT (level: float) : Part = Part.kind "student-t" [ "level" => level ]

    /// <summary>A t interval for differences within each network: what `exceeds` needs.</summary>
    /// <example><code>
    /// Compare.pairedT 0.95 // → { "kind": "paired-t", "level": 0.95 }
    /// </code></example>
    let pairedT (level: float) : Part = Part.kind "paired-t" [ "level" => level ]

    /// <summary>A precondition: the loss gap of a network is at most so many nats.</summary>
    /// <example><code>
    /// Compare.settledWithin 0.01 // → { "kind": "settled", "maxLossGapNats": 0.01 }
    /// </code></example>
    let settledWithin (nats: float) : Part = Part.kind "settled" [ "maxLossGapNats" => nats ]

    /// <summary>A control that must come out supported: planted beliefs.</summary>
    /// <example><code>
    /// Compare.planted // → { "kind": "planted", "expect": "supported" }
    /// </code></example>
    let planted: Part = Part.kind "planted" [ "expect" => "supported" ]

    /// <summary>A control that must come out refuted: shuffled beliefs.</summary>
    /// <example><code>
    /// Compare.shuffled // → { "kind": "shuffled", "expect": "refuted" }
    /// </code></example>
    let shuffled: Part = Part.kind "shuffled" [ "expect" => "refuted" ]
