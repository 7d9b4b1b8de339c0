using System.Collections.Concurrent;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Storage.Tests;

/// <summary>A process that is killed loses nothing that it had acknowledged, and keeps nothing by halves.</summary>
public sealed class KilledTests : IDisposable
{
    private readonly StoreFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Every_turn_that_was_acknowledged_before_the_kill_is_there_after_it()
    {
        var acknowledged = new ConcurrentDictionary<ConversationKey, long>();
        using var end = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 8).Select(i => Task.Run(() => TalkAsync(new ConversationKey("directline", $"talk-{i}"), acknowledged, end.Token))).ToArray();

        for (var kill = 0; kill < 3; kill++)
        {
            await ReachAsync(acknowledged, 40 * (kill + 1));
            var before = acknowledged.ToArray();
            using var after = _file.OpenAsAfterKill();
            foreach (var (conversation, sequence) in before)
            {
                var page = await after.ReadLogAsync(conversation, 0, most: int.MaxValue, cancellationToken: TestContext.Current.CancellationToken);
                Assert.Equal(Enumerable.Range(1, page!.Entries.Count).Select(i => (long)i), page.Entries.Select(entry => entry.Sequence));
                Assert.InRange(page.Watermark, sequence, long.MaxValue);

                // Half a turn would be an odd number; its answer, state and outbox go with it.
                Assert.Equal(0, page.Entries.Count % 2);
                var snapshot = await after.LoadAsync(conversation, TestContext.Current.CancellationToken);
                Assert.Equal(page.Watermark, snapshot.LastSequence);
                Assert.Equal(page.Watermark / 2, (await OutboxOf(after, conversation)).LongLength);
                Assert.Equal(page.Entries[^2].Text(), snapshot.State.Turns[^1].Question);
            }
        }

        await end.CancelAsync();
        await Task.WhenAll(writers);
    }

    private static async Task<OutboxEntry[]> OutboxOf(SqliteConversationStore store, ConversationKey conversation) =>
        [.. (await store.ListOutboxAsync(int.MaxValue)).Where(entry => entry.Conversation == conversation)];

    private async Task TalkAsync(ConversationKey conversation, ConcurrentDictionary<ConversationKey, long> acknowledged, CancellationToken end)
    {
        var snapshot = ConversationSnapshot.New;
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            snapshot = (await _file.Store.CommitTurnAsync(
                Turns.Asked(conversation, snapshot, $"question {i}", key: $"m{i}") with { DeliversReplies = true }, CancellationToken.None)).Snapshot;
            acknowledged[conversation] = snapshot.LastSequence;
        }
    }

    private static async Task ReachAsync(ConcurrentDictionary<ConversationKey, long> acknowledged, long sequences)
    {
        while (acknowledged.Values.Sum() < sequences)
        {
            await Task.Yield();
        }
    }
}
