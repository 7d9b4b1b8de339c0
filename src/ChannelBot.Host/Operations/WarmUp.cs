using ChannelBot.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChannelBot.Host.Operations;

/// <summary>Something to load, open or fetch before the host is ready. Each feature adds its own.</summary>
/// <param name="Name">"planner": what /readyz calls it.</param>
/// <param name="RunAsync">Takes what it needs from the services itself, since making that is most of the work.</param>
internal sealed record WarmUpStep(string Name, Func<IServiceProvider, CancellationToken, Task> RunAsync);

/// <summary>Runs all steps beside each other and beside the start of the host, and knows how far they are: the answer of /readyz.</summary>
internal sealed partial class WarmUp(IEnumerable<WarmUpStep> steps, IServiceProvider services, IHostApplicationLifetime lifetime, ILogger<WarmUp> log)
    : IHealthCheck
{
    private volatile string? _problem;
    private volatile bool _isDone;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_isDone && !lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Healthy("ready")
            : HealthCheckResult.Unhealthy(_problem ?? (_isDone ? "stopping" : "starting")));

    /// <summary>Begins, each step on a thread of its own: loading is work, not waiting.</summary>
    public void Begin() => _ = RunAsync(lifetime.ApplicationStopping);

    private async Task RunAsync(CancellationToken stopping)
    {
        await Task.WhenAll(steps.Select(step => Task.Run(() => RunAsync(step, stopping), stopping)));
        _isDone = _problem is null;
        if (_isDone)
        {
            LogReady();
        }
    }

    private async Task RunAsync(WarmUpStep step, CancellationToken stopping)
    {
        try
        {
            await step.RunAsync(services, stopping);
        }
        catch (BadInputException problem)
        {
            // What the settings name cannot be used, and no waiting changes that.
            LogCannotRun(step.Name, problem.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
#pragma warning disable CA1031 // The boundary: whatever keeps a part from starting is what /readyz and the log say.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _problem = $"{step.Name} did not start; the log says why";
            LogFailed(problem, step.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready")]
    private partial void LogReady();

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Step} cannot start: {Why}")]
    private partial void LogCannotRun(string step, string why);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Step} did not start")]
    private partial void LogFailed(Exception problem, string step);
}

internal static class WarmUpServices
{
    /// <summary>Has <paramref name="run"/> done with <typeparamref name="T"/> before the host is ready.</summary>
    public static IServiceCollection AddWarmUp<T>(this IServiceCollection services, string name, Func<T, CancellationToken, Task> run)
        where T : notnull => services.AddSingleton(new WarmUpStep(name, (provider, stopping) => run(provider.GetRequiredService<T>(), stopping)));
}
