using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace ChannelBot.BotFramework.Tests.Support;

/// <summary>A clock on which short waits end at once, and are noted. Waits of 15 seconds and more, the time a call may take, do not end.</summary>
internal sealed class HastyClock : TimeProvider
{
    private readonly FakeTimeProvider _still = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override DateTimeOffset GetUtcNow() => _still.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.FromSeconds(15) || dueTime == Timeout.InfiniteTimeSpan)
        {
            return _still.CreateTimer(callback, state, dueTime, period);
        }

        Waits.Enqueue(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
