using System.Text.Json;
using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Streaming;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Conversations;
using ChannelBot.Host.Operations;

namespace ChannelBot.Host.Messages;

/// <summary>Takes activities from channels and emulators: records them, runs their turns in order and once, and sees that replies get out.</summary>
internal sealed partial class ActivityIntake(
    IConversationStore store,
    BotTurns turns,
    ConnectorDelivery connector,
    ConnectorStream streams,
    UserLimits limits,
    TimeProvider time,
    ILogger<ActivityIntake> log) : IActivityIntake, IHostedService
{
    /// <summary>Waiting time after a turn that could not be kept, doubled each time up to the longest.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private static readonly IBot s_asksForPatience = new PatienceBot();

    private readonly WorkUnderWay _underWay = new();

    /// <summary>Computes what an earlier process acknowledged and did not get to, before anything new comes in.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var accepted in await store.ListAcceptedAsync(cancellationToken))
        {
            if (Read(accepted) is { } activity)
            {
                Compute(accepted, activity);
            }
            else
            {
                await store.DropAcceptedAsync(accepted.Id, cancellationToken);
            }
        }
    }

    /// <summary>Lets turns end that are under way. Those that do not are computed after the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _underWay.EndAsync(cancellationToken);
        await _underWay.CancelAsync();
    }

    public async Task AcceptAsync(IncomingActivity incoming, CancellationToken cancellationToken)
    {
        var activity = incoming.Activity;
        var limit = activity.IsType(ActivityTypes.Message) ? limits.Enter(activity) : UserLimit.Free;
        if (limit is UserLimit.Passed)
        {
            return;
        }

        var recorded = await store.AcceptAsync(
            new AcceptedActivity(0, Key(activity), activity.From?.Id, Dedupe(activity), time.GetUtcNow(), incoming.Json), cancellationToken);
        if (recorded is not null)
        {
            Compute(recorded, activity, limit is UserLimit.Told ? s_asksForPatience : null);
        }
    }

    /// <exception cref="TooMuchAtOnceException">The user has said too much already.</exception>
    public async Task<TurnAnswer> AnswerAsync(IncomingActivity incoming, StreamingResponse? stream, CancellationToken cancellationToken)
    {
        var activity = incoming.Activity;
        if (limits.Enter(activity) is not UserLimit.Free)
        {
            throw new TooMuchAtOnceException();
        }

        var request = new TurnRequest(Key(activity), activity.From?.Id, Dedupe(activity)) { DeliversReplies = !activity.IsAnsweredInResponse };
        var turn = activity.IsAnsweredInResponse ? new BotTurn(activity) { Reply = BotTurn.WriteReplyWithId, Stream = stream } : new BotTurn(activity);
        var receipt = await turns.RunAsync(request, turn, cancellationToken);
        var invoke = receipt.Response is { } response ? JsonSerializer.Deserialize(response.Span, ProtocolJson.Wire.InvokeResponse) : null;
        return new TurnAnswer(
            activity.IsAnsweredInResponse ? [.. receipt.Entries.Where(entry => entry.Kind is LogEntryKind.Reply).Select(entry => entry.Activity)] : [], invoke);
    }

    private static ConversationKey Key(Activity activity) => new(activity.ChannelId ?? "", activity.Conversation!.Id!);

    private static string? Dedupe(Activity activity) => string.IsNullOrEmpty(activity.Id) ? null : activity.Id;

    private Activity? Read(AcceptedActivity accepted)
    {
        try
        {
            return ActivityParser.Parse(accepted.Activity.Span);
        }
        catch (BadActivityException problem)
        {
            LogUnreadable(problem, accepted.Id);
            return null;
        }
    }

    private void Compute(AcceptedActivity accepted, Activity activity, IBot? insteadOfBot = null) =>
        _underWay.Add(ComputeAsync(accepted, activity, insteadOfBot));

    private async Task ComputeAsync(AcceptedActivity accepted, Activity activity, IBot? insteadOfBot)
    {
        var request = new TurnRequest(accepted.Conversation, accepted.UserId, accepted.DedupeKey)
        {
            AcceptedId = accepted.Id,
            DeliversReplies = true,
        };
        var stream = streams.For(activity);
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var turn = new BotTurn(activity)
                {
                    RunsInBackground = true,
                    SendTyping = connector.DeliverAsync,
                    Stream = stream,
                    InsteadOfBot = insteadOfBot,
                };
                var receipt = await turns.RunAsync(request, turn, _underWay.Stopping);
                if (receipt.IsDuplicate)
                {
                    // Answered meanwhile by another way: in a response.
                    await store.DropAcceptedAsync(accepted.Id, _underWay.Stopping);
                }

                return;
            }
            catch (OperationCanceledException) when (_underWay.Stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The boundary of background work: it was acknowledged, so it is tried until it is done or the host stops.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogNotKept(problem, request.Conversation.Channel, pause);
            }

            try
            {
                await Task.Delay(pause, time, _underWay.Stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Says to a user who has said too much that it was, in the place of the bot.</summary>
    private sealed class PatienceBot : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync(new TooMuchAtOnceException().Message, cancellationToken: cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of channel {Channel} could not be kept; it is tried again in {Pause}")]
    private partial void LogNotKept(Exception problem, string channel, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Accepted activity {Id} cannot be read and is given up")]
    private partial void LogUnreadable(Exception problem, long id);
}
