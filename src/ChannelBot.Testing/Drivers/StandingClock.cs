namespace ChannelBot.Testing.Drivers;

/// <summary>A clock that stands, where chatdown's begins: what is dated by it is the same in every run. Timers run all the same.</summary>
public sealed class StandingClock : TimeProvider
{
    /// <summary>Source: bf-chatdown 4.15.0.</summary>
    public static DateTimeOffset Start { get; } = new(2015, 10, 15, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Start;
}
