using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Host.Tests.Messages;

/// <summary>What channels may rely on: an answer to every message, in order, once, whatever happens to the process.</summary>
public sealed class MessageTests : IAsyncLifetime
{
    private static readonly ConversationKey Talk = new("emulator", "talk");
    private readonly StorePath _store = new();
    private Channel _channel = null!;

    public async ValueTask InitializeAsync() => _channel = await Channel.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        _store.Dispose();
    }

    [Fact]
    public async Task A_message_that_expects_replies_gets_them_in_the_response_and_again_when_it_is_sent_again()
    {
        await using var host = new RunningHost(_store.Path);
        var message = _channel.Message("m1", "How many people arrived this year?", deliveryMode: "expectReplies");
        var (status, first) = await host.PostAsync(message);
        var (_, second) = await host.PostAsync(message);
        Assert.Equal(200, status);
        var reply = Assert.Single(first!["activities"]!.AsArray())!;
        Assert.Equal(("message", "m1", "talk|0000001"), ((string?)reply["type"], (string?)reply["replyToId"], (string?)reply["id"]));
        Assert.Contains("[1]", (string?)reply["text"], StringComparison.Ordinal);
        Assert.Equal(first.ToJsonString(), second!.ToJsonString());
        Assert.Single((await host.Store.LoadAsync(Talk)).State.Turns);
        Assert.False(_channel.HasMore);
    }

    [Fact]
    public async Task A_message_that_arrives_many_times_at_once_is_computed_once()
    {
        await using var host = new RunningHost(_store.Path);
        var message = _channel.Message("m1", "How many people arrived this year?", deliveryMode: "expectReplies");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.PostAsync(message)));
        Assert.All(answers, answer => Assert.Equal(answers[0].Body!.ToJsonString(), answer.Body!.ToJsonString()));
        Assert.Equal(1, (await host.Store.LoadAsync(Talk)).LastSequence);
    }

    [Fact]
    public async Task A_message_is_acknowledged_and_answered_through_the_connector_once()
    {
        await using var host = new RunningHost(_store.Path);
        var message = _channel.Message("m1", "How many people arrived this year?");
        Assert.Equal((202, 202), ((await host.PostAsync(message)).Status, (await host.PostAsync(message)).Status));
        var reply = await _channel.NextAsync();
        Assert.Equal(("message", "m1", "bot", "user"), ((string?)reply["type"], (string?)reply["replyToId"], (string?)reply["from"]!["id"], (string?)reply["recipient"]!["id"]));
        await host.PostAsync(_channel.Message("m2", "Hello"));
        Assert.Equal("m2", (string?)(await _channel.NextAsync())["replyToId"]);
    }

    [Fact]
    public async Task A_user_who_says_too_much_is_told_so_once_and_nobody_else_waits()
    {
        await using var host = new RunningHost(_store.Path, ("RateLimits:PerTokenAMinute", "2"));
        foreach (var id in new[] { "m1", "m2", "m3", "m4", "m5" })
        {
            Assert.Equal(202, (await host.PostAsync(_channel.Message(id, "Hello"))).Status);
        }

        await host.PostAsync(_channel.Message("n1", "Hello", conversation: "other", user: "other"));

        var replies = new List<JsonNode>();
        for (var i = 0; i < 4; i++)
        {
            replies.Add(await _channel.NextAsync());
        }

        Assert.Equal(["m1", "m2", "m3", "n1"], replies.Select(reply => (string?)reply["replyToId"]).Order(StringComparer.Ordinal));
        var told = Assert.Single(replies, reply => (string?)reply["replyToId"] is "m3");
        Assert.Equal("That was a lot at once. Please try again in a moment.", (string?)told["text"]);
        var (status, refusal) = await host.PostAsync(_channel.Message("m6", "Hello", deliveryMode: "expectReplies"));
        Assert.Equal((429, "Throttled"), (status, (string?)refusal!["error"]!["code"]));
        Assert.False(_channel.HasMore);
    }

    [Fact]
    public async Task Messages_of_a_conversation_are_answered_in_the_order_in_which_they_came()
    {
        await using var host = new RunningHost(_store.Path);
        string[] ids = [.. Enumerable.Range(1, 20).Select(i => $"m{i}")];
        foreach (var id in ids)
        {
            await host.PostAsync(_channel.Message(id, "Hello"));
        }

        var answered = new List<string?>();
        foreach (var _ in ids)
        {
            answered.Add((string?)(await _channel.NextAsync())["replyToId"]);
        }

        Assert.Equal(ids, answered);
    }

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_answered_after_the_restart()
    {
        await _store.BeforeAsync(store => store.AcceptAsync(
            new AcceptedActivity(0, Talk, "user", "m1", DateTimeOffset.UnixEpoch, Encoding.UTF8.GetBytes(_channel.Message("m1", "Hello")))));
        await using var host = new RunningHost(_store.Path);
        Assert.Equal("m1", (string?)(await _channel.NextAsync())["replyToId"]);
        Assert.Empty(await host.Store.ListAcceptedAsync());
        Assert.Equal(202, (await host.PostAsync(_channel.Message("m1", "Hello"))).Status);
        await host.PostAsync(_channel.Message("m2", "Hello"));
        Assert.Equal("m2", (string?)(await _channel.NextAsync())["replyToId"]);
    }

    [Fact]
    public async Task A_reply_that_was_not_delivered_before_a_kill_is_delivered_after_the_restart()
    {
        var reply = new JsonObject { ["type"] = "message", ["serviceUrl"] = _channel.Url, ["conversation"] = new JsonObject { ["id"] = "talk" }, ["text"] = "late" };
        await _store.BeforeAsync(store => store.CommitTurnAsync(new TurnCommit
        {
            Conversation = Talk,
            Start = ConversationSnapshot.New,
            State = ConversationState.Empty,
            At = DateTimeOffset.UnixEpoch,
            DeliversReplies = true,
            Entries = [new LogEntry(1, LogEntryKind.Reply, DateTimeOffset.UnixEpoch, null, Encoding.UTF8.GetBytes(reply.ToJsonString()))],
        }));
        await using (new RunningHost(_store.Path))
        {
            Assert.Equal("late", (string?)(await _channel.NextAsync())["text"]);
        }

        await _store.BeforeAsync(async store => Assert.Empty(await store.ListOutboxAsync(10)));
    }

    [Fact]
    public async Task An_invoke_that_nobody_handles_is_not_implemented()
    {
        await using var host = new RunningHost(_store.Path);
        Assert.Equal(501, (await host.PostAsync(_channel.Message("i1", "", type: "invoke"))).Status);
    }
}
