namespace Harness.Scripting

/// What `report` can write a page about.
type IReport =
    /// <summary>The page: self-contained HTML.</summary>
    /// <example><code>
    /// (theory 6 (named "mess3" []) :> IReport).Html().Contains "doctype html" // → True
    /// </code></example>
    abstract Html: unit -> string
