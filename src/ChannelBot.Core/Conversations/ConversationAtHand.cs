namespace ChannelBot.Core.Conversations;

/// <summary>What is kept in memory of a conversation between its turns.</summary>
/// <param name="Keys">Of all messages that it ever had; null where nobody knows them all.</param>
internal sealed record ConversationAtHand(ConversationSnapshot Snapshot, SeenKeys? Keys)
{
    /// <summary>As the store gave it: only of a new conversation it is known that no message came before.</summary>
    public static ConversationAtHand Loaded(ConversationSnapshot snapshot) => new(snapshot, snapshot.LastSequence is 0 ? new SeenKeys() : null);

    /// <summary>Whether the store must be asked for a message with this key: it may have been answered before.</summary>
    public bool MayHave(string key) => Keys is null || Keys.MayHave(key);

    public ConversationAtHand After(ConversationSnapshot snapshot, string? key) => new(snapshot, key is null ? Keys : Keys?.With(key));
}

/// <summary>Tells that a message is new without asking the store, which costs as much as all else in a turn that was answered before.</summary>
/// <remarks>Hashes alone: two keys that share one only have the store asked once more.</remarks>
internal sealed class SeenKeys
{
    /// <summary>Some 20 KB; of a longer conversation the store is asked.</summary>
    private const int Most = 1_000;

    private readonly HashSet<int> _hashes = [];

    public bool MayHave(string key) => _hashes.Contains(HashOf(key));

    /// <returns>These and <paramref name="key"/>; null where they are too many.</returns>
    public SeenKeys? With(string key)
    {
        _hashes.Add(HashOf(key));
        return _hashes.Count <= Most ? this : null;
    }

    private static int HashOf(string key) => key.GetHashCode(StringComparison.Ordinal);
}
