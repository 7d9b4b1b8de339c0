using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>Writes a quantity as English, with its hedge: the one place where numbers are rounded.</summary>
/// <remarks>
/// A lower bound is only ever rounded down and an upper one up; a best guess keeps to its interval; a number cut short says "about".
/// A count's noun is not written: "at least 60", not "at least 60 people".
/// </remarks>
public static class QuantityText
{
    /// <summary>One figure with its hedge: "13,574", "about 57%", "at least 0.19%", "about 26,700", "between 40 and 60", "£3.4bn".</summary>
    public static string Brief(Quantity quantity) => Write(quantity, Detail.Brief);

    /// <summary>As <see cref="Brief"/>, but larger percentages to one decimal: "about 43.1%".</summary>
    public static string OneDecimal(Quantity quantity) => Write(quantity, Detail.OneDecimal);

    /// <summary>More digits, for the working: "56.96%", "at least 0.1902%".</summary>
    public static string Precise(Quantity quantity) => Write(quantity, Detail.Precise);

    /// <summary>The figure with the interval it lies in, where that says more: "about 26,700 (26,612 to 26,838)".</summary>
    public static string WithInterval(Quantity quantity) =>
        HasTellingInterval(quantity) ? $"{Brief(quantity)} ({Interval(quantity)})" : Brief(quantity);

    /// <summary>The interval, rounded outward: "26,612 to 26,838", "17.5% to 18.5%", "60 or more", "more than 50".</summary>
    public static string Interval(Quantity quantity)
    {
        if (quantity.IsCertain)
        {
            return Precise(quantity);
        }

        return (quantity.Low, quantity.High) switch
        {
            (null, null) => "unknown",
            ({ } low, { } high) => $"{End(low, quantity, Rounding.Down)} to {End(high, quantity, Rounding.Up)}",
            ({ } low, null) => quantity.LowOpen ? $"more than {OneEnd(low, quantity)}" : $"{OneEnd(low, quantity)} or more",
            (null, { } high) => quantity.HighOpen ? $"{LessWord(quantity)} than {OneEnd(high, quantity)}" : $"{OneEnd(high, quantity)} or {LessWord(quantity)}",
        };
    }

    /// <summary>The words before the figure: "at least", "about"; empty for a plain number.</summary>
    public static string Hedge(Bound bound, Unit unit) => bound switch
    {
        Bound.AtLeast => "at least",
        Bound.MoreThan => "more than",
        Bound.AtMost => "at most",
        Bound.LessThan => unit.Dimension is Dimension.Count ? "fewer than" : "less than",
        Bound.About => "about",
        Bound.Nearly => "nearly",
        Bound.JustOver => "just over",
        _ => "",
    };

    /// <summary>The name of a bound in an answer's working: "exact", "at least", "rounded", "between".</summary>
    public static string BoundName(Bound bound) => bound switch
    {
        Bound.Exact => "exact",
        Bound.Rounded => "rounded",
        Bound.Between => "between",
        _ => Hedge(bound, Unit.None),
    };

    /// <summary>As it stands in a formula: hedged, without the sign of percent.</summary>
    internal static string InFormula(Quantity quantity, Detail detail) => Write(quantity, detail, bare: true);

    internal static string ResultInFormula(Quantity quantity) => HasTellingInterval(quantity)
        ? $"{InFormula(quantity, Detail.Brief)} ({Interval(quantity)})"
        : InFormula(quantity, Detail.Precise);

    private static bool HasTellingInterval(Quantity quantity) =>
        quantity is { Bound: Bound.About, IsBounded: true, IsCertain: false };

    private static string Write(Quantity quantity, Detail detail, bool bare = false)
    {
        if (quantity.Low is null && quantity.High is null)
        {
            return "unknown";
        }

        return quantity.Bound switch
        {
            Bound.AtLeast or Bound.MoreThan or Bound.AtMost or Bound.LessThan =>
                $"{Hedge(quantity.Bound, quantity.Unit)} {OneEnd(quantity.Value, quantity, detail, bare)}",
            Bound.Between when !quantity.IsCertain =>
                Between(quantity, bare),
            Bound.Rounded or Bound.Nearly or Bound.JustOver => AsWritten(quantity, bare),
            _ when quantity.IsCertain => Certain(quantity, detail, bare),
            _ => Guess(quantity, detail, bare),
        };
    }

