namespace Harness.Specs;

/// <summary>Every message about a spec, in one place, each with its stable code.</summary>
internal static class Problems
{
    public static Finding NotJson(string detail) =>
        new("SPEC001", $"This is not JSON: {detail.Split(" LineNumber:")[0]}", "Mend the syntax at this place.");

    public static Finding UnknownProperty(string name, IEnumerable<string> known) =>
        new("SPEC002", $"'{name}' is not a property here.", Nearest(name, known, "Remove it. Known properties"));

    public static Finding DuplicateProperty(string name, int firstLine) =>
        new("SPEC003", FormattableString.Invariant($"'{name}' stands twice; the first is on line {firstLine}."), "Keep one of them.");

    public static Finding MissingProperty(string name, string expected) =>
        new("SPEC004", $"'{name}' is missing.", $"Add \"{name}\": {expected}.");

    public static Finding WrongType(string expected, string found) =>
        new("SPEC005", $"Expected {expected}, found {found}.", $"Write {expected} here.");

    public static Finding UnknownKind(string kind, IEnumerable<string> known) =>
        new("SPEC006", $"'{kind}' is not a kind that exists here.", Nearest(kind, known, "Known kinds"));

    public static Finding UnknownValue(string value, IEnumerable<string> known) =>
        new("SPEC007", $"'{value}' is not one of the values allowed here.", Nearest(value, known, "Allowed values"));

    public static Finding OutOfRange(string what, string remedy) => new("SPEC008", what, remedy);

    public static Finding FileTooLarge(long bytes, long limit) =>
        new("SPEC009", FormattableString.Invariant($"The file has {bytes} bytes; at most {limit} are read."), "Split it, or remove what is not a spec.");

    public static Finding MissingFile(string path) =>
        new("SPEC010", $"'{path}' does not exist.", "Check the path; it is relative to the current folder.");

    public static Finding UnknownSchema(string? schema) =>
        new("SPEC011", schema is null ? "The file does not say what it is: '$schema' is missing." : $"'{schema}' is not a schema of Harness.",
            "Write \"$schema\": \"../schema/process.schema.json\" for a process, \"../schema/experiment.schema.json\" for an experiment, or \"../schema/family.schema.json\" for a family.");

    public static Finding UnknownLocation(string location, string bound, string remedy) =>
        new("SPEC012", $"'{location}' does not exist: {bound}.", remedy);

    public static Finding UnknownProcess(string id, IEnumerable<string> known) =>
        new("SPEC013", $"No process '{id}' is known.", Nearest(id, known, "Known processes"));

    public static Finding DuplicateProcess(string id, string first, string second) =>
        new("SPEC014", $"The process id '{id}' stands in two files: {first} and {second}.", "Give one of them another id.");

    public static Finding UnknownParameter(string name, string process, IEnumerable<string> known) =>
        new("SPEC015", $"The process '{process}' has no parameter '{name}'.", Nearest(name, known, "Its parameters"));

    /// <param name="code">Of the command that asks for a claim by its id.</param>
    public static Finding UnknownClaim(string code, string id, IEnumerable<string> known) => new(
        code, $"No spec here has the claim '{id}'.", $"{DidYouMean(id, known) ?? "harness list claims shows those that are here."} Other specs are named with --specs.");

    public static Finding BadExpression(string expression, string detail) =>
        new("SPEC016", $"'{expression}' is not an expression that can be read: {detail}.",
            "Use numbers, + - * / ^, parentheses, sin cos exp log sqrt floor mod random, and names from 'parameters' and 'let'.");

    public static Finding DivisionByZero(string expression, string detail) =>
        new("SPEC017", $"'{expression}' divides by zero{detail}.", "Change the expression, or restrict the parameter's range so that this cannot happen.");

    public static Finding NotFinite(string expression, double value) =>
        new("SPEC018", FormattableString.Invariant($"'{expression}' gives {value}, which is not a finite number."), "Change the expression or the parameters.");

    public static Finding RowSum(string state, double sum, string given = "") =>
        new("SPEC019", FormattableString.Invariant($"The row of state '{state}' sums to {sum:R} over all symbols, not to 1 (tolerance 1e-9){given}."),
            "Make the probabilities of leaving the state sum to 1 over all symbols and target states.");

    public static Finding NegativeProbability(string symbol, string from, string to, double value, string given = "") =>
        new("SPEC020", FormattableString.Invariant($"P(emit '{symbol}', go to '{to}' | at '{from}') is {value:R}, which is negative{given}."),
            "A hidden Markov model has probabilities ≥ 0.");

    public static Finding UnreachableState(string state, string given = "") =>
        new("SPEC021", $"State '{state}' cannot be reached from any other recurrent state: its stationary probability is 0{given}.",
            "Remove the state, add a transition that leads to it, or add \"start\": [{ \"state\": …, \"weight\": … }].");

