using System.Globalization;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace ChannelBot.Testing.Drivers;

/// <summary>A bot for one conversation, and what it tells of how an answer came about.</summary>
/// <param name="Explain">Called once after each turn; null where the bot tells nothing.</param>
public sealed record InProcessBot(IBot Bot, Func<(IReadOnlyList<PlanStep> Plan, IReadOnlyList<string> Lines)>? Explain = null);

/// <summary>Runs a bot in this process, without a network: every turn as the host runs it, and each conversation with a memory of its own.</summary>
/// <remarks>What a turn leaves of <see cref="ConversationState"/> in its turn state the next one finds there, as with a store; the
/// <see cref="Answer"/> that it leaves is what expectations look at.</remarks>
/// <param name="open">Makes the bot of a conversation, or hands out the same one each time.</param>
/// <param name="channelId">The channel whose rendering is wanted where a script names none.</param>
/// <param name="time">What activities are dated by; left out, a clock that stands, so that every run gives the same activities.</param>
public sealed class InProcessDriver(Func<InProcessBot> open, string channelId = Channels.Test, TimeProvider? time = null) : IBotDriver
{
    private readonly TimeProvider _time = time ?? new StandingClock();
    private int _conversations;

    /// <summary>One bot for all conversations.</summary>
    public InProcessDriver(IBot bot, string channelId = Channels.Test, TimeProvider? time = null)
        : this(() => new InProcessBot(bot), channelId, time)
    {
    }

    public string Name => "in process";

    public Task<IBotConversation> StartAsync(ScriptHeader header, CancellationToken cancellationToken = default)
    {
        var id = header.ConversationId ?? string.Create(CultureInfo.InvariantCulture, $"conversation{Interlocked.Increment(ref _conversations)}");
        return Task.FromResult<IBotConversation>(new Conversation(open(), new Speakers(header, channelId, id, "https://test.example", _time)));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Conversation(InProcessBot bot, Speakers speakers) : IBotConversation
    {
        private readonly TurnRunner _runner = new();
        private ConversationState? _state;
        private int _said;

        public async Task<TurnObservation> SendAsync(Activity activity, int awaited, CancellationToken cancellationToken = default)
        {
            var started = Stopwatch.GetTimestamp();
            var sent = speakers.Address(activity);
            var typing = new List<Activity>();
            var turn = await RunAsync(sent, typing, cancellationToken);
            _state = turn.TurnState.Get<ConversationState>() ?? _state;
            var (plan, lines) = bot.Explain?.Invoke() ?? ([], []);
            foreach (var reply in turn.Replies)
            {
                reply.Id ??= string.Create(CultureInfo.InvariantCulture, $"{speakers.ConversationId}|bot{++_said:D7}");
            }

            return new TurnObservation
            {
                Sent = sent,
                Replies = [.. typing, .. turn.Replies],
                Answer = turn.TurnState.Get<Answer>(),
                Plan = plan,
                Explanation = lines,
                Elapsed = Stopwatch.GetElapsedTime(started),
            };
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private async Task<TurnResult> RunAsync(Activity sent, List<Activity> typing, CancellationToken cancellationToken)
        {
            var turnState = new TurnContextStateCollection();
            if (_state is not null)
            {
                turnState.Set(_state);
            }

            try
            {
                var running = _runner.RunAsync(sent, bot.Bot, turnState, KeepTypingAsync, cancellationToken);
                return await running.WaitAsync(cancellationToken);
            }
            catch (BadInputException refusal)
            {
                throw new BotDriverException($"The bot refused the activity: {refusal.Message}", refusal);
            }
#pragma warning disable CA1031 // The bot is a stranger here: whatever it throws is what its test shows.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                throw new BotDriverException($"The bot failed with {fault.GetType().Name}: {fault.Message}", fault);
            }

            Task KeepTypingAsync(Activity shown, CancellationToken cancel)
            {
                typing.Add(shown);
                return Task.CompletedTask;
            }
        }
    }
}
