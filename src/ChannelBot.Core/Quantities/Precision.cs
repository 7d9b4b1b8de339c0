using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>How many digits to show.</summary>
public enum Detail
{
    /// <summary>One figure for a sentence: 57%, 0.19%, 26,700.</summary>
    Brief,

    /// <summary>As brief, but percentages of ten and more to one decimal: 57.1%.</summary>
    OneDecimal,

    /// <summary>For the working: 56.96%.</summary>
    Precise,
}

/// <summary>Chooses the digit to round to, as an exponent of ten.</summary>
internal static class Precision
{
    /// <summary>How far rounding may move a guess, as a part of the width of its interval.</summary>
    private static readonly Fraction s_leeway = new(1, 3);

    /// <summary>By the kind of number alone, as if it were certain.</summary>
    public static int ByStyle(Fraction value, Unit unit, Detail detail)
    {
        var first = Rounding.Exponent(value);
        return (unit.Dimension, detail) switch
        {
            (Dimension.Calendar, _) => 0,
            (Dimension.Percent, Detail.Brief) when first >= 1 => 0,
            (Dimension.Percent or Dimension.PercentagePoints, Detail.Brief or Detail.OneDecimal) => first >= 0 ? -1 : first - 1,
            (Dimension.Percent or Dimension.PercentagePoints, _) => first >= 0 ? -2 : first - 3,
            (Dimension.Count, Detail.Precise) => first >= 3 ? 0 : -2,
            (Dimension.Count, _) => first >= 1 ? 0 : -1,
            (Dimension.Money, Detail.Precise) => -2,
            (Dimension.Money, _) => first >= 6 ? first - 2 : first >= 2 ? 0 : -2,
            (_, Detail.Precise) => Math.Min(0, first - 3),
            _ => Math.Min(0, first - 2),
        };
    }

    /// <summary>May all the digits of a number be shown? Where they are at most one more than style asks; a part of a person is never.</summary>
    public static int? AllDigits(Fraction value, Unit unit, int style) =>
        NumberText.LastDecimal(value) is { } last && (last == 0 || (last >= style - 1 && unit.Dimension is not Dimension.Count)) ? last : null;

    /// <summary>The coarsest digit, from <paramref name="coarsest"/> down, at which a best guess still lies in its interval and near
    /// where it was (12 less 9.5 is about 2.5, not about 3), but no finer than style needs: there the interval must lie within what
    /// the rounded figure stands for.</summary>
    public static int OfGuess(Fraction guess, Interval interval, int style, int coarsest)
    {
        var leeway = (interval.High!.Value - interval.Low!.Value) * s_leeway;
        for (var exponent = coarsest; ; exponent--)
        {
            var step = Rounding.PowerOfTen(exponent);
            var shown = Rounding.Nearest(guess, step);
            if (interval.Contains(Interval.Point(shown)) && (shown - guess).Abs() <= leeway)
            {
                return exponent;
            }

            var half = step / 2;
            if (exponent <= style && new Interval(shown - half, shown + half, false, false).Contains(interval))
            {
                return exponent;
            }
        }
    }

    /// <summary>The digit for a bound that may only move to its safe side: fine enough to give away at most a hundredth of it.</summary>
    public static int OfBound(Fraction end, int style, Func<Fraction, Fraction, Fraction> round)
    {
        var exponent = style;
        while ((round(end, Rounding.PowerOfTen(exponent)) - end).Abs() * 100 > end.Abs())
        {
            exponent--;
        }

        return exponent;
    }
}
