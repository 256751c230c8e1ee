using System.Text;
using Harness.Experiments;
using Harness.Specs;
using Harness.Testing;

namespace Harness.Runner.Tests;

/// <summary>Experiments that a program made, among those of files.</summary>
public sealed class SpecLoadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_ExperimentsThatAProgramMade_FollowThoseOfFiles()
    {
        File.WriteAllText(_folder.In("a.json"), Plans.Tiny);

        (IReadOnlyList<LoadedExperiment> experiments, int processes) = SpecLoading.Load(["a.json"], Workspace, Made(Plans.Tiny.Replace("tiny", "made", StringComparison.Ordinal)));

        Assert.Equal(["tiny at a.json", "made at made.fsx"], experiments.Select(experiment => $"{experiment.Spec.Id} at {experiment.File}"));
        Assert.Equal(0, processes);
    }

    [Fact]
    public void Load_AnExperimentMadeTwice_NamesBothPlaces()
    {
        SpecException error = Assert.Throws<SpecException>(() => SpecLoading.Load([], Workspace, Made(Plans.Tiny), Made(Plans.Tiny)));

        Assert.Equal(["SPEC027", "SPEC027"], error.Problems.Select(problem => problem.Finding.Code));
        Assert.Contains("(also in made.fsx:2)", error.Problems[0].Finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AProcessMadeForAnExperiment_IsFoundByThatOneOnly()
    {
        string process = File.ReadAllText(Path.Combine(Repository.Processes, "z1r.json")).Replace("\"z1r\"", "\"own\"", StringComparison.Ordinal);
        string experiment = Plans.Tiny.Replace("\"z1r\"", "\"own\"", StringComparison.Ordinal);

        Assert.Equal("own", Assert.Single(SpecLoading.Load([], Workspace, Made(experiment, process)).Experiments).Process.Id);
        SpecException error = Assert.Throws<SpecException>(() => SpecLoading.Load([], Workspace, Made(experiment, process), Made(experiment.Replace("tiny", "other", StringComparison.Ordinal))));
        Assert.Equal("SPEC013", Assert.Single(error.Problems).Finding.Code);
    }

    private Workspace Workspace => new(_folder.Root, Repository.Processes);

    private MadeExperiment Made(string experiment, params string[] processes) => new(Spec(experiment), [.. processes.Select(Spec)]);

    private MadeSpec Spec(string json) => new(_folder.In("made.fsx"), SourceText.Parse("made.fsx", Encoding.UTF8.GetBytes(json), [])!);
}
