using ChannelBot.Testing.Comparison;

namespace ChannelBot.Testing.Running;

/// <summary>How scripts are run.</summary>
public sealed record RunOptions
{
    /// <summary>Conversations at a time.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;

    /// <summary>How long one turn may take, the start of a conversation too.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often each conversation is held: a script that passes some times and not others is flaky.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>Whether a script's pauses are waited for.</summary>
    public bool KeepsDelays { get; init; }

    public ComparisonRules Rules { get; init; } = ComparisonRules.Default;
}
