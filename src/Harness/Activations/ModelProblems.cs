using System.Globalization;
using Harness.Specs;

namespace Harness.Activations;

/// <summary>Every message about the files of networks, each with its stable code.</summary>
internal static class ModelProblems
{
    private const int MostShown = 5;

    public static Finding OutsideTheFolder(string path) => new(
        "MODEL001", $"'{path}' is not a path inside the spec's folder.", "Put the files beside or below the spec, and name them relative to it with forward slashes.");

    public static Finding OneFileForAll(string path, int seeds) => new(
        "MODEL002", FormattableString.Invariant($"'{path}' is one file for {seeds} seeds, so every replicate would be the same network."),
        "Write {seed} where the seed stands in the names of the files, such as weights/{seed}.safetensors; or keep one seed.");

    public static Finding Missing(string file) => new("MODEL003", $"'{file}' does not exist.", "Check the path, which is relative to the spec's folder, and that there is a file for every seed.");

    public static Finding Unreadable(string file, string why) => new("MODEL004", $"'{file}' cannot be read: {why.TrimEnd('.')}.", "Write or copy the file again, with numbers of a kind that is read.");

    public static Finding Changed(string file) => new("MODEL005", $"'{file}' has changed since it was checked.", "Run again once nothing writes to it any more.");

    public static Finding MissingTensors(string file, IReadOnlyList<string> names, int expected) => new(
        "MODEL006", FormattableString.Invariant($"'{file}' lacks {names.Count} of the {expected} tensors of this architecture: {Some(names)}."),
        "Name the tensors as harness run does in weights/, or describe the network that the file holds in 'architecture'.");

    public static Finding UnknownTensors(string file, IReadOnlyList<string> names) => new(
        "MODEL007", FormattableString.Invariant($"'{file}' has {Plural(names.Count, "tensor")} that this architecture does not have: {Some(names)}."),
        "Describe the network that the file holds in 'architecture', or leave these tensors out of the file.");

    public static Finding WrongShape(string file, string name, IEnumerable<int> found, IEnumerable<int> expected) => new(
        "MODEL008", $"'{name}' is {Shape(found)} in '{file}', and {Shape(expected)} by the architecture.", "Describe the network that the file holds in 'architecture', or transpose the tensor to this shape.");

    public static Finding WrongVocabulary(string file, string name, IEnumerable<int> found, string process, int symbols) => new(
        "MODEL009", FormattableString.Invariant($"'{file}' is of another vocabulary: '{name}' is {Shape(found)}, and '{process}' has {symbols} symbols."),
        "Use a network of this process's tokens, in the order of its symbols, or name the process that it was trained on.");

    public static Finding NotFinite(string file, string name) => new(
        "MODEL010", $"'{name}' in '{file}' has values that are not finite numbers.", "Use a network whose training did not diverge.");

    public static Finding OtherArchitecture(string file, string says) => new(
        "MODEL011", $"'{file}' says that it holds another architecture: {says}.", "Copy that into 'architecture'.");

    public static Finding MissingArrays(string file, IReadOnlyList<string> names) => new(
        "MODEL012", $"'{file}' lacks the {(names.Count == 1 ? "array" : "arrays")} {Some(names)}.", "A table needs prefix, log_probabilities and trained/<hook> for at least one hook; see the README.");

    public static Finding WrongArray(string file, string name, IEnumerable<int> found, string expected) => new(
        "MODEL013", $"'{name}' in '{file}' has the shape {Shape(found)} and not {expected}.", "Give every array one row for each row of prefix.");

    public static Finding MissingContexts(string file, int missing, int all, string first) => new(
        "MODEL014", FormattableString.Invariant($"'{file}' lacks {missing} of the {all} contexts of this process and window, the first of them '{first}'."),
        "Add a row for every word of length 1 to the window that the process can produce, or use a smaller window.");

    public static Finding UnknownContexts(string file, int unknown, string first) => new(
        "MODEL015", FormattableString.Invariant($"'{file}' has {Plural(unknown, "row")} for no context of this process and window, the first of them '{first}'."),
        "Leave these rows out, or check the process, its parameters, the order of its symbols and the window.");

    public static Finding RepeatedContexts(string file, int repeated, string first) => new(
        "MODEL016", FormattableString.Invariant($"'{file}' has {Plural(repeated, "row")} too many: contexts that it has already, the first of them '{first}'."), "Keep one row for each context.");

    public static Finding NotALaw(string file, string name, string word, double total) => new(
        "MODEL017", FormattableString.Invariant($"'{name}' in '{file}' is not made of log-probabilities: after '{word}' their exponentials sum to {total:G6}."), "Give natural logarithms of probabilities (log_softmax), not logits.");

    public static Finding OtherLocations(string file, string first) => new(
        "MODEL018", $"'{file}' has other hooks or widths than '{first}'.", "Give every seed's table the same arrays with the same widths.");

    public static Finding HalfAnUntrainedNetwork(string file, IReadOnlyList<string> names) => new(
        "MODEL019", $"'{file}' has only a part of the untrained network: it lacks {Some(names)}.", "Add the missing arrays, or leave out every untrained one.");

    private static string Plural(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Shape(IEnumerable<int> sizes) => $"[{string.Join(", ", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)))}]";

    private static string Some(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostShown).Select(name => $"'{name}'")) + (names.Count > MostShown ? ", …" : "");
}
