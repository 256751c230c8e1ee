using Harness.Specs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Harness.Runner;

/// <summary>Builds the host of a run, lets it work, and stops it.</summary>
internal static class RunHost
{
    /// <summary>Runs to the end, or throws <see cref="OperationCanceledException"/> when stopped by a signal or the token.</summary>
    public static async Task<RunOutcome> RunAsync(RunRequest request, SpecFormat format, IRunObserver observer, CancellationToken cancellation)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "harness" });
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(request)
            .AddSingleton(format)
            .AddSingleton(observer)
            .AddSingleton(TimeProvider.System)
            // A folder of each person's own: nobody can open the lock files of somebody else.
            .AddSingleton(new TrainingSlots(Path.Combine(Path.GetTempPath(), $"harness-training-slots-{System.Environment.UserName}"), System.Environment.ProcessorCount))
            .AddSingleton<ReplicateScheduler>()
            .AddSingleton<HostedRun>()
            .AddHostedService(services => services.GetRequiredService<HostedRun>());
        using IHost host = builder.Build();
        await host.StartAsync(cancellation).ConfigureAwait(false);
        HostedRun run = host.Services.GetRequiredService<HostedRun>();
        using CancellationTokenRegistration stop = cancellation.Register(host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication);
        await host.WaitForShutdownAsync(CancellationToken.None).ConfigureAwait(false);
        return await run.Outcome.ConfigureAwait(false);
    }
}
