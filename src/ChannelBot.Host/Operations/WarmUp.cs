using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChannelBot.Host.Operations;

/// <summary>Something to load, open or fetch before the host is ready. Each feature registers its own.</summary>
internal interface IWarmUp
{
    /// <summary>"planner": what /readyz calls it.</summary>
    string Name { get; }

    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>Runs all warm-ups beside each other when the host starts, and knows how far they are: the answer of /readyz.</summary>
internal sealed partial class WarmUp(IEnumerable<IWarmUp> steps, IHostApplicationLifetime lifetime, ILogger<WarmUp> log)
    : BackgroundService, IHealthCheck
{
    private readonly IWarmUp[] _steps = [.. steps];
    private volatile string? _problem;
    private volatile bool _isDone;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_isDone && !lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Healthy("ready")
            : HealthCheckResult.Unhealthy(_problem ?? (_isDone ? "stopping" : "starting")));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Each on a thread of its own from the start: loading is work, not waiting.
        await Task.WhenAll(_steps.Select(step => Task.Run(() => RunAsync(step, stoppingToken), stoppingToken)));
        _isDone = _problem is null;
        if (_isDone)
        {
            LogReady();
        }
    }

    private async Task RunAsync(IWarmUp step, CancellationToken cancellationToken)
    {
        try
        {
            await step.RunAsync(cancellationToken);
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

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Step} did not start")]
    private partial void LogFailed(Exception problem, string step);
}
