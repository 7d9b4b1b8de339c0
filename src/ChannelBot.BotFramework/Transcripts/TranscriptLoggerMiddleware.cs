using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;

namespace ChannelBot.BotFramework.Transcripts;

/// <summary>Hands every turn to a logger, whatever its channel: the activity, and all that the bot sent, changed and took back.</summary>
/// <remarks>Not typing, which is part of the way and not of the conversation.</remarks>
public sealed class TranscriptLoggerMiddleware(ITranscriptLogger logger, TimeProvider time) : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var said = new List<Activity>();
        Add(turnContext.Activity);
        turnContext.OnSendActivities((_, activities, send) => AddAfterAsync(send, activities));
        turnContext.OnUpdateActivity((_, activity, send) => AddAfterAsync(send, [activity]));
        turnContext.OnDeleteActivity((_, reference, send) => AddDeletionAfterAsync(send, reference));
        await next(cancellationToken);
        await logger.LogTurnAsync(said, CancellationToken.None);

        // After the adapter: it may have given an id.
        async Task<T> AddAfterAsync<T>(Func<Task<T>> send, IEnumerable<Activity> activities)
        {
            var sent = await send();
            foreach (var activity in activities.Where(IsKept))
            {
                Add(activity);
            }

            return sent;
        }

        async Task AddDeletionAfterAsync(Func<Task> send, ConversationReference reference)
        {
            await send();
            Add(new Activity(ActivityTypes.MessageDelete) { Id = reference.ActivityId }
                .ApplyConversationReference(turnContext.Activity.GetConversationReference()));
        }

        void Add(Activity activity)
        {
            activity.Timestamp ??= time.GetUtcNow();
            said.Add(activity);
        }
    }

    private static bool IsKept(Activity activity) => activity.Type is not (ActivityTypes.Typing or ActivityTypes.Delay or ActivityTypes.InvokeResponse);
}
