using ChannelBot.Core.Conversations;

namespace ChannelBot.Storage.Tests;

/// <summary>What was acknowledged is computed, and what was computed is delivered, whenever the process ends.</summary>
public sealed class DeliveryTests : IDisposable
{
    private static readonly ConversationKey Chat = new("msteams", "a:1;messageid=2");
    private readonly StoreFile _file = new();

    private SqliteConversationStore Store => _file.Store;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task An_accepted_activity_is_listed_after_a_restart_until_its_turn_is_committed()
    {
        var first = await Store.AcceptAsync(Message("m1"));
        var second = await Store.AcceptAsync(Message("m2"));
        _file.Reopen();
        Assert.Equal([first!.Id, second!.Id], (await Store.ListAcceptedAsync()).Select(one => one.Id));
        Assert.Equal("{\"id\":\"m1\"}"u8.ToArray(), (await Store.ListAcceptedAsync())[0].Activity.ToArray());

        await Store.CommitTurnAsync(Turns.Asked(Chat, ConversationSnapshot.New, "one", "m1") with { AcceptedId = first.Id });
        await Store.DropAcceptedAsync(second.Id);
        Assert.Empty(await Store.ListAcceptedAsync());
    }

    [Fact]
    public async Task A_message_that_was_accepted_or_answered_is_not_accepted_again()
    {
        var first = await Store.AcceptAsync(Message("m1"));
        Assert.Null(await Store.AcceptAsync(Message("m1")));
        await Store.CommitTurnAsync(Turns.Asked(Chat, ConversationSnapshot.New, "one", "m1") with { AcceptedId = first!.Id });
        Assert.Null(await Store.AcceptAsync(Message("m1")));
        Assert.NotNull(await Store.AcceptAsync(Message("m1") with { Conversation = Chat with { Id = "another" } }));
        Assert.NotNull(await Store.AcceptAsync(Message(null)));
        Assert.NotNull(await Store.AcceptAsync(Message(null)));
    }

    [Fact]
    public async Task Only_replies_go_into_the_outbox_and_stay_there_until_they_are_settled()
    {
        var committed = await Store.CommitTurnAsync(Turns.Asked(Chat, ConversationSnapshot.New, "one") with { DeliversReplies = true });
        var reply = Assert.Single(committed.Outbox);
        await Store.PostponeAsync(reply, Turns.Noon.AddMinutes(1));
        _file.Reopen();
        var waiting = Assert.Single(await Store.ListOutboxAsync(10));
        Assert.Equal((reply.Id, Chat, 2L, 1, Turns.Noon.AddMinutes(1)), (waiting.Id, waiting.Conversation, waiting.Sequence, waiting.Attempts, waiting.DueAt));
        Assert.Equal(reply.Activity.ToArray(), waiting.Activity.ToArray());
        await Store.SettleAsync(waiting, "given-by-the-channel");
        Assert.Empty(await Store.ListOutboxAsync(10));
    }

    [Fact]
    public async Task Feedback_finds_its_answer_by_our_id_and_by_the_channels()
    {
        var committed = await Store.CommitTurnAsync(Turns.Asked(Chat, ConversationSnapshot.New, "one") with { DeliversReplies = true });
        await Store.SettleAsync(committed.Outbox[0], "given-by-the-channel");
        await Store.AddFeedbackAsync(new Feedback(Chat, "given-by-the-channel", "user-1", "like", null, Turns.Noon));
        await Store.AddFeedbackAsync(new Feedback(Chat, "id-2", "user-2", "dislike", "too long", Turns.Noon));
        await Store.AddFeedbackAsync(new Feedback(Chat, "unknown", "user-2", "like", null, Turns.Noon));
        _file.Reopen();
        var all = await Store.ListFeedbackAsync(Chat);
        Assert.Equal(["like", "dislike", "like"], all.Select(one => one.Feedback.Reaction));
        Assert.Equal("too long", all[1].Feedback.Text);
        Assert.Equal(["one", "one", null], all.Select(one => one.Answer?.Question));
    }

    private static AcceptedActivity Message(string? id) =>
        new(0, Chat, "user-1", id, Turns.Noon, System.Text.Encoding.UTF8.GetBytes($$"""{"id":"{{id}}"}"""));
}
