using ChannelBot.Core.Conversations;

namespace ChannelBot.Storage.Tests;

/// <summary>What was written is carried over into the file beside the writer, however much there is of it.</summary>
public sealed class WriteAheadLogTests : IDisposable
{
    private readonly StoreFile _file = new(mostLogMegabytes: 1);

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task The_log_begins_anew_under_writers_that_never_rest_and_nothing_is_lost()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var writers = Enumerable.Range(0, 16).Select(i => Task.Run(() => TalkAsync(new ConversationKey("directline", $"talk-{i}"), end.Token))).ToArray();
        await _file.Store.StartAsync(new ConversationKey("directline", "first"), "user-1", Turns.Noon, TestContext.Current.CancellationToken);

        var log = _file.LogHeader();
        while (log.AsSpan().SequenceEqual(_file.LogHeader()))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await end.CancelAsync();
        var sequences = await Task.WhenAll(writers);
        _file.Reopen();
        for (var i = 0; i < sequences.Length; i++)
        {
            var snapshot = await _file.Store.LoadAsync(new ConversationKey("directline", $"talk-{i}"), TestContext.Current.CancellationToken);
            Assert.Equal(sequences[i], snapshot.LastSequence);
        }
    }

    private async Task<long> TalkAsync(ConversationKey conversation, CancellationToken end)
    {
        var snapshot = ConversationSnapshot.New;
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            snapshot = (await _file.Store.CommitTurnAsync(
                Turns.Asked(conversation, snapshot, $"question {i}", key: $"m{i}"), CancellationToken.None)).Snapshot;
        }

        return snapshot.LastSequence;
    }
}
