using ChannelBot.Core.Conversations;
using CsCheck;

namespace ChannelBot.Storage.Tests;

/// <summary>Whatever is written and however it is read: by watermark each entry is seen exactly once, in order.</summary>
public sealed class WatermarkPropertyTests : IDisposable
{
    private static readonly Gen<(int Conversation, int Entries, int Page, bool Reads)[]> Steps =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[1, 5], Gen.Bool).Array[1, 60];

    private readonly StoreFile _file = new();
    private int _runs;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Each_entry_is_read_exactly_once() => await Steps.SampleAsync(RunAsync, iter: 60, threads: 1);

    private async Task RunAsync((int Conversation, int Entries, int Page, bool Reads)[] steps)
    {
        var run = _runs++;
        var talks = Enumerable.Range(0, 3).Select(i => new Talk(new ConversationKey("directline", $"{run}/{i}"))).ToArray();
        foreach (var (conversation, entries, page, reads) in steps)
        {
            await talks[conversation].SayAsync(_file.Store, entries);
            if (reads)
            {
                await talks[conversation].ReadAsync(_file.Store, page);
            }
        }

        foreach (var talk in talks)
        {
            while (await talk.ReadAsync(_file.Store, 3))
            {
            }

            Assert.Equal(talk.Said, talk.Read);
        }
    }

    private sealed class Talk(ConversationKey key)
    {
        private ConversationSnapshot _snapshot = ConversationSnapshot.New;
        private long _watermark;

        public List<string> Said { get; } = [];

        public List<string> Read { get; } = [];

        public async Task SayAsync(SqliteConversationStore store, int count)
        {
            var entries = Enumerable.Range(0, count)
                .Select(i => Turns.Entry(_snapshot.NextSequence + i, (LogEntryKind)(i % 2), $"said {_snapshot.NextSequence + i}")).ToArray();
            Said.AddRange(entries.Select(entry => entry.Text()));
            _snapshot = (await store.CommitTurnAsync(Turns.Asked(key, _snapshot, "x") with { Entries = entries })).Snapshot;
        }

        public async Task<bool> ReadAsync(SqliteConversationStore store, int most)
        {
            if (await store.ReadLogAsync(key, _watermark, most) is not { } page)
            {
                return false;
            }

            Read.AddRange(page.Entries.Select(entry => entry.Text()));
            _watermark = page.Watermark;
            return page.HasMore;
        }
    }
}
