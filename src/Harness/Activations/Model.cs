using System.Globalization;
using System.Security.Cryptography;
using Harness.Beliefs;
using Harness.Specs;
using Harness.Training;

namespace Harness.Activations;

/// <summary>Networks that were made before, here or elsewhere: a file for each seed, and nothing is trained.</summary>
/// <param name="Path">
/// Relative to the folder of the spec, which it may not leave, with forward slashes; <c>{seed}</c> stands for the seed, and may be left out where
/// there is one only.
/// </param>
internal abstract record Model(string Path)
{
    private const string SeedPlace = "{seed}";

    /// <summary>True when the spec must say of which architecture the networks are; false when it may not.</summary>
    public abstract bool NeedsArchitecture { get; }

    /// <summary>Reports what is wrong with the files; null when anything is.</summary>
    /// <returns>What can be read of every one of the networks.</returns>
    public abstract INetworkShape? Check(Scope at, IReadOnlyList<ModelFile> files, Architecture? architecture, BeliefTree tree, SpecFormat format);

    /// <summary>The parameters in a file that has been checked.</summary>
    public abstract TrainedParameters Read(ModelFile file, Architecture? architecture, BeliefTree tree);

    /// <summary>The network of a file, and the same before training where it can be had.</summary>
    public abstract NetworkPair Networks(ModelFile file, Architecture? architecture, BeliefTree tree, TrainedParameters trained);

    /// <summary>The files of the seeds; null when a problem was reported.</summary>
    /// <param name="folder">The spec's, absolute.</param>
    public IReadOnlyList<ModelFile>? Files(Scope at, string folder, IReadOnlyList<int> seeds)
    {
        int before = at.Reports;
        if (!StaysInside(folder))
        {
            at["path"].Report(ModelProblems.OutsideTheFolder(Path));
        }
        else if (seeds.Count > 1 && !Path.Contains(SeedPlace, StringComparison.Ordinal))
        {
            at["path"].Report(ModelProblems.OneFileForAll(Path, seeds.Count));
        }
        if (at.Reports > before)
        {
            return null;
        }
        List<ModelFile> files = [];
        foreach (int seed in seeds)
        {
            string name = Path.Replace(SeedPlace, seed.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            string full = System.IO.Path.GetFullPath(name, folder);
            Try(at, name, () =>
            {
                using FileStream content = File.OpenRead(full);
                files.Add(new ModelFile(seed, full, name, Convert.ToHexStringLower(SHA256.HashData(content))));
            });
        }
        return at.Reports > before ? null : files;
    }

    /// <summary>Does something with a file and reports what is the matter with it at the place of the path.</summary>
    protected static void Try(Scope at, string name, Action read)
    {
        try
        {
            read();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            at["path"].Report(ModelProblems.Missing(name));
        }
        catch (Exception error) when (error is FormatException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            at["path"].Report(ModelProblems.Unreadable(name, error.Message));
        }
    }

    /// <summary>The bytes of a file that was checked before.</summary>
    /// <exception cref="SpecException">They are others by now.</exception>
    protected static byte[] Unchanged(ModelFile file)
    {
        byte[] bytes = File.ReadAllBytes(file.Path);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == file.Sha256
            ? bytes
            : throw new SpecException([new Problem(file.Name, 1, 1, "$", ModelProblems.Changed(file.Name))]);
    }

    private bool StaysInside(string folder)
    {
        string inside = System.IO.Path.TrimEndingDirectorySeparator(folder) + System.IO.Path.DirectorySeparatorChar;
        return Path.Length > 0 && !System.IO.Path.IsPathRooted(Path) && !Path.Contains('\\', StringComparison.Ordinal) && !Path.Contains('\0', StringComparison.Ordinal)
            && System.IO.Path.GetFullPath(Path, folder).StartsWith(inside, StringComparison.Ordinal);
    }
}
