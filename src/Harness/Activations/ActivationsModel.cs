using Harness.Beliefs;
using Harness.Specs;
using Harness.Training;

namespace Harness.Activations;

/// <summary>Activations that were made elsewhere, of networks of any kind: an <see cref="ActivationTable"/> for each seed.</summary>
/// <remarks>The tables bring their own locations, so that the spec names no architecture. The null <c>untrained</c> is defined where they have that network too.</remarks>
[Kind("activations")]
internal sealed record ActivationsModel(string Path) : Model(Path)
{
    public override bool NeedsArchitecture => false;

    public override INetworkShape? Check(Scope at, IReadOnlyList<ModelFile> files, Architecture? architecture, BeliefTree tree, SpecFormat format)
    {
        int before = at.Reports;
        HookWidths? shape = null;
        string first = "";
        foreach (ModelFile file in files)
        {
            Try(at, file.Name, () =>
            {
                using FileStream content = File.OpenRead(file.Path);
                using ActivationTable table = ActivationTable.Open(content);
                int faults = at.Reports;
                table.Check(at["path"], file.Name, tree);
                if (at.Reports > faults)
                {
                    return;
                }
                HookWidths own = HookWidths.Of(table);
                if (shape is null)
                {
                    (shape, first) = (own, file.Name);
                }
                if (!own.Same(shape))
                {
                    at["path"].Report(ModelProblems.OtherLocations(file.Name, first));
                }
            });
        }
        return at.Reports == before ? shape : null;
    }

    public override TrainedParameters Read(ModelFile file, Architecture? architecture, BeliefTree tree)
    {
        Unchanged(file);
        return new TrainedParameters([], new TrainingRecord(0, null, []));
    }

    public override NetworkPair Networks(ModelFile file, Architecture? architecture, BeliefTree tree, TrainedParameters trained)
    {
        using FileStream content = File.OpenRead(file.Path);
        using ActivationTable table = ActivationTable.Open(content);
        return new NetworkPair(new TabulatedNetwork(file.Path, untrained: false), table.HasUntrained ? new TabulatedNetwork(file.Path, untrained: true) : null);
    }
}
