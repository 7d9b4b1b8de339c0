namespace ChannelBot.Core.Quantities;

/// <summary>How sure a number is, as its words say.</summary>
public enum Bound
{
    Exact,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    About,
    Rounded,
    Between,

    /// <summary>"nearly 60": less than it, but not by much.</summary>
    Nearly,

    /// <summary>"just over 60": more than it, but not by much.</summary>
    JustOver,
}
