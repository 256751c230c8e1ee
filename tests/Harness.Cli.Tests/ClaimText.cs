namespace Harness.Cli.Tests;

/// <summary>A claim as it stands in a spec; a registered one that planted truth supports unless something else is said.</summary>
internal sealed record ClaimText(string Id)
{
    public const string LossGap = """{ "kind": "loss-gap" }""";

    public int Version { get; init; } = 1;

    public string Amendments { get; init; } = "[]";

    public string Status { get; init; } = "registered";

    public string Tier { get; init; } = "quick";

    public string Expect { get; init; } = "supported";

    public string Statement { get; init; } = "The belief can be read.";

    public string Measure { get; init; } = """{ "kind": "affine-probe", "location": "ln_final" }""";

    public string Comparator { get; init; } = AtLeast(0.9);

    public string Interval { get; init; } = """{ "kind": "student-t" }""";

    public string Preconditions { get; init; } = "[]";

    public string Controls { get; init; } = "[]";

    public string? Waived { get; init; }

    public string? ForAll { get; init; }

    public static string AtLeast(double threshold) => FormattableString.Invariant($$"""{ "kind": "at-least", "threshold": {{threshold}} }""");

    public static string AtMost(double threshold) => FormattableString.Invariant($$"""{ "kind": "at-most", "threshold": {{threshold}} }""");

    /// <summary>The same claim with the interval and the comparator of a contrast with nulls.</summary>
    public ClaimText Exceeding(params IEnumerable<string> nulls) => this with
    {
        Comparator = $$"""{ "kind": "exceeds", "nulls": [{{string.Join(", ", nulls.Select(name => $"\"{name}\""))}}] }""",
        Interval = """{ "kind": "paired-t" }""",
    };

    public override string ToString() => $$"""
            { "id": "{{Id}}", "version": {{Version}}, "status": "{{Status}}", "tier": "{{Tier}}", "expect": "{{Expect}}",
              "statement": "{{Statement}}",
              "measure": {{Measure}},
              "comparator": {{Comparator}},
              "interval": {{Interval}},
              "preconditions": {{Preconditions}},
              "controls": {{Controls}}, "amendments": {{Amendments}}{{(Waived is null ? "" : $", \"waived\": {Waived}")}}{{(ForAll is null ? "" : $", \"forAll\": {ForAll}")}} }
        """;
}
