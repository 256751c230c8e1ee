namespace Harness.Scripting

open System.IO
open Harness.Experiments
open Harness.Reports
open Harness.Reports.Html
open Harness.Reports.Text

/// A finished run. It prints as the table of `harness run`.
[<Sealed; StructuredFormatDisplay("{Table}")>]
type Run internal (result: ExperimentResult, model: ReportModel, folder: string) =

    /// <summary>In the order of the claims.</summary>
    /// <example><code>
    /// (run quick).Verdicts |> List.map _.Outcome // → [supported]
    /// </code></example>
    member _.Verdicts =
        [ for verdict in model.Claims ->
              { Claim = verdict.Id
                Outcome = Wording.Word verdict.Outcome
                AsExpected = verdict.AsExpected
                Estimate =
                  match verdict.Estimate with
                  | Null -> None
                  | NonNull estimate -> Some estimate.Mean
                Reason = verdict.Reason.Text } ]

    /// <summary>True when every claim came out as supported.</summary>
    /// <example><code>
    /// (run quick).Supported // → True
    /// </code></example>
    member run.Supported = run.Verdicts |> List.forall (fun verdict -> verdict.Outcome = "supported")

    /// <summary>What `harness run` would exit with.</summary>
    /// <example><code>
    /// (run quick).ExitCode // → 0
    /// </code></example>
    member _.ExitCode = ExitCode.Of result.Verdicts

    /// <summary>The run folder: report, figures, verdicts, every network's numbers.</summary>
    /// <example><code>
    /// System.IO.File.Exists(System.IO.Path.Combine((run quick).Folder, "report.html")) // → True
    /// </code></example>
    member _.Folder = folder

    /// <summary>The file of a claim's verdict, as JSON.</summary>
    /// <example><code>
    /// (run quick).VerdictJson("quick/decodes").Contains "\"outcome\": \"supported\"" // → True
    /// </code></example>
    member _.VerdictJson(claim: string) =
        File.ReadAllText(Path.Combine(folder, "verdicts", Harness.Runner.RunFolder.FileName claim + ".json"))

    member internal _.Table = VerdictTable.Write model.Claims
    override run.ToString() = run.Table

    interface IPicture with
        member _.Svg() = Drawing.simplex result.Plan.Tree (result.Replicates |> Seq.map _.Picture |> Seq.tryFind (isNull >> not) |> Option.toObj)

    interface IReport with
        member _.Html() = HtmlReport.Write model
