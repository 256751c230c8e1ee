using Harness.Processes;
using Harness.Specs;
using Harness.Tests.Specs;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class ProcessFileTests
{
    [Fact]
    public void Instantiate_WithDefaults_FillsTheMatrices()
    {
        (HiddenMarkovModel? process, string problems) = FamilySource.Instantiate(FamilySource.Valid);

        Assert.Equal("", problems);
        Assert.Equal([0.75, 0, 0.5, 0], process!.TransitionMatrix(0).ToArray());
        Assert.Equal([0, 0.25, 0, 0.5], process.TransitionMatrix(1).ToArray());
        Assert.Equal(2 / 3d, process.Stationary[0], 1e-15);
        Assert.Equal(process.Stationary, process.Start);
        Assert.Equal(("leaky", 0.25, 0.5), (process.Id, process.Parameters["p"], process.Parameters["q"]));
        Assert.Equal(2, process.Parameters.Count);
    }

    [Fact]
    public void Instantiate_WithParameters_UsesThem()
    {
        (HiddenMarkovModel? process, string problems) = FamilySource.Instantiate(FamilySource.Valid, """{ "p": 0.125 }""");

        Assert.Equal("", problems);
        Assert.Equal(0.875, process!.TransitionMatrix(0)[0]);
    }

    [Fact]
    public void Instantiate_UnknownAndBadParameters_AreReportedWhereTheyWereAskedFor()
    {
        (HiddenMarkovModel? process, string problems) = FamilySource.Instantiate(FamilySource.Valid, """{ "pp": 0.5, "q": 1.5 }""");

        Assert.Null(process);
        Assert.Equal("""
            use.json:1:19  SPEC008  $.q
              1.5 is out of range: q must be between 0 and 1.
              Use a value from 0 to 1.
            use.json:1:9  SPEC015  $.pp
              The process 'leaky' has no parameter 'pp'.
              Did you mean 'p'?
            """, string.Join("\n", problems.Split('\n').Take(6)));
    }

    [Fact]
    public void Instantiate_ParameterOutOfRange_IsReportedAloneWithoutWhatFollowsFromIt() =>
        Assert.Equal("""
            use.json:1:8  SPEC008  $.p
              1.5 is out of range: p must be between 0 and 1.
              Use a value from 0 to 1.
            """, FamilySource.Instantiate(FamilySource.Valid, """{ "p": 1.5 }""").Problems);

    [Fact]
    public void Instantiate_RowsThatDoNotSumToOne_AreReportedAtTheirStatesWithTheParameters() =>
        Assert.Equal("""
            a.json:2:37  SPEC019  $.states[0]
              The row of state 'A' sums to 1.25 over all symbols, not to 1 (tolerance 1e-9), with p = 0.25, q = 0.5.
              Make the probabilities of leaving the state sum to 1 over all symbols and target states.
            a.json:2:42  SPEC019  $.states[1]
              The row of state 'B' sums to 0.75 over all symbols, not to 1 (tolerance 1e-9), with p = 0.25, q = 0.5.
              Make the probabilities of leaving the state sum to 1 over all symbols and target states.
            """, FamilySource.Instantiate(FamilySource.With("\"stay\", 0], [\"back\"", "1, 0], [\"back/2\"")).Problems);

    [Fact]
    public void Instantiate_RowsWithinRounding_AreAccepted() =>
        Assert.NotNull(FamilySource.Instantiate(FamilySource.With("\"1 - p\"", "\"1 - p + 1e-10\"")).Process);

    [Fact]
    public void Instantiate_NegativeProbabilities_AreReportedAtTheirCells() =>
        Assert.Equal("""
            a.json:6:12  SPEC020  $.transitions.0[0][0]
              P(emit '0', go to 'A' | at 'A') is -0.25, which is negative, with p = 0.25, q = 0.5.
              A hidden Markov model has probabilities ≥ 0.
            """, FamilySource.Instantiate(FamilySource.With("\"stay\", 0", "\"-p\", 0")).Problems);

    [Fact]
    public void Instantiate_BadExpressions_AreReportedAtTheirCells() =>
        Assert.Equal("""
            a.json:6:12  SPEC016  $.transitions.0[0][0]
              '1 -' is not an expression that can be read: it ends too early.
              Use numbers, + - * / ^, parentheses, sin cos exp log sqrt, and names from 'parameters' and 'let'.
            a.json:6:25  SPEC042  $.transitions.0[1][0]
              'bakc' in 'bakc' is not defined.
              Names defined in 'parameters' and 'let': p, q, stay, back, one.
            a.json:7:12  SPEC017  $.transitions.1[0][0]
              '1/(p - p)' divides by zero: p - p is 0 with p = 0.25.
              Change the expression, or restrict the parameter's range so that this cannot happen.
            """, FamilySource.Instantiate(FamilySource.With("\"0\": [[\"stay\", 0], [\"back\"", "\"0\": [[\"1 -\",  0], [\"bakc\"")
                .Replace("[[0, \"p\"]", "[[\"1/(p - p)\", \"p\"]", StringComparison.Ordinal)).Problems);

    [Fact]
    public void Instantiate_AStateThatIsNeverReEntered_IsReported() =>
        Assert.Equal("""
            a.json:2:37  SPEC021  $.states[0]
              State 'A' cannot be reached from any other recurrent state: its stationary probability is 0, with p = 0.25, q = 0.
              Remove the state, or add a transition that leads to it.
            """, FamilySource.Instantiate(FamilySource.Valid, """{ "q": 0 }""").Problems);

    [Fact]
    public void Instantiate_AProcessThatFallsApart_NamesOneStateOfEachClass() =>
        Assert.Equal("""
            a.json:2:42  SPEC022  $.states[1]
              States 'A' and 'B' belong to different recurrent classes, so the stationary law is not unique, with p = 0, q = 0.
              Split the process into one file for each class.
            """, FamilySource.Instantiate(FamilySource.Valid, """{ "p": 0, "q": 0 }""").Problems);

    [Fact]
    public void Instantiate_ProbabilitiesBeyondFloat64_AreReported() =>
        Assert.Equal("""
            a.json:2:36  SPEC032  $.states
              The stationary law cannot be computed: the probabilities differ by more than float64 can hold, with p = 1, q = 1E-320.
              Use less extreme probabilities.
            """, FamilySource.Instantiate(FamilySource.Valid, """{ "p": 1, "q": 1e-320 }""").Problems);

    [Fact]
    public void Check_KnownStationaryLaw_IsHeldAgainstTheMatrices()
    {
        Assert.Equal("", FamilySource.Check(FamilySource.Valid));
        Assert.StartsWith("""
            a.json:8:56  SPEC031  $.known[0].stationary[0]
              The file states the stationary probability of 'A' = 0.3333333333333333, but the process has 0.5 (tolerance 1e-6).
              Correct the value or the matrices.
            """, FamilySource.Check(FamilySource.With("[\"1/2\", \"1/2\"]", "[ \"1/3\", \"1/2\"]")));
    }

    [Fact]
    public void Check_KnownFactsOfUnknownParameters_AreReported() =>
        Assert.Equal("""
            a.json:8:31  SPEC015  $.known[0].with.r
              The process 'leaky' has no parameter 'r'.
              Its parameters: p, q.
            """, FamilySource.Check(FamilySource.With("\"with\": { \"p\"", "\"with\": { \"r\"")));

    [Fact]
    public void Instantiate_TheSameMistakeTwice_FailsTwiceButIsShownOnce()
    {
        List<Problem> problems = [];
        Scope file = Reading.Root(FamilySource.With("\"1 - p\"", "\"1 + p\""), problems);
        ProcessFile process = SpecReader.Read<ProcessFile>(file, Reading.Format)!;

        Assert.Null(process.Instantiate(new Dictionary<string, double>(), file, file));
        Assert.Null(process.Instantiate(new Dictionary<string, double>(), file, file));
        Assert.Equal("SPEC019", Assert.Single(problems).Finding.Code);
    }
}
