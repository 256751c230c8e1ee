using Harness.Specs;

namespace Harness.Claims;

/// <summary>Makes a claim one about every process of a family, to be tested by looking for a counterexample.</summary>
/// <remarks>
/// Processes are drawn independently from the law of the family. A process on which the claim is refuted, and again on fresh seeds, is a
/// counterexample. The process of the experiment only shows that the claim can be judged; its seeds say how many networks each process gets.
/// </remarks>
/// <param name="Over">The id of a family.</param>
/// <param name="Processes">How many eligible processes are tested.</param>
/// <param name="Minutes">No process is begun after this time; null: no limit.</param>
/// <param name="Seed">Of all that is drawn: processes, and the seeds of their networks.</param>
/// <param name="Draws">The most processes that are drawn, eligible or not; null: 100 for each that is to be tested.</param>
/// <param name="Shrinks">The most smaller processes that are tried on a counterexample.</param>
/// <param name="KeepGoing">True: tests all processes even when a counterexample is found, so that the failing fraction is estimated; the first one is shrunk at the end.</param>
/// <param name="FailingAtMost">What the bound on the failing fraction must reach for the claim to be supported; null: any bound will do, and is stated.</param>
internal sealed record ForAll(
    string Over,
    int Processes = 20,
    double? Minutes = null,
    int Seed = 1,
    Eligible? Eligible = null,
    int? Draws = null,
    int Shrinks = 40,
    bool KeepGoing = false,
    double? FailingAtMost = null)
{
    /// <summary>The level of the bound on the failing fraction; one-sided.</summary>
    public const double Level = 0.95;

    public int MostDraws => Draws ?? (int)Math.Min(int.MaxValue, 100L * Processes);

    public void Check(Scope at, Claim claim)
    {
        CheckBudget(at);
        Eligible?.Check(at["eligible"]);
        if (FailingAtMost is { } failing)
        {
            at["failingAtMost"].InRange(failing, 0, 1);
        }
        if (claim.Tier != Tier.Full)
        {
            at.Report(Problems.Inconsistent("A claim for all processes of a family trains networks on every one of them: it cannot be of the quick tier.", "Write \"tier\": \"full\"."));
        }
    }

    public void CheckBudget(Scope at)
    {
        at["processes"].InRange(Processes, 1, 1_000_000);
        at["seed"].InRange(Seed, 0, int.MaxValue);
        at["shrinks"].InRange(Shrinks, 0, 1_000_000);
        if (Minutes is { } minutes)
        {
            at["minutes"].Positive(minutes);
        }
        if (Draws is { } draws)
        {
            at["draws"].InRange(draws, 1, 100_000_000);
        }
    }
}
