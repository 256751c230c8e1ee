using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Reports;
using Harness.Reports.Records;

namespace Harness.Runner.Falsifying;

/// <summary>The one document that <c>harness falsify --json</c> prints; times only in the provenance.</summary>
internal static class FalsificationJson
{
    private const int Schema = 1;

    public static JsonObject Document(Falsification falsification)
    {
        FalsifyRequest request = falsification.Request;
        return new JsonObject
        {
            ["schema"] = Schema,
            ["exitCode"] = falsification.Code,
            ["claim"] = Node(VerdictRecord.Of(falsification.Verdict)),
            ["family"] = new JsonObject { ["id"] = request.Family.Id, ["law"] = request.Family.Law },
            ["budget"] = Node(request.Budget),
            ["eligible"] = Node(request.Eligible),
            ["drawn"] = falsification.Counts.Drawn,
            ["skipped"] = new JsonObject(falsification.Counts.Skipped.Select(reason => KeyValuePair.Create(reason.Key, (JsonNode?)reason.Value))),
            ["supported"] = falsification.Counts.Supported,
            ["refuted"] = falsification.Counts.Refuted,
            ["inconclusive"] = falsification.Counts.Inconclusive,
            ["unconfirmed"] = falsification.Counts.Unconfirmed,
            ["failingFraction"] = falsification.Verdict.Comparisons is [{ Estimate: { } failing }]
                ? new JsonObject
                {
                    ["level"] = Claims.ForAll.Level,
                    ["n"] = failing.N,
                    ["value"] = failing.Mean,
                    ["atLeast"] = failing.Low,
                    ["atMost"] = failing.High,
                    ["atMostIfUndecidedFail"] = falsification.Counts.WorstBound,
                }
                : null,
            ["counterexample"] = falsification.Counterexample is { } found ? Counterexample(found, request) : null,
            ["processes"] = new JsonArray([.. falsification.Processes.Select(Process)]),
            ["provenance"] = new JsonObject
            {
                ["startedAt"] = falsification.StartedAt,
                ["seconds"] = falsification.Seconds,
                ["jobs"] = request.Jobs,
            },
        };
    }

    public static string Write(Falsification falsification) => Document(falsification).ToJsonString(ReportFormat.Options) + "\n";

    private static JsonObject Counterexample(Counterexample found, FalsifyRequest request) => new()
    {
        ["draw"] = found.Drawn.Draw,
        ["replay"] = CounterexampleStory.Replay(request, found.Drawn.Draw),
        ["story"] = CounterexampleStory.Reason(found),
        ["tried"] = found.Tried,
        ["exhausted"] = found.Exhausted,
        ["kept"] = found.Kept,
        ["steps"] = new JsonArray([.. found.Steps.Select(step => new JsonObject
        {
            ["tried"] = step.Tried, ["label"] = step.Label, ["process"] = JsonNode.Parse(step.Process), ["verdict"] = Node(step.Verdict),
        })]),
        ["label"] = found.Label,
        ["process"] = JsonNode.Parse(found.Process),
        ["confirmation"] = Node(found.Confirmation),
    };

    private static JsonObject Process(TestedProcess process)
    {
        JsonObject document = new()
        {
            ["draw"] = process.Draw,
            ["label"] = process.Label,
            ["eligible"] = process.Skipped is null,
            ["skipped"] = process.Skipped,
            ["detail"] = process.Detail,
            ["outcome"] = process.Verdict is { } verdict ? Wording.Word(verdict.Outcome) : null,
            ["process"] = JsonNode.Parse(process.Process),
            ["verdict"] = process.Verdict is null ? null : Node(process.Verdict),
        };
        if (process.Confirmation is { } confirmation)
        {
            document["confirmation"] = Node(confirmation);
        }
        return document;
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, ReportFormat.Options);
}
