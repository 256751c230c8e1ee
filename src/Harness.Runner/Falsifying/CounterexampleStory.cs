using Harness.Runner.Families;

namespace Harness.Runner.Falsifying;

/// <summary>A counterexample in words, and as a process file that tells where it comes from.</summary>
internal static class CounterexampleStory
{
    private const int LongestFamilyInId = 30;

    public static string Reason(Counterexample found) => FormattableString.Invariant(
        $"refuted on draw {found.Drawn.Draw} ({found.Drawn.Label}), and on fresh seeds; {Shrinking(found)}: {found.Confirmation.Reason.Text}");

    /// <summary>"shrunk in 3 of 17 tries to 2 states, …".</summary>
    public static string Shrinking(Counterexample found)
    {
        string tries = FormattableString.Invariant($"{found.Tried} {(found.Tried == 1 ? "try" : "tries")}");
        string end = found.Exhausted ? ", where the budget ended" : "";
        string dropped = found.Kept < found.Steps.Count ? FormattableString.Invariant($", after {found.Steps.Count - found.Kept} smaller ones that fresh seeds did not confirm") : "";
        return found.Kept == 0
            ? $"{(found.Exhausted ? "not shrunk within" : "nothing smaller refutes in")} {tries}{dropped}"
            : FormattableString.Invariant($"shrunk in {found.Kept} {(found.Kept == 1 ? "step" : "steps")} and {tries} to {found.Label}{dropped}{end}, refuted again on fresh seeds");
    }

    /// <summary>The command that finds it again.</summary>
    public static string Replay(FalsifyRequest request, int draw) => FormattableString.Invariant(
        $"harness falsify {request.Claim.Id} --over {request.Family.Id} --seed {request.Budget.Seed} --processes {Math.Max(request.Budget.Processes, 1)}") + FormattableString.Invariant($" (draw {draw})");

    public static string File(FalsifyRequest request, Counterexample found, Draw smallest)
    {
        string family = request.Family.Id.Length <= LongestFamilyInId ? request.Family.Id : request.Family.Id[..LongestFamilyInId].TrimEnd('-');
        return request.Family.Context.Write(smallest.File(
            FormattableString.Invariant($"counterexample-{family}-{request.Budget.Seed}-{found.Drawn.Draw}"),
            $"Counterexample to {request.Claim.Id}",
            Replay(request, found.Drawn.Draw),
            $"Claimed: {request.Claim.Statement} Here it is refuted: {found.Confirmation.Reason.Text}. Drawn from {request.Family.Law}, as {found.Drawn.Label}; {Shrinking(found)}."));
    }
}
