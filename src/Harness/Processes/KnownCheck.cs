using Harness.Specs;

namespace Harness.Processes;

/// <summary>Holds those known facts against a process that follow from its matrices at once: π, φ and single words.</summary>
internal static class KnownCheck
{
    /// <summary>Facts are quoted to at least this precision.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>Words are golden vectors, quoted to nine digits.</summary>
    public const double WordTolerance = 1e-8;

    /// <summary>Makes the process of a file with its default parameters and with those of each known fact, which are held against it.</summary>
    /// <param name="make">Makes a member of the family from parameters, which were asked for at a place; null when anything was reported.</param>
    public static void CheckFamily(IProcessFamily family, Scope file, Func<IReadOnlyDictionary<string, double>, Scope, LinearProcess?> make)
    {
        LinearProcess? standard = make(new Dictionary<string, double>(), file["parameters"]);
        for (int i = 0; standard is not null && i < (family.Known?.Count ?? 0); i++)
        {
            Scope at = file["known"][i];
            if (make(family.Known![i].Values(at), at["with"]) is { } process)
            {
                Check(family.Known[i], process, at);
            }
        }
    }

    public static void Check(KnownFacts facts, LinearProcess process, Scope at)
    {
        Vector(facts.Stationary, process.Stationary, Tolerance, process.States, "state", state => $"the stationary probability of '{state}'", at["stationary"]);
        if (facts.Readout is not null)
        {
            Vector(facts.Readout, process.JointReadout(), WordTolerance, process.JointStates(), "state", state => $"φ at '{state}'", at["readout"]);
        }
        for (int i = 0; i < (facts.Words?.Count ?? 0); i++)
        {
            Word(facts.Words![i], process, at["words"][i]);
        }
    }

    private static void Word(KnownWord known, LinearProcess process, Scope at)
    {
        double probability = 1;
        double[] belief = [.. process.Start], next = new double[process.StateCount];
        foreach (string token in known.Word.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int symbol = process.Symbols.ToList().IndexOf(token);
            if (symbol < 0)
            {
                at["word"].Report(Problems.UnknownSymbol(token));
                return;
            }
            probability *= probability > 0 ? process.Advance(belief, symbol, next) : 0;
            (belief, next) = (next, belief);
        }
        string word = $"of the word '{known.Word}'";
        if (known.Probability is { } stated)
        {
            Number(stated, probability, WordTolerance, $"the probability {word}", at["probability"]);
        }
        if (probability <= 0 && (known.Belief ?? known.NextToken) is not null)
        {
            at["word"].Report(Problems.ImpossibleWord(known.Word, process.Id));
            return;
        }
        double[] law = new double[process.SymbolCount];
        process.NextToken(belief, law);
        Vector(known.Belief, belief, WordTolerance, process.States, "state", state => $"the belief {word} in '{state}'", at["belief"]);
        Vector(known.NextToken, law, WordTolerance, process.Symbols, "symbol", symbol => $"the probability of '{symbol}' after '{known.Word}'", at["nextToken"]);
    }

    private static void Vector(
        IReadOnlyList<Scalar>? stated, IReadOnlyList<double> computed, double tolerance, IReadOnlyList<string> labels, string label, Func<string, string> describe, Scope at)
    {
        if (stated is null)
        {
            return;
        }
        if (stated.Count != computed.Count)
        {
            at.Report(Problems.WrongShape($"numbers, one for each {label}", computed.Count, stated.Count));
            return;
        }
        for (int i = 0; i < computed.Count; i++)
        {
            Number(stated[i], computed[i], tolerance, describe(labels[i]), at[i]);
        }
    }

    private static void Number(Scalar stated, double computed, double tolerance, string fact, Scope at)
    {
        double value = stated.Constant(at);
        if (Math.Abs(value - computed) > tolerance)
        {
            at.Report(Problems.KnownFact(fact, value, computed, tolerance));
        }
    }
}
