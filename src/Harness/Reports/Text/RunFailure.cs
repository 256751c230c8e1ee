using Harness.Specs;

namespace Harness.Reports.Text;

/// <summary>A run that came to no verdict: its specs are invalid, or something broke.</summary>
/// <param name="Kind">invalid-spec, crash or nothing-selected.</param>
/// <param name="Problems">Empty unless specs or arguments are invalid.</param>
/// <param name="Message">What is shown where there are no problems.</param>
internal sealed record RunFailure(string Kind, IReadOnlyList<Problem> Problems, string Message)
{
    public static RunFailure NothingSelected { get; } = new("nothing-selected", [], "The selection matched no claim: nothing was run.");

    public static RunFailure Of(Exception error) =>
        error is SpecException invalid ? new RunFailure("invalid-spec", invalid.Problems, "") : new RunFailure("crash", [], error.ToString());
}
