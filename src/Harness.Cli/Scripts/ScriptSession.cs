using System.Diagnostics;
using System.Reflection;
using FSharp.Compiler.Diagnostics;
using FSharp.Compiler.Interactive;
using Harness.Runner;
using Harness.Specs;
using Microsoft.FSharp.Core;

namespace Harness.Cli.Scripts;

/// <summary>A session of F# interactive in this process. It knows the assemblies of Harness, and scripts see that they are hosted by the symbol HOSTED.</summary>
internal sealed class ScriptSession : IDisposable
{
    private static readonly Assembly[] s_known =
        [typeof(SpecFile).Assembly, typeof(Torch.NativeRuntime).Assembly, typeof(Workspace).Assembly, typeof(Scripting.Experiment).Assembly];

    private readonly Shell.FsiEvaluationSession _session = Shell.FsiEvaluationSession.Create(
        Shell.FsiEvaluationSession.GetDefaultConfiguration(),
        ["fsi", "--noninteractive", "--nologo", "--quiet", "--define:HOSTED", .. s_known.Select(assembly => "-r:" + assembly.Location)],
        TextReader.Null, TextWriter.Null, TextWriter.Null, FSharpOption<bool>.None, null);

    /// <summary>Compiles a script and runs it.</summary>
    /// <param name="script">Absolute.</param>
    /// <returns>The module that holds its top-level values; null when it has none.</returns>
    /// <exception cref="SpecException">It cannot be compiled, or ends with an exception.</exception>
    public Type? Evaluate(string script, Workspace workspace)
    {
        HashSet<Assembly> before = [.. _session.DynamicAssemblies];
        (FSharpChoice<Unit, Exception> result, FSharpDiagnostic[] diagnostics) = _session.EvalScriptNonThrowing(script);
        Problem[] errors = [.. diagnostics.Where(diagnostic => diagnostic.Severity.IsError).Select(diagnostic => new Problem(
            workspace.Shown(diagnostic.FileName), diagnostic.StartLine, diagnostic.StartColumn + 1, "$", Problems.ScriptError(diagnostic.ErrorNumberText, diagnostic.Message)))];
        if (errors.Length > 0)
        {
            throw new SpecException(errors);
        }
        if (result is FSharpChoice<Unit, Exception>.Choice2Of2 failed)
        {
            throw Failure(failed.Item, script, workspace);
        }
        string name = Path.GetFileNameWithoutExtension(script), module = char.ToUpperInvariant(name[0]) + name[1..];
        return _session.DynamicAssemblies.Except(before).Reverse().SelectMany(assembly => assembly.GetTypes()).FirstOrDefault(type => type.Name == module);
    }

    public void Dispose() => ((IDisposable)_session).Dispose();

    // A spec that is wrong has places of its own.
    private static SpecException Failure(Exception thrown, string script, Workspace workspace)
    {
        Exception error = thrown;
        while (error is TargetInvocationException or TypeInitializationException && error.InnerException is { } inner)
        {
            error = inner;
        }
        if (error is SpecException wrong)
        {
            return wrong;
        }
        StackFrame? frame = new StackTrace(error, fNeedFileInfo: true).GetFrames().FirstOrDefault(frame => frame.GetFileName() == script);
        return new SpecException([new Problem(
            workspace.Shown(script), frame?.GetFileLineNumber() ?? 1, frame?.GetFileColumnNumber() ?? 1, "$", Problems.ScriptFailed(error.GetType().Name, error.Message))]);
    }
}
