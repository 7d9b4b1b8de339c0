using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;

namespace ChannelBot.BotFramework.Tests.Turns;

public sealed class TurnRunnerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Activity Incoming(string type = ActivityTypes.Message, string? name = null) => new(type)
    {
        Id = "1",
        Name = name,
        ChannelId = Channels.Test,
        From = new("user"),
        Recipient = new("bot"),
        Conversation = new("c"),
    };

    [Fact]
    public async Task A_turn_returns_its_replies_in_order_and_sends_nothing()
    {
        var result = await Run(async (turn, cancel) =>
        {
            Assert.False(turn.Responded);
            await turn.SendActivityAsync("one", cancellationToken: cancel);
            await turn.SendActivitiesAsync([Activity.CreateMessageActivity(), new Activity(ActivityTypes.EndOfConversation)], cancel);
            Assert.True(turn.Responded);
        });
        Assert.Equal(["message", "message", "endOfConversation"], result.Replies.Select(reply => reply.Type));
        Assert.All(result.Replies, reply => Assert.Equal(("bot", "user", "c", "1"), (reply.From?.Id, reply.Recipient?.Id, reply.Conversation?.Id, reply.ReplyToId)));
        Assert.Null(result.InvokeResponse);
    }

    [Fact]
    public async Task Updates_and_deletions_keep_their_place_among_the_replies()
    {
        var result = await Run(async (turn, cancel) =>
        {
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "a", Text = "new" }, cancel);
            await turn.DeleteActivityAsync("b", cancel);
        });
        Assert.Equal([("messageUpdate", "a"), ("messageDelete", "b")], result.Replies.Select(reply => (reply.Type, reply.Id!)));
    }

    [Theory]
    [InlineData(Channels.Emulator, 1)]
    [InlineData(Channels.Msteams, 0)]
    public async Task Traces_go_to_the_emulator_only_and_delays_and_typing_nowhere(string channel, int replies)
    {
        var incoming = Incoming();
        incoming.ChannelId = channel;
        var result = await new TurnRunner().RunAsync(
            incoming,
            (turn, cancel) => turn.SendActivitiesAsync([new(ActivityTypes.Trace), new(ActivityTypes.Delay), new(ActivityTypes.Typing)], cancel),
            cancellationToken: Cancel);
        Assert.Equal(replies, result.Replies.Count);
    }

    [Fact]
    public async Task Typing_is_sent_at_once_where_the_caller_can_send_it()
    {
        var typing = new List<Activity>();
        var result = await new TurnRunner().RunAsync(
            Incoming(),
            (turn, cancel) => turn.SendActivityAsync(Activity.CreateTypingActivity(), cancel),
            sendTyping: (activity, _) =>
            {
                typing.Add(activity);
                return Task.CompletedTask;
            },
            cancellationToken: Cancel);
        Assert.Equal("c", Assert.Single(typing).Conversation?.Id);
        Assert.Empty(result.Replies);
    }

    [Fact]
    public async Task State_goes_in_and_comes_out()
    {
        var state = new TurnContextStateCollection();
        state.Set("before");
        var result = await new TurnRunner().RunAsync(
            Incoming(),
            (turn, _) =>
            {
                turn.TurnState.Set(turn.TurnState.Get<string>() + " and after");
                return Task.CompletedTask;
            },
            state,
            cancellationToken: Cancel);
        Assert.Equal("before and after", result.TurnState.Get<string>());
    }

    [Fact]
    public async Task A_bot_that_fails_leaves_only_the_apology()
    {
        var runner = new TurnRunner { OnTurnError = (turn, _) => turn.SendActivityAsync("Sorry.") };
        var result = await runner.RunAsync(
            Incoming(),
            async (turn, cancel) =>
            {
                await turn.SendActivityAsync("half an answer", cancellationToken: cancel);
                throw new InvalidOperationException("broken");
            },
            cancellationToken: Cancel);
        Assert.Equal("Sorry.", Assert.Single(result.Replies).Text);
        Assert.Equal("broken", result.Fault?.Message);
    }

    [Fact]
    public async Task Without_an_apology_the_failure_reaches_the_caller() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Run((_, _) => throw new InvalidOperationException()));

    [Fact]
    public async Task A_cancelled_turn_has_no_result()
    {
        using var source = new CancellationTokenSource();
        var runner = new TurnRunner { OnTurnError = (turn, _) => turn.SendActivityAsync("Sorry.") };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runner.RunAsync(
            Incoming(),
            async (_, cancel) =>
            {
                await source.CancelAsync();
                cancel.ThrowIfCancellationRequested();
            },
            cancellationToken: source.Token));
    }

    [Fact]
    public async Task Middleware_stands_around_the_bot_in_the_order_of_its_addition()
    {
        var log = new List<string>();
        var runner = new TurnRunner().Use(new Logging("outer", log)).Use(new Logging("inner", log));
        await runner.RunAsync(
            Incoming(),
            (turn, cancel) =>
            {
                log.Add("bot");
                return turn.SendActivityAsync("hi", cancellationToken: cancel);
            },
            cancellationToken: Cancel);
        Assert.Equal(["outer in", "inner in", "bot", "outer sends", "inner sends", "inner out", "outer out"], log);
    }

    private static Task<TurnResult> Run(BotCallbackHandler bot) => new TurnRunner().RunAsync(Incoming(), bot, cancellationToken: Cancel);

    private sealed class Logging(string name, List<string> log) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            log.Add($"{name} in");
            turnContext.OnSendActivities((_, _, send) =>
            {
                log.Add($"{name} sends");
                return send();
            });
            await next(cancellationToken);
            log.Add($"{name} out");
        }
    }
}
