using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;

namespace ChannelBot.BotFramework.Testing;

/// <summary>A conversation as a script: say this, expect that. Nothing happens before <see cref="StartTestAsync"/>.</summary>
public sealed class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _bot;
    private readonly Func<CancellationToken, Task> _steps;

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync)
    {
    }

    public TestFlow(TestAdapter adapter, BotCallbackHandler callback)
        : this(adapter, callback, _ => Task.CompletedTask)
    {
    }

    private TestFlow(TestAdapter adapter, BotCallbackHandler bot, Func<CancellationToken, Task> steps)
    {
        _adapter = adapter;
        _bot = bot;
        _steps = steps;
    }

    /// <summary>Runs the script.</summary>
    /// <exception cref="TestFlowException">A reply is missing or is another than expected.</exception>
    public Task StartTestAsync(CancellationToken cancellationToken = default) => _steps(cancellationToken);

    /// <summary>The user says something.</summary>
    public TestFlow Send(string userSays) => Then(cancellationToken => _adapter.SendTextToBotAsync(userSays, _bot, cancellationToken));

    /// <summary>The user's channel sends an activity.</summary>
    public TestFlow Send(Activity userActivity) =>
        Then(cancellationToken => _adapter.ProcessActivityAsync(userActivity, _bot, cancellationToken));

    /// <summary>A conversationUpdate in which the bot and the user join.</summary>
    public TestFlow SendConversationUpdate() =>
        Send(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [_adapter.Conversation.Bot!, _adapter.Conversation.User!] });

    /// <summary>The next reply is a message with this text.</summary>
    public TestFlow AssertReply(string expected, string? description = null) => AssertReply(
        reply =>
        {
            if (!reply.IsType(ActivityTypes.Message) || reply.Text != expected)
            {
                throw new TestFlowException(
                    $"{description ?? "The reply"} should be the message '{expected}', and is the {reply.Type} '{reply.Text}'.");
            }
        },
        description);

    /// <summary>There is a next reply, and <paramref name="validate"/> does not throw on it.</summary>
    public TestFlow AssertReply(Action<Activity> validate, string? description = null) => Then(_ =>
    {
        validate(_adapter.GetNextReply() ?? throw new TestFlowException($"{description ?? "A reply"} is missing."));
        return Task.CompletedTask;
    });

    /// <summary>Nothing more was said.</summary>
    public TestFlow AssertNoReply(string? description = null) => Then(_ => _adapter.GetNextReply() is { } reply
        ? throw new TestFlowException($"{description ?? "No reply"} was expected, and there is the {reply.Type} '{reply.Text}'.")
        : Task.CompletedTask);

    /// <summary>The user says something, and the bot answers so.</summary>
    public TestFlow Test(string userSays, string expected, string? description = null) => Send(userSays).AssertReply(expected, description);

    /// <summary>The user says something, and <paramref name="validate"/> does not throw on the answer.</summary>
    public TestFlow Test(string userSays, Action<Activity> validate, string? description = null) =>
        Send(userSays).AssertReply(validate, description);

    private TestFlow Then(Func<CancellationToken, Task> step) => new(_adapter, _bot, async cancellationToken =>
    {
        await _steps(cancellationToken);
        await step(cancellationToken);
    });
}

/// <summary>A conversation did not go as its script says.</summary>
public sealed class TestFlowException(string message) : Exception(message);
