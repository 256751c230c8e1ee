using System.Text.Json;
using Harness.Beliefs;
using Harness.Processes;
using Harness.Specs;
using Harness.Testing;
using Xunit;

namespace Harness.Tests.Beliefs;

/// <summary>What theory says of every shipped process, as accepted. Behind it stand the laws, the exact-fraction oracle and the published values.</summary>
public sealed class TheoryGoldenTests : IGoldenSource
{
    private const int Depth = 8;

    static IEnumerable<string> IGoldenSource.Goldens => Ids.Select(id => $"theory/{id.Data}.json");

    // The entropies of generalised models are bounded from above only; processes composed of them are too large to be written out.
    public static TheoryData<string> Ids => [.. Directory.GetFiles(Repository.Processes, "*.json").Order(StringComparer.Ordinal)
        .Where(file => File.ReadAllText(file) is var text && !text.Contains("\"kind\": \"ghmm\"", StringComparison.Ordinal) && !text.Contains("\"bloch-walk\"", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory, MemberData(nameof(Ids))]
    public void Theory_OfAShippedProcess_IsAsAccepted(string id)
    {
        List<Problem> problems = [];
        ProcessLibrary library = new(new SpecFormat(), Repository.Processes, Repository.Root, problems);
        HiddenMarkovModel model = Assert.IsType<HiddenMarkovModel>(library.Resolve(new ProcessReference(id), Repository.Root, Scope.Root(id, null, problems)));
        Golden.Check($"theory/{id}", TheoryJson.Write(ProcessTheory.Of(model, Depth)), new Tolerance(1e-9, 1e-10));
    }

    [Fact]
    public void Json_OfTheory_IsOneDocument()
    {
        using JsonDocument document = JsonDocument.Parse(TheoryJson.Write(ProcessTheory.Of(KnownProcesses.Coin(0.3), 2)));
        Assert.Equal("hmm", document.RootElement.GetProperty("kind").GetString());
    }
}
