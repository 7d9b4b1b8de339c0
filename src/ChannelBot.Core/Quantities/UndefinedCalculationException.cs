namespace ChannelBot.Core.Quantities;

/// <summary>Why a calculation has no result.</summary>
public enum UndefinedReason
{
    DivisionByZero,
    NoOperands,
    UnlikeUnits,

    /// <summary>The operands allow any result at all: "at least 60" less "more than 50".</summary>
    NothingFollows,
}

/// <summary>The calculation asked for has no result. The message says why, in words fit for the user.</summary>
public sealed class UndefinedCalculationException(UndefinedReason reason, string message) : Exception(message)
{
    public UndefinedReason Reason { get; } = reason;
}
