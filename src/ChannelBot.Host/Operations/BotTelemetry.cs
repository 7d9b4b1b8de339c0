using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChannelBot.Core.Conversations;
using ChannelBot.Planner;

namespace ChannelBot.Host.Operations;

/// <summary>What the bot tells about its work: how many turns, how they ended, how long they took, how many wait, what guards refused.
/// Never what was said.</summary>
internal sealed class BotTelemetry : IDisposable
{
    /// <summary>Name of the traces' source and of the meter.</summary>
    public const string Name = "ChannelBot";

    private static readonly ActivitySource Source = new(Name);

    private readonly Meter _meter;
    private readonly Counter<long> _turns;
    private readonly Histogram<double> _duration;

    public BotTelemetry(IMeterFactory meters, TurnQueue queue, IServiceProvider services)
    {
        _meter = meters.Create(Name);
        _turns = _meter.CreateCounter<long>("channelbot.turns", "{turn}", "Turns by channel and outcome.");
        _duration = _meter.CreateHistogram<double>("channelbot.turn.duration", "s", "From a turn's arrival to its commit.");
        _meter.CreateObservableGauge("channelbot.queue.length", () => queue.Length, "{turn}", "Turns that wait or are being computed.");
        _meter.CreateObservableCounter(
            "channelbot.guard.refusals", () => services.GetRequiredService<QuestionPlanner>().GuardFigures.Refused, "{answer}", "Answers that a guard refused.");
    }

    public static Activity? StartTurn(string channel, string? type)
    {
        var trace = Source.StartActivity("turn");
        trace?.SetTag("channel", channel);
        trace?.SetTag("activity.type", type);
        return trace;
    }

    public void Ended(Activity? trace, string channel, string outcome, TimeSpan duration)
    {
        trace?.SetTag("outcome", outcome);
        var tags = new TagList { { "channel", Known(channel) }, { "outcome", outcome } };
        _turns.Add(1, tags);
        _duration.Record(duration.TotalSeconds, tags);
    }

    public void Dispose() => _meter.Dispose();

    /// <summary>Senders may name any channel; a meter must not grow with their fancy.</summary>
    private static string Known(string channel) => channel is "msteams" or "directline" or "webchat" or "emulator" ? channel : "other";
}
