using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Harness.Processes;
using Harness.Processes.Compositions;
using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>Where a family stands: its processes are looked up from its folder, and what it draws becomes a process by the ordinary reading of process files.</summary>
/// <param name="Folder">Of the family's file, absolute.</param>
internal sealed record FamilyContext(SpecFormat Format, ProcessLibrary Library, string Folder)
{
    private static readonly Dictionary<string, double> s_defaults = [];

    private readonly JsonSerializerOptions _withoutNulls = new(Format.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>A draw as the text of a process file: whatever is done with it is done with what this says.</summary>
    public string Write(IProcessFamily file)
    {
        JsonObject document = JsonSerializer.SerializeToNode(file, file.GetType(), _withoutNulls)!.AsObject();
        // The schema comes first, as everywhere.
        if (document.Remove("$schema", out JsonNode? schema))
        {
            document.Insert(0, "$schema", schema);
        }
        return SpecText.Lay(document);
    }

    /// <summary>The process of a process file, read as any other; null when anything was reported.</summary>
    public LinearProcess? Read(string file, string json, List<Problem> problems)
    {
        Scope root = Scope.Root(file, SourceText.Parse(file, Encoding.UTF8.GetBytes(json), problems), problems);
        return SpecReader.Read<IProcessFamily>(root, Format) is { } read
            ? Library.Instantiate(new LoadedProcess(read, root, Folder), s_defaults, root)
            : null;
    }

    /// <summary>The process that a spec refers to, written out; null when it was reported why there is none.</summary>
    public HmmTable? Table(ProcessReference reference, Scope at) => Library.Resolve(reference, Folder, at) is { } process ? Table(process, at) : null;

    /// <summary>The same for a draw.</summary>
    public HmmTable? Table(Draw draw, Scope at) => draw as HmmTable ?? (Process(draw, at) is { } process ? Table(process, at) : null);

    /// <summary>The model of a table; null when it was reported why there is none.</summary>
    public HiddenMarkovModel? Model(HmmTable table, Scope at) => Process(table, at) as HiddenMarkovModel;

    /// <summary>A composed process, written out.</summary>
    public static HmmTable? Table(LinearProcess process, Scope at)
    {
        if (process.Kind == ProcessKind.Ghmm)
        {
            at.Report(FamilyProblems.Generalised(process.Id));
            return null;
        }
        try
        {
            return HmmTable.Of(Expansion.Of(process));
        }
        catch (CompositionException error)
        {
            at.Report(error.Finding);
            return null;
        }
    }

    // Of a part of a composition, as its file says; its first problem stands where the part does.
    private LinearProcess? Process(Draw part, Scope at)
    {
        List<Problem> problems = [];
        LinearProcess? process = Read(at.File, Write(part.File("part", "Part", "a family")), problems);
        if (problems.Count > 0)
        {
            at.Report(problems[0].Finding);
        }
        return process;
    }
}
