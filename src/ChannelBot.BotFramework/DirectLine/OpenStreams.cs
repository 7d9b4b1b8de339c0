using ChannelBot.Core.Conversations;
using Microsoft.Extensions.Options;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>Counts open streams, so that no conversation and no user can take all that the host can hold open.</summary>
internal sealed class OpenStreams(IOptions<DirectLineOptions> options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _byConversation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byUser = new(StringComparer.Ordinal);

    /// <summary>Counts one more, until the result is disposed of.</summary>
    /// <param name="userId">Null where the token names nobody: then only the conversation's are counted.</param>
    /// <exception cref="DirectLineRefusal">There are too many.</exception>
    public IDisposable Enter(ConversationKey conversation, string? userId)
    {
        lock (_gate)
        {
            if (_byConversation.GetValueOrDefault(conversation.Id) >= options.Value.StreamsPerConversation)
            {
                throw DirectLineRefusal.TooManyStreams("This conversation", options.Value.StreamsPerConversation);
            }

            if (userId is not null && _byUser.GetValueOrDefault(userId) >= options.Value.StreamsPerUser)
            {
                throw DirectLineRefusal.TooManyStreams("This user", options.Value.StreamsPerUser);
            }

            Add(_byConversation, conversation.Id, 1);
            Add(_byUser, userId, 1);
            return new Place(this, conversation.Id, userId);
        }
    }

    private static void Add(Dictionary<string, int> counts, string? id, int change)
    {
        if (id is not null && (counts[id] = counts.GetValueOrDefault(id) + change) is 0)
        {
            counts.Remove(id);
        }
    }

    private sealed class Place(OpenStreams streams, string conversationId, string? userId) : IDisposable
    {
        private int _isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) is 0)
            {
                lock (streams._gate)
                {
                    Add(streams._byConversation, conversationId, -1);
                    Add(streams._byUser, userId, -1);
                }
            }
        }
    }
}
