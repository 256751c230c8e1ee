namespace Harness.Scripting

open System.Runtime.CompilerServices
open System.Runtime.InteropServices

/// The words that specs begin with.
[<AutoOpen>]
type Specs =

    /// <summary>A process of one's own: a family, if it has parameters.</summary>
    /// <example><code>
    /// let biased =
    ///     model "biased-even" {
    ///         symbols [ "0"; "1" ]
    ///         states [ "A"; "B" ]
    ///         parameter "p" 0.5 0.0 1.0
    ///         matrix "0" [ [ "1-p"; "0" ]; [ "0"; "0" ] ]
    ///         matrix "1" [ [ "0"; "p" ]; [ "1"; "0" ] ]
    ///     }
    /// (theory 4 biased).MixedStates // → Some(4)
    /// </code></example>
    static member model(id: string, [<CallerFilePath; Optional; DefaultParameterValue("")>] file: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) =
        ModelBuilder(id, file, line)

    /// <summary>A claim: a statement that can fail.</summary>
    /// <example><code>
    /// claim "mine/loss" {
    ///     statement "The loss is nearly optimal."
    ///     measure Measure.lossGap
    ///     comparator (Compare.atMost 0.01)
    ///     interval (Compare.studentT 0.95)
    /// } // → claim mine/loss: The loss is nearly optimal.
    /// </code></example>
    static member claim(id: string, [<CallerFilePath; Optional; DefaultParameterValue("")>] file: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) =
        ClaimBuilder(id, file, line)

    /// <summary>An experiment: a process, a network, how it is trained, seeds, and what is claimed.</summary>
    /// <example><code>
    /// let quick =
    ///     experiment "quick" {
    ///         over (named "mess3" [])
    ///         network (Network.planted [])
    ///         window 4
    ///         seeds [ 1; 2; 3 ]
    ///         claims [
    ///             claim "quick/decodes" {
    ///                 statement "The belief can be read."
    ///                 measure (Measure.affineProbe "ln_final" [])
    ///                 comparator (Compare.atLeast 0.9)
    ///                 interval (Compare.studentT 0.95)
    ///             } ]
    ///     }
    /// (run quick).Supported // → True
    /// </code></example>
    static member experiment(id: string, [<CallerFilePath; Optional; DefaultParameterValue("")>] file: string, [<CallerLineNumber; Optional; DefaultParameterValue(0)>] line: int) =
        ExperimentBuilder(id, file, line)
