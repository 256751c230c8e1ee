using Harness.Specs;

namespace Harness.Processes;

/// <summary>Judges the state chain of a hidden Markov model.</summary>
internal static class ChainCheck
{
    /// <summary>Largest distance of a row's sum from 1 that is taken for rounding.</summary>
    public const double RowTolerance = 1e-9;

    /// <summary>Reports every row that does not sum to 1.</summary>
    public static void Rows(FamilyMember member, double[] chain)
    {
        int states = member.States.Count;
        for (int state = 0; state < states; state++)
        {
            double sum = chain.AsSpan(state * states, states).ToArray().Sum();
            if (Math.Abs(sum - 1) > RowTolerance)
            {
                member.States.Place(state).Report(Problems.RowSum(member.States.Names[state], sum, member.Given));
            }
        }
    }

    /// <summary>Reports states that are left for ever, and a chain that falls apart: without a start the process is not determined.</summary>
    public static void Ergodic(FamilyMember member, RecurrentClasses classes)
    {
        foreach (int state in classes.Transient)
        {
            member.States.Place(state).Report(Problems.UnreachableState(member.States.Names[state], member.Given));
        }
        if (classes.Classes.Count > 1)
        {
            member.At["states"].Report(Problems.NotErgodic([.. classes.Classes.Select(states => states.Select(state => member.States.Names[state]).ToArray())], member.Given));
        }
    }
}
