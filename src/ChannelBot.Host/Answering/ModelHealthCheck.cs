using ChannelBot.Core.Answers;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChannelBot.Host.Answering;

/// <summary>Who answers, for /readyz: a model that does not makes the host degraded, not unready, since the embedded planner goes on.</summary>
internal sealed class ModelHealthCheck(ConfiguredModel configured) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(configured.Model switch
        {
            null => HealthCheckResult.Healthy(Planners.Embedded),
            { Health.Problem: null } model => HealthCheckResult.Healthy(model.Provider),
            { Health.Problem: { } problem } model => HealthCheckResult.Degraded($"{Planners.Embedded}, since {model.Provider} does not answer: {problem}"),
        });
}
