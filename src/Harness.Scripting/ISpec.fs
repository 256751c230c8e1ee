namespace Harness.Scripting

/// What can be written to a file that everything else reads.
type ISpec =
    /// <summary>The text of the file: the same each time, and checked before it is given.</summary>
    /// <example><code>
    /// (model "fair" { symbols [ "0"; "1" ]; states [ "A" ]; matrix "0" [ [ 0.5 ] ]; matrix "1" [ [ 0.5 ] ] } :> ISpec).Json.Length > 100 // → True
    /// </code></example>
    abstract Json: string
