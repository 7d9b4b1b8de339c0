namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>Where a number that a request may be about comes from.</summary>
internal enum SlotSource
{
    /// <summary>A number of the request that is not the article's.</summary>
    User,

    /// <summary>A word that is a number: "twice", "degrees" of a circle.</summary>
    Word,

    /// <summary>A word that says how many to a lot: "per thousand", and after so many a day "a week", "a full year".</summary>
    Lot,

    /// <summary>A figure of the article whose number stands in the request.</summary>
    Said,

    /// <summary>A figure of the article that the request may speak of.</summary>
    Figure,

    /// <summary>What is left of a whole without a part.</summary>
    Rest,

    /// <summary>What a figure was before the change that the article gives for it.</summary>
    Base,

    /// <summary>A result of the last calculation.</summary>
    Earlier,

    /// <summary>A number that the last calculation took.</summary>
    Past,
}

/// <summary>A number that a request may be about.</summary>
/// <param name="At">Its place among the words of the request; -1 where it does not stand there.</param>
/// <param name="Links">What speaks for or against its being meant.</param>
internal sealed record Slot(Term Term, double Value, Measure Measure, SlotSource Source, int At, Sign[] Links)
{
    /// <summary>Its number among the slots of the request.</summary>
    public int Index { get; init; }

    /// <summary>The figures of the article that it is made of.</summary>
    public FigureEntry[] Figures { get; init; } = [];

    /// <summary>It stands in the request, so that a reading without it leaves something out.</summary>
    public bool IsSaid => At >= 0 && Source is not SlotSource.Lot;
}
