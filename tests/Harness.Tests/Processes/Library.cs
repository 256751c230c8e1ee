using Harness.Processes;
using Harness.Specs;
using Harness.Testing;
using Xunit;

namespace Harness.Tests.Processes;

/// <summary>The shipped processes, for tests that run over all of them that have matrices: those composed of factors have tests of their own.</summary>
internal static class Library
{
    private static readonly Dictionary<string, IProcessFamily> s_files = Read();

    public static IReadOnlyList<string> Ids { get; } = [.. s_files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Every process at its defaults (−1) and at the parameters of each of its known facts.</summary>
    public static TheoryData<string, int> Members
    {
        get
        {
            TheoryData<string, int> members = [];
            foreach (string id in Ids)
            {
                members.Add(id, -1);
                for (int i = 0; i < (File(id).Known?.Count ?? 0); i++)
                {
                    members.Add(id, i);
                }
            }
            return members;
        }
    }

    public static ProcessLibrary Open(List<Problem> problems) => new(new SpecFormat(), Repository.Processes, Repository.Root, problems);

    public static IProcessFamily File(string id) => s_files[id];

    public static HiddenMarkovModel Process(string id, params (string Name, double Value)[] with) => Process(id, with.ToDictionary(value => value.Name, value => value.Value));

    /// <summary>The process at the parameters of a known fact; at its defaults where the index is negative.</summary>
    public static HiddenMarkovModel Process(string id, int known) => Process(id, known < 0 ? [] : File(id).Known![known].Values(Scope.Root("test", null, [])));

    private static HiddenMarkovModel Process(string id, Dictionary<string, double> with)
    {
        List<Problem> problems = [];
        Scope at = Scope.Root(id, null, problems);
        LinearProcess? process = Make(id, with, at, Open(problems));
        Assert.Empty(problems);
        return Assert.IsType<HiddenMarkovModel>(process);
    }

    private static Dictionary<string, IProcessFamily> Read()
    {
        List<Problem> problems = [];
        ProcessLibrary library = Open(problems);
        Scope at = Scope.Root("test", null, problems);
        Dictionary<string, IProcessFamily> files = library.Ids(Repository.Root)
            .Where(id => Make(id, [], at, library) is HiddenMarkovModel)
            .ToDictionary(id => id, id => library.Find(id, Repository.Root, at)!.File);
        Assert.Empty(problems);
        return files;
    }

    private static LinearProcess? Make(string id, Dictionary<string, double> with, Scope at, ProcessLibrary library) =>
        library.Find(id, Repository.Root, at) is { } process ? library.Instantiate(process, with, at) : null;
}