    public static Finding NotErgodic(IReadOnlyList<IReadOnlyList<string>> classes, string given = "") =>
        new("SPEC022", FormattableString.Invariant($"The states fall into {classes.Count} classes that are never left, {FirstOf(classes.Select(states => $"{{{FirstOf(states)}}}"))}, so the stationary law is not unique{given}."),
            "Add \"start\": [{ \"state\": …, \"weight\": … }] to say how the process begins, or split it into one file for each class.");

    public static Finding WrongShape(string what, int expected, int found) =>
        new("SPEC023", FormattableString.Invariant($"Expected {expected} {what}, found {found}."), FormattableString.Invariant($"Write exactly {expected}."));

    public static Finding MissingSymbol(string symbol) =>
        new("SPEC024", $"There is no transition matrix for the symbol '{symbol}'.", $"Add \"{symbol}\": [[…]] to 'transitions'.");

    public static Finding UnknownSymbol(string symbol) =>
        new("SPEC025", $"'{symbol}' is not one of the symbols.", "Remove it, or add it to 'symbols'.");

    public static Finding Empty(string what, string remedy) => new("SPEC026", $"There are no {what}.", remedy);

    public static Finding Duplicate(string what, string value) =>
        new("SPEC027", $"The {what} {value} stands twice.", $"Every {what} must be different: remove or change one.");

    public static Finding BadName(string name) =>
        new("SPEC028", $"'{name}' is not a usable name.", "Use a letter followed by letters and digits; not the name of a function: sin, cos, exp, log, sqrt, floor, mod, random.");

    public static Finding BadId(string id) =>
        new("SPEC044", $"'{id}' is not a usable id.", "Use lower-case letters, digits and single hyphens between them, such as golden-mean.");

    public static Finding BadLabel(string what, string label) =>
        new("SPEC045", $"'{label}' cannot name a {what}.", $"Use a short word without spaces, commas and semicolons for each {what}.");

    public static Finding WindowTooLong(int window, int positions) =>
        new("SPEC029", FormattableString.Invariant($"The window of {window} tokens is longer than the {positions} positions of the architecture."),
            FormattableString.Invariant($"Use a window of at most {positions}, or raise 'architecture.context'."));

    public static Finding CannotSeparate(string rival, string process, double rSquared) =>
        new("SPEC030", FormattableString.Invariant($"cannot-separate: on '{process}' the null '{rival}' alone gives R² = {rSquared:F6} in theory, so no network can exceed it by this margin."),
            "Leave this null out of the claim, or make the claim on a process that can separate the two.");

    public static Finding KnownFact(string fact, double stated, double computed, double tolerance) =>
        new("SPEC031", FormattableString.Invariant($"The file states {fact} = {stated:R}, but the process has {computed:R} (tolerance {tolerance:0e-0})."), "Correct the value or the matrices.");

    public static Finding Inconsistent(string what, string remedy) => new("SPEC032", what, remedy);

    public static Finding TooLarge(string what, string remedy) => new("SPEC033", what, remedy);

    /// <summary>Impossible word or start: not a spec, but an argument, in the same form.</summary>
    public static Finding ImpossibleWord(string word, string process) =>
        new("SPEC034", $"The word '{word}' has probability 0 in '{process}'.", "Ask for a word that the process can produce.");

    public static Finding Unreadable(string reason) =>
        new("SPEC040", $"The file cannot be read: {reason}", "Check that it is a readable file.");

    public static Finding TooMany(int limit) =>
        new("SPEC046", FormattableString.Invariant($"There are more than {limit} problems; the rest is not shown."), "Mend these first.");

    public static Finding NotASpec(string path) =>
        new("SPEC041", $"'{path}' is not a spec: specs are .json files.", "Give a .json file or a folder of them.");

    /// <summary>Checking specs runs no code, and a script is code.</summary>
    public static Finding IsAScript(string path) =>
        new("SPEC090", $"'{path}' is a script: what it makes is known only by running its code, which is not done here.",
            $"Run it on purpose: harness run {path} --dry-run evaluates it and checks its experiments. What a script saves as JSON is a spec.");

    /// <param name="code">The compiler's own code, such as FS0039.</param>
    public static Finding ScriptError(string code, string message) => new(code, message, "Mend the script at this place.");

    public static Finding ScriptFailed(string exception, string message) =>
        new("SPEC091", $"The script ended with an exception: {exception}: {message}", "Mend the script; nothing of it was run as an experiment.");

    public static Finding NoExperiments(string path) =>
        new("SPEC092", $"'{path}' has no top-level value that is an experiment or a list of them.",
            $"Add one: let spec = experiment \"my-question\" {{ … }}. A script that only prints is run by: dotnet fsi {path}");

    public static Finding UnknownName(string name, string expression, IEnumerable<string> known) =>
        new("SPEC042", $"'{name}' in '{expression}' is not defined.", Nearest(name, known, "Names defined in 'parameters' and 'let'"));

    public static Finding Circular(IEnumerable<string> names) =>
        new("SPEC043", $"The definition goes in a circle: {string.Join(" → ", names)}.", "Define one of these names without the others.");

