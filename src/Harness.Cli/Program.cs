using System.CommandLine;
using System.Runtime.InteropServices;
using Harness.Beliefs;
using Harness.Cli;
using Harness.Cli.Commands;
using Harness.Experiments;
using Harness.Specs;
using Harness.Torch;

RootCommand root = new("Judges claims about belief geometry in small sequence models: supported, refuted or inconclusive.")
{
    ListCommand.Create(), ValidateCommand.Create(), TheoryCommand.Create(), RunCommand.Create(), FalsifyCommand.Create(), ReportCommand.Create(), AcceptCommand.Create(),
    DiffCommand.Create(), NewCommand.Create(), RegisterCommand.Create(), SchemaCommand.Create(), CacheCommand.Create(),
};
root.Add(CommonOptions.Quiet);
root.Add(CommonOptions.Verbose);
ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }
    Console.Error.WriteLine("Run it with --help to see what it takes.");
    return ExitCode.Invalid;
}
Output output = CommonOptions.Output(parsed);
int interrupted = ExitCode.Interrupted;
using CancellationTokenSource stop = new();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupted = signal.Signal == PosixSignal.SIGTERM ? ExitCode.Terminated : ExitCode.Interrupted;
    output.Error("stopping: replicates that are done stay in the cache, the ones at work leave their state to go on from");
    stop.Cancel();
}
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token).ConfigureAwait(false);
}
catch (SpecException error)
{
    output.Problems(error.Problems);
    return ExitCode.Invalid;
}
catch (TreeTooLargeException error)
{
    output.Error(error.Message);
    return ExitCode.Invalid;
}
catch (NativeRuntimeException error)
{
    output.Error(error.Message);
    return ExitCode.Crash;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return interrupted;
}
catch (Exception error)
{
    output.Error($"This is a bug in Harness; please report it with the lines below.\n{error}");
    return ExitCode.Crash;
}
