namespace ChannelBot.Planner.Guards;

/// <summary>One test that every answer has to pass, whatever wrote it.</summary>
internal interface IGuard
{
    /// <summary>A short name for explanations and counters: "numbers".</summary>
    string Name { get; }

    /// <summary>Adds what it cannot account for to <paramref name="findings"/>.</summary>
    void Check(GuardedAnswer answer, List<GuardFinding> findings);
}
