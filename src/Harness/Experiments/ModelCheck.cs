using Harness.Activations;
using Harness.Beliefs;
using Harness.Specs;

namespace Harness.Experiments;

/// <summary>Checks where the networks of an experiment come from: an architecture that is trained, or files.</summary>
internal static class ModelCheck
{
    /// <summary>Reports what is wrong with 'architecture', 'training' and 'model' as they stand in the spec.</summary>
    public static void Properties(ExperimentSpec spec, Scope at)
    {
        spec.Architecture?.Check(at["architecture"], spec.Data.Window);
        if (spec.Architecture is null && (spec.Model?.NeedsArchitecture ?? true))
        {
            at.Report(Problems.MissingProperty("architecture", "an object"));
        }
        if (spec.Model is null)
        {
            if (spec.Training is null && spec.Architecture?.Learns == true)
            {
                at.Report(Problems.MissingProperty("training", "an object with 'optimizer' and 'steps'"));
            }
            return;
        }
        if (spec.Training is not null)
        {
            at.NameOf("training").Report(Problems.Inconsistent("The networks of 'model' are judged as they are, so 'training' says nothing.", "Remove 'training', or remove 'model' to train networks here."));
        }
        if (spec.Architecture is { } architecture && (!spec.Model.NeedsArchitecture || !architecture.Learns))
        {
            at.NameOf("architecture").Report(Problems.Inconsistent(
                spec.Model.NeedsArchitecture ? "A network of this kind has no weights that could be read." : "A table of activations brings its own locations, so 'architecture' says nothing.",
                spec.Model.NeedsArchitecture ? "Name the architecture of the network that the files hold." : "Remove 'architecture'."));
        }
    }

    /// <summary>What can be read of the networks, and the files that they are in.</summary>
    /// <param name="tree">Null when the process or the window is wrong: then files are not opened.</param>
    /// <returns>No shape where the spec or the files have none that is sound.</returns>
    public static (INetworkShape? Shape, IReadOnlyList<ModelFile> Files) Files(ExperimentSpec spec, SpecFile file, BeliefTree? tree, SpecFormat format)
    {
        Scope at = file.Root["model"];
        if (spec.Model is not { } model)
        {
            return (spec.Architecture, []);
        }
        if (tree is null || (model.NeedsArchitecture && spec.Architecture is not { Learns: true }) || model.Files(at, file.Folder, spec.Seeds) is not { } files)
        {
            return (spec.Architecture, []);
        }
        INetworkShape? shape = model.Check(at, files, spec.Architecture, tree, format);
        return (shape ?? spec.Architecture, files);
    }
}
