using Harness.Activations;
using Harness.Experiments;
using Harness.Reports;

namespace Harness.Runner.Tests;

public sealed class ExaminationCacheTests
{
    private const string Key = "abcdef0123456789abcdef0123456789";

    [Fact]
    public void GetOrExamine_SecondTime_GivesTheSameWithoutExamining()
    {
        using TemporaryFolder folder = new();
        ExaminationCache cache = new(folder.Root, _ => { });
        ReplicateResult made = cache.GetOrExamine(Key, () => Examined(folder));

        ReplicateResult found = cache.GetOrExamine(Key, () => throw new InvalidOperationException("examined again"));

        Assert.Equal(ReportFormat.Write(made), ReportFormat.Write(found));
        Assert.Equal(made.Picture!.Trained, found.Picture!.Trained);
        Assert.Equal(made.Readings.Keys, found.Readings.Keys);
    }

    [Fact]
    public void GetOrExamine_DamagedFile_IsNamedAndMadeAgain()
    {
        using TemporaryFolder folder = new();
        List<string> notes = [];
        ExaminationCache cache = new(folder.Root, notes.Add);
        cache.GetOrExamine(Key, () => Examined(folder));
        string file = Assert.Single(Directory.GetFiles(folder.Root, "*.examined", SearchOption.AllDirectories));
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"seed\"", "\"sead\"", StringComparison.Ordinal));
        bool again = false;

        cache.GetOrExamine(Key, () =>
        {
            again = true;
            return Examined(folder);
        });

        Assert.True(again);
        Assert.Contains("damaged", Assert.Single(notes), StringComparison.Ordinal);
    }

    private static ReplicateResult Examined(TemporaryFolder folder)
    {
        ExperimentPlan plan = Plans.With(new Planted(), folder, "planted", 1, 2, 3);
        return Experiment.Replicate(
            plan, plan.Spec.Seeds[0], task => (plan.Spec.Architecture!.Train(task, Training.NoTrainingStates.Instance, new Progress<Training.TrainingProgress>(), CancellationToken.None), false), examine => examine(), CancellationToken.None);
    }
}
