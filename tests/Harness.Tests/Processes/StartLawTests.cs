using Harness.Processes;
using Harness.Specs;
using Harness.Tests.Specs;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class StartLawTests
{
    [Fact]
    public void Start_OfAnErgodicChain_LeavesItsStationaryLaw()
    {
        HiddenMarkovModel process = FamilySource.Instantiate(Leaky("""[{ "state": "B", "weight": 3 }, { "state": "A", "weight": "p" }]""")).Process!;

        Assert.Equal(1 / 13d, process.Start[0], 1e-15);
        Assert.Equal(12 / 13d, process.Start[1], 1e-15);
        Assert.Equal(2 / 3d, process.Stationary[0], 1e-15);
    }

    [Fact]
    public void Start_OfAChainThatFallsApart_DeterminesItsLongRun()
    {
        (HiddenMarkovModel? process, string problems) = FamilySource.Instantiate(Leaky("""[{ "state": "A", "weight": 0.25 }, { "state": "B", "weight": 0.75 }]"""), """{ "p": 0, "q": 0 }""");

        Assert.Equal("", problems);
        Assert.Equal([0.25, 0.75], process!.Stationary);
    }

    [Fact]
    public void Start_InAStateThatIsLeftForEver_IsAllowed()
    {
        (HiddenMarkovModel? process, string problems) = FamilySource.Instantiate(Leaky("""[{ "state": "A", "weight": 1 }]"""), """{ "q": 0 }""");

        Assert.Equal("", problems);
        Assert.Equal([1, 0], process!.Start);
        Assert.Equal([0, 1], process.Stationary);
    }

    [Fact]
    public void Start_OverARepetition_GivesEachStateItsWeight() =>
        Assert.Equal([0, 1 / 3d, 2 / 3d], FamilySource.Instantiate(Ring.With("\"let\"", """ "start": [{ "state": "B{i}", "weight": "i", "for": { "i": [1, "n-1"] } }], "let" """.Trim())).Process!.Start);

    [Fact]
    public void Start_OfAGeneralisedProcess_IsScaledByTheReadout()
    {
        HiddenMarkovModel process = FamilySource.Instantiate(Generalised.With("\"let\"", """ "start": [{ "state": "total", "weight": 2 }, { "state": "x", "weight": -0.5 }], "let" """.Trim())).Process!;

        Assert.All(new[] { 1 / 3d, -1 / 12d, 0 }.Zip(process.Start), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
        Assert.Equal(1 / 3d, process.Stationary[0], 1e-15);
    }

    [Theory]
    [InlineData("""[{ "state": "C", "weight": 1 }]""", "a.json:5:24  SPEC062  $.start[0].state\n  'C' is not one of the states.\n  The states: A, B.")]
    [InlineData("""[{ "state": "A", "weight": -1 }]""", "a.json:5:39  SPEC067  $.start[0].weight\n  The weight -1 of state 'A' in the start is negative, with p = 0.25, q = 0.5.\n  A hidden Markov model starts with weights ≥ 0.")]
    [InlineData("""[{ "state": "A", "weight": 0 }]""", "a.json:5:12  SPEC064  $.start\n  The start has the total weight 0, so it cannot be scaled to 1, with p = 0.25, q = 0.5.\n  Give a state in which the process can begin a positive weight.")]
    [InlineData("[]", "a.json:5:12  SPEC064  $.start\n  The start has the total weight 0, so it cannot be scaled to 1, with p = 0.25, q = 0.5.\n  Give a state in which the process can begin a positive weight.")]
    [InlineData("""[{ "state": "A", "weight": "1/0" }]""", "a.json:5:39  SPEC017  $.start[0].weight\n  '1/0' divides by zero.\n  Change the expression, or restrict the parameter's range so that this cannot happen.")]
    public void Start_WithAMistake_IsReported(string start, string problem) => Assert.Equal(problem, FamilySource.Instantiate(Leaky(start)).Problems);

    [Theory]
    [InlineData("1 0 0", "")]
    [InlineData("2 0.1 0", "")]
    [InlineData("1 0", "a.json:1:1  SPEC068  $\n  '1 0' is not a belief over the 3 states total, x, y.\n  Give one number for each state, such that the total probability ηφ is positive.")]
    [InlineData("0 1 1", "a.json:1:1  SPEC068  $\n  '0 1 1' is not a belief over the 3 states total, x, y.\n  Give one number for each state, such that the total probability ηφ is positive.")]
    [InlineData("1 9 0", "a.json:1:1  SPEC066  $\n  The word '1' has the probability -0.4, as '1' follows with probability -0.4: negative, so this is not a process from this start.\n  Change the entries or the parameters so that no word has a negative probability.")]
    public void Begin_WithABelief_ScalesItOrSaysWhatIsWrong(string written, string problem)
    {
        List<Problem> problems = [];
        HiddenMarkovModel process = FamilySource.Instantiate(Generalised.Valid).Process!;
        double[] belief = [.. written.Split(' ').Select(weight => double.Parse(weight, System.Globalization.CultureInfo.InvariantCulture))];
        HiddenMarkovModel? begun = StartLaw.Begin(process, belief, Reading.Root("1", problems));

        Assert.Equal(problem, string.Join("\n", problems));
        Assert.Equal(problem.Length == 0, begun is not null);
        Assert.Equal(1 / 3d, begun?.Start[0] ?? (1 / 3d), 1e-14);
    }

    private static string Leaky(string start) => FamilySource.With("\"transitions\"", $"\"start\": {start}, \"transitions\"");
}
