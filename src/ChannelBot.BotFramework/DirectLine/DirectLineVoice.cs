using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Conversations;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>Speaks first in web chats, as other channels let a bot do by a conversation reference.</summary>
public sealed class DirectLineVoice
{
    private readonly DirectLineConversations _conversations;
    private readonly IConversationStore _store;

    internal DirectLineVoice(DirectLineConversations conversations, IConversationStore store) => (_conversations, _store) = (conversations, store);

    /// <summary>Runs a turn of <paramref name="speaker"/> in the user's latest conversation, once for each key, and returns when it is durable.</summary>
    /// <param name="key">Tells this from anything else said in the conversation.</param>
    /// <returns>False where the user has no conversation any more.</returns>
    public async Task<bool> SayAsync(string userId, IBot speaker, string key, CancellationToken cancellationToken)
    {
        if (await _store.ListConversationsAsync(Channels.Directline, userId, cancellationToken) is not [var latest, ..])
        {
            return false;
        }

        await _conversations.SayAsync(latest.Key, new ChannelAccount(userId), speaker, key, cancellationToken);
        return true;
    }
}
