using Microsoft.Extensions.Time.Testing;

namespace ChannelBot.Models.Tests.Server;

/// <summary>A clock on which waits before another try end at once; the times that a model may take pass only when a test says so.</summary>
internal sealed class HastyClock : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private readonly FakeTimeProvider _still = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public override long TimestampFrequency => _still.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _still.GetUtcNow();

    public override long GetTimestamp() => _still.GetTimestamp();

    public void Advance(TimeSpan time) => _still.Advance(time);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime > LongestPause || dueTime == Timeout.InfiniteTimeSpan
            ? _still.CreateTimer(callback, state, dueTime, period)
            : System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
}