    public static Finding NotInteger(string what, double value, string given = "") =>
        new("SPEC060", FormattableString.Invariant($"{what} is {value:R}, which is not an integer{(Math.Abs(value) > int.MaxValue ? " of 32 bits" : "")}{given}."), "Use a whole number here.");

    public static Finding UnbalancedBraces(string label) =>
        new("SPEC061", $"The braces of '{label}' do not pair up.", "Write an expression in braces, such as \"B{i+1}\"; a name cannot hold other braces.");

    public static Finding UnknownLabel(string what, string label, IEnumerable<string> known, string given = "") =>
        new("SPEC062", $"'{label}' is not one of the {what}s{given}.", Nearest(label, known, $"The {what}s"));

    public static Finding RowWithoutWeight(string state, double total, string given = "") =>
        new("SPEC063", FormattableString.Invariant($"The weights of leaving state '{state}' sum to {total:R} over all symbols, so they cannot be scaled to 1{given}."),
            "Give the state a transition of positive weight.");

    public static Finding BadStart(double total, string given = "") =>
        new("SPEC064", FormattableString.Invariant($"The start has the total weight {total:R}, so it cannot be scaled to 1{given}."), "Give a state in which the process can begin a positive weight.");

    public static Finding NegativeStart(string state, double weight, string given = "") =>
        new("SPEC067", FormattableString.Invariant($"The weight {weight:R} of state '{state}' in the start is negative{given}."), "A hidden Markov model starts with weights ≥ 0.");

    public static Finding BadBelief(string belief, IReadOnlyCollection<string> states, bool generalised) =>
        new("SPEC068", FormattableString.Invariant($"'{belief}' is not a belief over the {states.Count} states {FirstOf(states)}."),
            generalised ? "Give one number for each state, such that the total probability ηφ is positive." : "Give one number ≥ 0 for each state, not all of them 0.");

    public static Finding NoFixedPoint(string what, string remedy) => new("SPEC065", what, remedy);

    /// <summary>A generalised process that is none.</summary>
    public static Finding NegativeWord(string word, double probability, string last, double conditional, string given = "") =>
        new("SPEC066", FormattableString.Invariant($"The word '{word}' has the probability {probability:G9}, as '{last}' follows with probability {conditional:G9}: negative, so this is not a process{given}."),
            "Change the entries or the parameters so that no word has a negative probability.");

    public static Finding CircularProcess(IEnumerable<string> ids) =>
        new("SPEC073", $"The processes refer to each other in a circle: {string.Join(" → ", ids)}.", "Compose one of them without the others.");

    public static Finding WeightSum(double sum) =>
        new("SPEC074", FormattableString.Invariant($"The weights of the components sum to {sum:R}, not to 1 (tolerance 1e-9)."), "Make them sum to 1, or leave them all out for equal weights.");

    public static Finding UnequalVariants(string variant, string first, string difference) =>
        new("SPEC075", $"'{variant}' cannot take turns with '{first}': {difference}.", "Use variants that have the same states, symbols and readout, such as one process with different parameters.");

    public static Finding NotStationary(string process) =>
        new("SPEC070", $"'{process}' does not start from its stationary law, so that there is no process of the same words backwards.",
            "Reverse a process with a stationary start: put 'reverse' inside 'bos', or leave out the start.");

    /// <param name="why">What asks for matrices, as a sentence with a space behind it; empty where it is clear.</param>
    public static Finding ExpansionTooLarge(string process, long symbols, double states, long limit, string why = "") =>
        new("SPEC071", FormattableString.Invariant($"{why}Written out, '{process}' has {symbols} matrices of {states} × {states} numbers; at most {limit} numbers are held."),
            "Use fewer or smaller factors.");

    public static Finding JointTooLarge(string process, double states, long limit) =>
        new("SPEC072", FormattableString.Invariant($"The joint belief of '{process}' has {states} coordinates; at most {limit} are followed."),
            "Apply noise or a merging of symbols to the factors one by one, or use fewer factors.");

    private static string FirstOf(IEnumerable<string> items, int most = 8)
    {
        string[] shown = [.. items.Take(most + 1)];
        return string.Join(", ", shown.Length <= most ? shown : [.. shown[..most], "…"]);
    }

    private static string Nearest(string name, IEnumerable<string> known, string otherwise)
    {
        string[] names = [.. known.Distinct()];
        return DidYouMean(name, names) ?? $"{otherwise}: {FirstOf(names, 40)}.";
    }

    // Null where nothing is near. Two names that share no letter are not, however short they are.
    private static string? DidYouMean(string name, IEnumerable<string> known) => known
        .Where(candidate => EditDistance(name, candidate) is int distance
            && distance <= Math.Max(1, Math.Min(name.Length, candidate.Length) / 3) && distance < Math.Max(name.Length, candidate.Length))
        .MinBy(candidate => EditDistance(name, candidate)) is { } nearest ? $"Did you mean '{nearest}'?" : null;

    private static int EditDistance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
