using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>A number as read from a text, before the words that bound it are looked for.</summary>
/// <param name="Start">Where the number begins, its sign or currency included.</param>
/// <param name="End">Exclusive, its unit included.</param>
/// <param name="Step">The digit it is rounded to; zero for an exact number.</param>
internal readonly record struct Reading(int Start, int End, NumberForm Form, Fraction Value, Fraction Step, Unit Unit)
{
    /// <summary>The upper end of a range; null for a single number.</summary>
    public Fraction? High { get; init; }

    /// <summary>Where the words that belong to it begin: "between" of a range; -1 where that is <see cref="Start"/>.</summary>
    public int WordsStart { get; init; } = -1;

    /// <summary>A bare number: a range or a list may still give it a unit.</summary>
    public bool IsBare => Form is NumberForm.Count && Unit == Unit.None;

    public static Reading Of(in Numeral numeral, NumberForm form, Unit unit, int end) =>
        new(numeral.Start, end, form, numeral.Value, numeral.Step, unit);

    /// <summary>A number that stands for itself and no amount: a label, a year, a place in a row.</summary>
    public static Reading Plain(int start, int end, NumberForm form, Fraction value, Unit? unit = null) =>
        new(start, end, form, value, Fraction.Zero, unit ?? Unit.None);
}
