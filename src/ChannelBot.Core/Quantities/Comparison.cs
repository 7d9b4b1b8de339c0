namespace ChannelBot.Core.Quantities;

/// <summary>What can be said of two quantities, whatever the true numbers are.</summary>
public enum Comparison
{
    /// <summary>The first is certainly more.</summary>
    More,

    /// <summary>The first is certainly less.</summary>
    Less,

    /// <summary>Both are the same, known number.</summary>
    Equal,

    /// <summary>The first is as much or more: "at least 60" against 60.</summary>
    NotLess,

    /// <summary>The first is as much or less: "at most 60" against 60.</summary>
    NotMore,

    /// <summary>It depends on the true numbers.</summary>
    CannotBeSaid,
}
