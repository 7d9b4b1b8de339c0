using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace ChannelBot.BotFramework.Tests.Streaming;

/// <summary>A clock that a test moves, and that tells how long somebody is about to wait.</summary>
internal sealed class WatchedClock : TimeProvider
{
    private readonly FakeTimeProvider _still = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override DateTimeOffset GetUtcNow() => _still.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _still.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    public void Advance(TimeSpan time) => _still.Advance(time);

    /// <summary>Lets the next wait pass, once somebody waits.</summary>
    /// <returns>How long it was.</returns>
    public async Task<TimeSpan> PassAsync()
    {
        var wait = await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken);
        _still.Advance(wait);
        return wait;
    }

    /// <summary>Ends when somebody waits.</summary>
    public async Task SomebodyWaitsAsync() => await _waits.Reader.WaitToReadAsync(TestContext.Current.CancellationToken);
}
