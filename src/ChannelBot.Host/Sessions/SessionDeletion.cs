using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Sessions;
using ChannelBot.Teaching.Sessions;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Sessions;

/// <summary>Deletes sessions whose time is over: questions, names, and the web chats of those who joined.</summary>
internal sealed class SessionDeletion(
    ISessionStore store, IConversationStore conversations, LiveSessions sessions, IOptions<SessionsOptions> options, TimeProvider time)
{
    /// <param name="forget">Forgets a learner wherever else something is kept of them.</param>
    /// <returns>How many sessions.</returns>
    public async Task<int> DeleteOldAsync(Func<SessionPerson, Task> forget, CancellationToken cancellationToken)
    {
        var codes = await store.ListOlderAsync(time.GetUtcNow().AddDays(-options.Value.RetentionDays), cancellationToken);
        foreach (var code in codes)
        {
            // Its learners' users are the session's own: nobody else is called so.
            var entries = await store.FindAsync(code, cancellationToken) ?? [];
            foreach (var learner in entries.Select(entry => entry.Whose).OfType<SessionPerson>().Distinct().Where(person => person.Channel is Channels.Directline))
            {
                await conversations.ForgetUserAsync(learner.Channel, learner.UserId, cancellationToken);
                await forget(learner);
            }

            await store.DeleteAsync(code, cancellationToken);
            sessions.Drop(code);
        }

        return codes.Count;
    }
}
