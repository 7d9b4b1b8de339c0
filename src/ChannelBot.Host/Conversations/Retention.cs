using ChannelBot.Core.Conversations;
using ChannelBot.Host.Library;
using ChannelBot.Host.Messages;
using ChannelBot.Host.Sessions;
using ChannelBot.Storage;
using ChannelBot.Teaching.Sessions;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Conversations;

/// <summary>Deletes what is older than <see cref="StorageOptions.RetentionDays"/>, sessions and brought articles whose own time is over, once an hour.</summary>
internal sealed partial class Retention(
    IServiceProvider services, ConversationFeed feed, IOptions<StorageOptions> options, TimeProvider time, ILogger<Retention> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await DeleteAsync(stoppingToken);
        }
    }

    private async Task DeleteAsync(CancellationToken cancellationToken)
    {
        try
        {
            var store = services.GetRequiredService<IConversationStore>();
            var oldest = time.GetUtcNow().AddDays(-options.Value.RetentionDays);
            await services.DeleteTranscriptsAsync(oldest, cancellationToken);
            var sessions = await services.GetRequiredService<SessionDeletion>().DeleteOldAsync(
                learner => services.ForgetInTranscriptsAsync(learner.Channel, learner.UserId), cancellationToken);

            // After the sessions about them.
            await services.GetRequiredService<ArticleLibrary>().DeleteOlderAsync(
                time.GetUtcNow().AddDays(-services.GetRequiredService<IOptions<SessionsOptions>>().Value.RetentionDays), cancellationToken);
            var deleted = await store.DeleteOlderThanAsync(oldest, cancellationToken);
            if (deleted + sessions > 0)
            {
                LogDeleted(deleted, sessions);
                feed.LookAgain();
            }
        }
#pragma warning disable CA1031 // The boundary of a background task: it is noted, and tried again in an hour.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Turns} turns and {Sessions} sessions that were kept long enough")]
    private partial void LogDeleted(int turns, int sessions);

    [LoggerMessage(Level = LogLevel.Error, Message = "Old turns could not be deleted")]
    private partial void LogFailed(Exception problem);
}
