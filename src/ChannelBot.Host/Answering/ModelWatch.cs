namespace ChannelBot.Host.Answering;

/// <summary>Calls the model when the host starts, and then for as long as it does not answer, so that /readyz knows without a user's having to wait.</summary>
internal sealed partial class ModelWatch(ConfiguredModel configured, TimeProvider time, ILogger<ModelWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configured.Model is not { } model)
        {
            return;
        }

        await model.CheckAsync(stoppingToken);
        var told = model.Health.Problem;
        Tell(model.Provider, told);
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (model.Health.Problem is not null)
            {
                await model.CheckAsync(stoppingToken);
            }

            if (model.Health.Problem != told)
            {
                told = model.Health.Problem;
                Tell(model.Provider, told);
            }
        }
    }

    private void Tell(string provider, string? problem)
    {
        if (problem is null)
        {
            LogAnswers(provider);
            return;
        }

        LogFails(provider, problem);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The model of {Provider} answers")]
    private partial void LogAnswers(string provider);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model of {Provider} does not answer, the embedded planner does: {Problem}")]
    private partial void LogFails(string provider, string problem);
}
