using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Guards;

/// <summary>A number, its place in the article or the answer, and its value ready to compare.</summary>
/// <param name="Bound">As it is to be understood: in "about 57% (56.96%)" both are about.</param>
/// <param name="Unit">As it is to be understood: in "4 points (3 to 5)" all are points.</param>
/// <param name="Score">"2-0" as written, where it is a score; null for any other number.</param>
internal sealed record KnownNumber(NumberMention Mention, double Value, int Start, int End, Bound Bound, Unit Unit, string? Score)
{
    /// <param name="text">Where it was scanned.</param>
    /// <param name="offset">Where that text begins, in the place counted from.</param>
    public static KnownNumber Of(NumberMention mention, string text, int offset = 0) => new(
        mention,
        mention.Quantity.Value.ToDouble(),
        offset + mention.NumberStart,
        offset + mention.NumberEnd,
        mention.Quantity.Bound,
        mention.Quantity.Unit,
        mention.Form == NumberForm.Score ? text[mention.Start..mention.End] : null);

    /// <summary>This number as it is meant after <paramref name="before"/>, in whose brackets, or in whose "one in", it may stand.</summary>
    public KnownNumber After(in KnownNumber before, string text)
    {
        if (before.Mention.End > Mention.Start)
        {
            return this;
        }

        // "About one in 12.2"
        if (before.Value == 1 && text.AsSpan(before.Mention.End, Mention.Start - before.Mention.End) is " in ")
        {
            return this with { Bound = before.Bound };
        }

        if (text.AsSpan(before.Mention.End, Mention.Start - before.Mention.End) is not " (")
        {
            return this;
        }

        return this with
        {
            Bound = before.Bound is Bound.About && Bound is Bound.Exact or Bound.Rounded ? Bound.About : Bound,
            Unit = Unit.Dimension is Dimension.None or Dimension.Count ? before.Unit : Unit,
        };
    }
}
