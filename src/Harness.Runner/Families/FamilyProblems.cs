using Harness.Processes;
using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>Every message about families and falsification, each with its stable code.</summary>
internal static class FamilyProblems
{
    public static Finding UnknownFamily(string id, IEnumerable<string> known) => new(
        "FAM001", $"No family '{id}' is known.", $"Known families: {Listed(known)}. A family is a file in a folder 'families'; or give the path of one.");

    public static Finding DuplicateFamily(string id, string first, string second) =>
        new("FAM002", $"The family id '{id}' stands in two files: {first} and {second}.", "Give one of them another id.");

    public static Finding Reversed(double min, double max) =>
        new("FAM003", FormattableString.Invariant($"min is {min:R}, above max, which is {max:R}."), "Exchange them.");

    public static Finding Impossible(string what, string remedy) => new("FAM004", what, remedy);

    /// <summary>A trial draw that the loader of processes refuses.</summary>
    public static Finding BadDraw(int index, Problem problem) =>
        new("FAM005", FormattableString.Invariant($"Draw {index} of this family is no process: {problem.Finding.What}"), "Change the ranges so that every draw is a process.");

    public static Finding Generalised(string process) => new(
        "FAM006", $"'{process}' is a generalised model, whose matrices cannot be rearranged here.", "Draw it with \"kind\": \"parameters\", or use a hidden Markov model.");

    public static Finding UnknownClaim(string id, IEnumerable<string> known) => Problems.UnknownClaim("FAM007", id, known);

    public static Finding NoFamily(string claim) =>
        new("FAM008", $"'{claim}' does not say over which family it is claimed.", "Add --over <family>, or a \"forAll\" block to the claim.");

    public static void Order(Scope at, double min, double max)
    {
        if (min > max)
        {
            at["min"].Report(Reversed(min, max));
        }
    }

    public static bool IsId(string id) => ProcessCheck.IsId(id);

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } listed ? listed : "(none)";
}