    /// <summary>"Between 0.3 and 1.1 million" would be read as 0.3 million: where only one end has a magnitude, both stand in digits.</summary>
    private static string Between(Quantity quantity, bool bare)
    {
        var inDigits = HasMagnitude(quantity.High!.Value) && !HasMagnitude(quantity.Low!.Value);
        return $"between {End(quantity.Low!.Value, quantity, Rounding.Down, bare, inDigits)} and {End(quantity.High!.Value, quantity, Rounding.Up, bare, inDigits)}";
    }

    private static bool HasMagnitude(Fraction value) => value.Abs() >= 1_000_000;

    private static string AsWritten(Quantity quantity, bool bare)
    {
        var hedge = Hedge(quantity.Bound, quantity.Unit);
        var number = UnitText.Write(quantity.Value, NumberText.LastDecimal(quantity.Value) ?? -2, quantity.Unit, bare);
        return hedge.Length == 0 ? number : $"{hedge} {number}";
    }

    private static string Certain(Quantity quantity, Detail detail, bool bare)
    {
        var style = Precision.ByStyle(quantity.Value, quantity.Unit, detail);
        if (Precision.AllDigits(quantity.Value, quantity.Unit, style) is { } all)
        {
            return UnitText.Write(quantity.Value, all, quantity.Unit, bare);
        }

        var number = UnitText.Write(quantity.Value, style, quantity.Unit, bare);
        return detail is Detail.Precise ? number : $"about {number}";
    }

    private static string Guess(Quantity quantity, Detail detail, bool bare)
    {
        var (low, high) = (quantity.Low!.Value, quantity.High!.Value);
        var guess = quantity.Contains(quantity.Value) ? quantity.Value : (low + high) / 2;
        var style = Precision.ByStyle(guess, quantity.Unit, detail);
        var coarsest = Rounding.Exponent(guess) + 1;
        if (detail is Detail.Precise)
        {
            // Two digits finer than the interval is wide: enough to check by, and still plainly a guess.
            coarsest = Math.Min(coarsest, Math.Max(style, Rounding.Exponent(high - low) - 2));
        }

        var exponent = Precision.OfGuess(guess, Quantities.Interval.Of(quantity), style, coarsest);
        return $"about {UnitText.Write(guess, exponent, quantity.Unit, bare)}";
    }

    /// <summary>The only end of a quantity that has one, moved to its safe side.</summary>
    private static string OneEnd(Fraction end, Quantity quantity, Detail detail = Detail.Brief, bool bare = false)
    {
        var style = Precision.ByStyle(end, quantity.Unit, detail);
        if (Precision.AllDigits(end, quantity.Unit, style) is { } all)
        {
            return UnitText.Write(end, all, quantity.Unit, bare);
        }

        Func<Fraction, Fraction, Fraction> round = quantity.High is null ? Rounding.Down : Rounding.Up;
        var exponent = Precision.OfBound(end, style, round);
        return UnitText.Write(round(end, Rounding.PowerOfTen(exponent)), exponent, quantity.Unit, bare);
    }

    /// <summary>One end of two, rounded outward to a tenth of the interval's width.</summary>
    private static string End(Fraction end, Quantity quantity, Func<Fraction, Fraction, Fraction> outward, bool bare = false, bool inDigits = false)
    {
        var exponent = Rounding.Exponent(quantity.High!.Value - quantity.Low!.Value) - 1;
        var all = Precision.AllDigits(end, quantity.Unit, Math.Min(0, exponent));
        var shown = all is null ? outward(end, Rounding.PowerOfTen(exponent)) : end;
        return UnitText.Write(shown, all ?? exponent, quantity.Unit, bare, inDigits);
    }

    private static string LessWord(Quantity quantity) => quantity.Unit.Dimension is Dimension.Count ? "fewer" : "less";
}
