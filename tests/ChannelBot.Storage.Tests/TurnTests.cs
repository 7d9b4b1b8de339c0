using System.Text;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Storage.Tests;

/// <summary>A turn is kept whole, and the next one starts where it ended.</summary>
public sealed class TurnTests : IDisposable
{
    private static readonly ConversationKey Talk = new("directline", "talk-1");
    private readonly StoreFile _file = new();

    private SqliteConversationStore Store => _file.Store;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_conversation_that_nobody_knows_starts_empty_and_has_no_log()
    {
        Assert.Equal(ConversationSnapshot.New, await Store.LoadAsync(Talk));
        Assert.Null(await Store.ReadLogAsync(Talk, 0));
        Assert.False(await Store.IsKnownAsync(Talk));
    }

    [Fact]
    public async Task A_started_conversation_is_known_before_anything_is_said_in_it()
    {
        Assert.True(await Store.StartAsync(Talk, "user-1", Turns.Noon));
        Assert.False(await Store.StartAsync(Talk, "user-1", Turns.Noon));
        _file.Reopen();
        Assert.True(await Store.IsKnownAsync(Talk));
        Assert.Empty((await Store.ReadLogAsync(Talk, 0))!.Entries);
        Assert.Equal([Talk], (await Store.ListConversationsAsync("directline", "user-1")).Select(one => one.Key));
    }

    [Fact]
    public async Task What_is_loaded_after_a_restart_is_what_the_last_turn_left()
    {
        var last = await Store.AskAsync(Talk, "user-1", [.. Enumerable.Range(1, 11).Select(i => $"question {i}")]);
        _file.Reopen();
        var loaded = await Store.LoadAsync(Talk);
        Assert.Equal(
            Encoding.UTF8.GetString(ConversationStateJson.Write(last.State)), Encoding.UTF8.GetString(ConversationStateJson.Write(loaded.State)));
        Assert.Equal(ConversationState.Remembered, loaded.State.Turns.Count);
        Assert.Equal(last with { State = loaded.State, Places = loaded.Places }, loaded);
        Assert.Equal(last.Places, loaded.Places);
    }

    [Fact]
    public async Task Starting_again_forgets_what_was_asked_and_keeps_the_log()
    {
        var before = await Store.AskAsync(Talk, "user-1", "one", "two");
        var again = await Store.CommitTurnAsync(
            Turns.Asked(Talk, before, "start again") with { State = ConversationState.Empty with { IsGreeted = true, Pending = "forget" } });
        await Store.CommitTurnAsync(Turns.Asked(Talk, again.Snapshot, "three"));
        _file.Reopen();
        var loaded = await Store.LoadAsync(Talk);
        Assert.Equal(["three"], loaded.State.Turns.Select(turn => turn.Question));
        Assert.True(loaded.State.IsGreeted);
        Assert.Equal("forget", loaded.State.Pending);
        Assert.Equal(8, (await Store.ReadLogAsync(Talk, 0))!.Entries.Count);
    }

    [Fact]
    public async Task An_activity_is_read_back_byte_for_byte_with_its_place_time_and_id()
    {
        var entry = new LogEntry(1, LogEntryKind.Reply, Turns.Noon.AddMilliseconds(7), null, "{ \"x\" :[ 1 ,\n{}],\"y\":\"é\\u0041\"}"u8.ToArray());
        await Store.CommitTurnAsync(Turns.Asked(Talk, ConversationSnapshot.New, "x") with { Entries = [entry] });
        var read = Assert.Single((await Store.ReadLogAsync(Talk, 0))!.Entries);
        Assert.Equal(entry with { Activity = default }, read with { Activity = default });
        Assert.Equal(entry.Activity.ToArray(), read.Activity.ToArray());
    }

    [Fact]
    public async Task A_turn_without_entries_takes_a_place_all_the_same()
    {
        var first = await Store.CommitTurnAsync(
            Turns.Asked(Talk, ConversationSnapshot.New, "x") with { State = ConversationState.Empty, Entries = [] });
        Assert.Equal(2, first.Snapshot.NextSequence);
        await Store.CommitTurnAsync(Turns.Asked(Talk, first.Snapshot, "said"));
        Assert.Equal([2L, 3L], (await Store.ReadLogAsync(Talk, 0))!.Entries.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task Two_turns_from_the_same_start_are_not_both_kept()
    {
        var start = await Store.AskAsync(Talk, "user-1", "one");
        await Store.CommitTurnAsync(Turns.Asked(Talk, start, "two"));
        var problem = await Assert.ThrowsAsync<ConversationMovedOnException>(() => Store.CommitTurnAsync(Turns.Asked(Talk, start, "other")));
        Assert.Equal("Conversation directline/talk-1 was at 2 when the turn started, and is at 4.", problem.Message);
        Assert.Equal(["one", "answer to one", "two", "answer to two"], await Store.TextsAsync(Talk));
    }

    [Fact]
    public async Task A_state_that_rewrites_what_was_said_is_refused()
    {
        var start = await Store.AskAsync(Talk, "user-1", "one", "two");
        var rewritten = new ConversationState([Turns.Question("never asked"), start.State.Turns[1]]);
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitTurnAsync(Turns.Asked(Talk, start, "three") with { State = rewritten }));
    }

    [Fact]
    public async Task The_turn_of_a_message_is_found_by_its_key_with_all_that_was_answered()
    {
        var first = await Store.CommitTurnAsync(
            Turns.Asked(Talk, ConversationSnapshot.New, "one", key: "message-1") with { Response = "{\"status\":200}"u8.ToArray() });
        await Store.CommitTurnAsync(Turns.Asked(Talk, first.Snapshot, "two", key: "without-response"));
        _file.Reopen();
        var stored = await Store.FindTurnAsync(Talk, "message-1");
        Assert.Equal(["one", "answer to one"], stored!.Entries.Select(Turns.Text));
        Assert.Equal("{\"status\":200}"u8.ToArray(), stored.Response!.Value.ToArray());
        Assert.Null((await Store.FindTurnAsync(Talk, "without-response"))!.Response);
        Assert.Null(await Store.FindTurnAsync(Talk, "message-2"));
        Assert.Null(await Store.FindTurnAsync(Talk with { Channel = "msteams" }, "message-1"));
    }

    [Fact]
    public async Task A_page_ends_where_it_is_full_and_the_next_one_goes_on_from_there()
    {
        await Store.AskAsync(Talk, "user-1", "one", "two");
        await AssertPageAsync(after: 0, [1, 2, 3], watermark: 3, hasMore: true);
        await AssertPageAsync(after: 3, [4], watermark: 4, hasMore: false);
        await AssertPageAsync(after: 99, [], watermark: 99, hasMore: false);
    }

    private async Task AssertPageAsync(long after, long[] sequences, long watermark, bool hasMore)
    {
        var page = await Store.ReadLogAsync(Talk, after, most: 3);
        Assert.Equal(sequences, page!.Entries.Select(entry => entry.Sequence));
        Assert.Equal((watermark, hasMore), (page.Watermark, page.HasMore));
    }
}
