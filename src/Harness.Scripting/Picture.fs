namespace Harness.Scripting

/// What `plot` can draw.
type IPicture =
    /// The drawing, as a file of SVG.
    ///
    /// <example><code>
    /// (theory 6 (named "mess3" []) :> IPicture).Svg().StartsWith "<svg" // → True
    /// </code></example>
    abstract Svg: unit -> string

/// What `report` can write a page about.
type IReport =
    /// The page: self-contained HTML.
    ///
    /// <example><code>
    /// (theory 6 (named "mess3" []) :> IReport).Html().StartsWith "<!doctype html>" // → True
    /// </code></example>
    abstract Html: unit -> string
