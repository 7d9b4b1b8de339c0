using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ChannelBot.Core.Conversations;

/// <summary>Tells open streams what was just added to their conversation.</summary>
/// <remarks>It is no log: who subscribes reads the log afterwards for what came before, and leaves out what it has seen by sequence.</remarks>
public sealed class ConversationFeed
{
    private readonly ConcurrentDictionary<ConversationKey, ImmutableArray<Subscription>> _subscriptions = new();

    /// <summary>Calls <paramref name="receive"/> after each commit with the new entries, in order, until the result is disposed of.
    /// It is called on the turn's way, so it only hands over. An entry with the sequence 0 is passing, such as typing, and not in the log;
    /// no entry at all means that the conversation may be no more: the log says whether it is.</summary>
    public IDisposable Subscribe(ConversationKey conversation, Action<IReadOnlyList<LogEntry>> receive)
    {
        var subscription = new Subscription(this, conversation, receive);
        _subscriptions.AddOrUpdate(conversation, [subscription], (_, others) => others.Add(subscription));
        return subscription;
    }

    public void Publish(ConversationKey conversation, IReadOnlyList<LogEntry> entries)
    {
        if (entries.Count > 0 && _subscriptions.TryGetValue(conversation, out var subscriptions))
        {
            foreach (var subscription in subscriptions)
            {
                subscription.Receive(entries);
            }
        }
    }

    /// <summary>Lets streams of a conversation that was deleted find that out, rather than wait for news that never comes.</summary>
    public void LookAgain(ConversationKey conversation)
    {
        if (_subscriptions.TryGetValue(conversation, out var subscriptions))
        {
            foreach (var subscription in subscriptions)
            {
                subscription.Receive([]);
            }
        }
    }

    /// <summary>The same for every stream, where nobody knows which conversations were deleted.</summary>
    public void LookAgain()
    {
        foreach (var conversation in _subscriptions.Keys)
        {
            LookAgain(conversation);
        }
    }

    private void Remove(Subscription subscription)
    {
        while (_subscriptions.TryGetValue(subscription.Conversation, out var all))
        {
            var rest = all.Remove(subscription);
            if (rest.IsEmpty
                ? _subscriptions.TryRemove(KeyValuePair.Create(subscription.Conversation, all))
                : _subscriptions.TryUpdate(subscription.Conversation, rest, all))
            {
                return;
            }
        }
    }

    private sealed class Subscription(ConversationFeed feed, ConversationKey conversation, Action<IReadOnlyList<LogEntry>> receive) : IDisposable
    {
        public ConversationKey Conversation => conversation;

        public void Receive(IReadOnlyList<LogEntry> entries) => receive(entries);

        public void Dispose() => feed.Remove(this);
    }
}
