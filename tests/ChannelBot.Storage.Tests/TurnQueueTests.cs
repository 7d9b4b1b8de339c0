using System.Globalization;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Storage.Tests;

/// <summary>A message is answered once, whoever answered it the first time, and however long ago.</summary>
public sealed class TurnQueueTests : IDisposable
{
    private static readonly ConversationKey s_talk = new("msteams", "talk");

    private readonly StoreFile _file = new();
    private readonly TurnQueue _queue;
    private readonly TurnQueue _ofAnotherHost;

    public TurnQueueTests() => (_queue, _ofAnotherHost) = (NewQueue(), NewQueue());

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_message_that_comes_again_gets_the_answer_of_the_first_time()
    {
        Assert.False((await AskAsync(_queue, "m1")).IsDuplicate);
        Assert.False((await AskAsync(_queue, "m2")).IsDuplicate);

        var again = await AskAsync(_queue, "m1");
        Assert.True(again.IsDuplicate);
        Assert.Equal(["m1", "answer to m1"], again.Entries.Select(entry => entry.Text()));
        Assert.Equal(["m1", "answer to m1", "m2", "answer to m2"], await _file.Store.TextsAsync(s_talk));
    }

    [Fact]
    public async Task A_message_is_known_that_was_answered_before_the_queue_was_there()
    {
        await AskAsync(_queue, "m1");
        Assert.True((await AskAsync(_ofAnotherHost, "m1")).IsDuplicate);
    }

    [Fact]
    public async Task A_message_is_known_that_another_host_answered_in_between()
    {
        await AskAsync(_queue, "m1");
        await AskAsync(_ofAnotherHost, "m2");

        var again = await AskAsync(_queue, "m2");
        Assert.True(again.IsDuplicate);
        Assert.Equal(["m1", "answer to m1", "m2", "answer to m2"], await _file.Store.TextsAsync(s_talk));
    }

    [Fact]
    public async Task A_message_is_known_after_thousands_of_others()
    {
        const int Messages = 1_100;
        for (var i = 0; i < Messages; i++)
        {
            await AskAsync(_queue, string.Create(CultureInfo.InvariantCulture, $"m{i}"));
        }

        Assert.True((await AskAsync(_queue, "m0")).IsDuplicate);
        Assert.True((await AskAsync(_queue, "m1099")).IsDuplicate);
        Assert.False((await AskAsync(_queue, "m1100")).IsDuplicate);
    }

    private TurnQueue NewQueue() => new(_file.Store, new ConversationFeed(), TimeProvider.System);

    private static Task<TurnReceipt> AskAsync(TurnQueue queue, string said) => queue.RunAsync(
        new TurnRequest(s_talk, "user-1", said),
        (start, _) => Task.FromResult(new TurnOutput(
            start.State.With(Turns.Question(said)),
            [
                Turns.Entry(start.Place(0).Sequence, LogEntryKind.Inbound, said),
                Turns.Entry(start.Place(1).Sequence, LogEntryKind.Reply, $"answer to {said}"),
            ])),
        TestContext.Current.CancellationToken);
}
