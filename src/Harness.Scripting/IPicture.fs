namespace Harness.Scripting

/// What `plot` can draw.
type IPicture =
    /// <summary>The drawing, as a file of SVG.</summary>
    /// <example><code>
    /// (theory 6 (named "mess3" []) :> IPicture).Svg().Contains "viewBox" // → True
    /// </code></example>
    abstract Svg: unit -> string
