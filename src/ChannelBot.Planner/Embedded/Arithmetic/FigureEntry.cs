using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Where a figure's period stands to the event that names it.</summary>
internal enum Side
{
    None,
    Before,
    After,
}

/// <summary>What is known of one figure beyond its record.</summary>
/// <param name="Whole">The figure that it is a part of, as the article says; null where none.</param>
/// <param name="Noun">Stems of what it counts; those of the whole where the article leaves the noun out.</param>
/// <param name="Rival">The figure of its sentence that it is set against: "61,000, beating the 58,000 of 2009"; null where none.</param>
/// <param name="Side">Whether the period lies before or after that event.</param>
/// <param name="IsTotal">It has parts in the article, or is said to be the total of its kind.</param>
/// <param name="IsFormer">It stands after "from", before the value that took its place.</param>
/// <param name="Each">What it is so many to, where the article says so right after it: "share" in "$1.24 a share"; null for an amount by itself.</param>
/// <param name="IsOfSpan">It counts over a span of time, a year or the time since something, and not at one place on one day.</param>
/// <param name="Marks">Stems of its period and place: what tells it from its like.</param>
internal sealed record FigureEntry(
    int Index, Figure Figure, Figure? Whole, string[] Noun, Figure? Rival, Side Side, string[] Marks, bool IsTotal, bool IsFormer, bool IsOfSpan, string? Each)
{
    /// <summary>The part that was told of before, where this is the whole in "the rest of the £5m"; null elsewhere.</summary>
    public Figure? RestBeside { get; init; }

    /// <summary>The stem of its unit's name, where that is a word: "minute"; else null.</summary>
    public string? UnitStem { get; } = Figure.Quantity.Unit.Name is { Length: > 2 } unit ? Tokenizer.Tokenize(unit)[0].Stem : null;

    /// <summary>"This", "last" or "next", where the period is such a year, month or week.</summary>
    public string? Which { get; } = Figure.Period is { } period ? FigurePhrase.WhichOf(Tokenizer.Tokenize(period)) : null;
}

/// <summary>What a word says of a figure.</summary>
[Flags]
internal enum FigurePart
{
    None = 0,

    /// <summary>It names what is counted.</summary>
    Noun = 1,

    /// <summary>It is of the period or the place.</summary>
    Mark = 2,

    /// <summary>It is the event that the period begins or ends with: the vote of "since the recent vote".</summary>
    Event = 4,
}

/// <summary>A word of a figure, with how much it says of it.</summary>
internal readonly record struct FigurePosting(int Figure, float Weight, FigurePart Part);
