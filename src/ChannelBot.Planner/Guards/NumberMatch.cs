using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Guards;

/// <summary>Whether two numbers in words are the same number, and as sure as each other.</summary>
internal static class NumberMatch
{
    public static bool IsSame(in KnownNumber one, in KnownNumber other)
    {
        if (one.Value != other.Value || one.Score != other.Score || !AreAlike(one, other))
        {
            return false;
        }

        var (range, otherRange) = (one.Mention.Quantity, other.Mention.Quantity);
        return one.Bound != Bound.Between || (other.Bound == Bound.Between && range.High == otherRange.High);
    }

    /// <summary>"About 31,500" of 12,400: said to be rounded, and rightly.</summary>
    public static bool IsRounding(in KnownNumber shown, in KnownNumber known)
    {
        if (shown.Bound != Bound.About || !AreAlike(shown, known) || shown.Value == 0
            || !KeepsBound(Bound.About, known.Bound))
        {
            return false;
        }

        var digit = Digits.LastPlace(shown.Value);
        return digit * 10 <= Math.Abs(shown.Value) && Math.Abs(shown.Value - known.Value) <= digit / 2;
    }

    /// <summary>Whether a number may be said with <paramref name="said"/> where the article has <paramref name="written"/>.</summary>
    public static bool KeepsBound(Bound said, Bound written) => written switch
    {
        Bound.AtLeast => said is Bound.AtLeast,
        Bound.MoreThan => said is Bound.MoreThan,
        Bound.AtMost => said is Bound.AtMost,
        Bound.LessThan => said is Bound.LessThan,
        Bound.About => said is Bound.About,
        Bound.Nearly => said is Bound.Nearly or Bound.LessThan,
        Bound.JustOver => said is Bound.JustOver or Bound.MoreThan,
        Bound.Between => said is Bound.Between,
        _ => said is Bound.Exact or Bound.Rounded or Bound.About,
    };

    /// <summary>A percentage is no count, a third no "3", and pounds are no kilometres.</summary>
    public static bool AreAlike(in KnownNumber one, in KnownNumber other)
    {
        if (IsOrdinal(one.Mention) != IsOrdinal(other.Mention))
        {
            return false;
        }

        var (dimension, otherDimension) = (one.Unit.Dimension, other.Unit.Dimension);
        return dimension == otherDimension
            ? dimension is not (Dimension.Money or Dimension.Length or Dimension.Mass or Dimension.Area) || one.Unit.Name == other.Unit.Name
            : IsPlain(dimension) && IsPlain(otherDimension);
    }

    public static bool IsPlain(in KnownNumber number) => IsPlain(number.Unit.Dimension);

    private static bool IsOrdinal(NumberMention mention) => mention.Form == NumberForm.Ordinal;

    private static bool IsPlain(Dimension dimension) => dimension is Dimension.Count or Dimension.None or Dimension.Ratio or Dimension.Time;
}
