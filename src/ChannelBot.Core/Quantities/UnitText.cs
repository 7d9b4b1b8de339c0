using System.Globalization;
using System.Numerics;
using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>Puts a number and its unit together: "57%", "£3.4bn", "12 km", "2.1 million". A count's noun is left to the sentence.</summary>
internal static class UnitText
{
    /// <param name="exponent">The number is shown to a multiple of 10 to this.</param>
    /// <param name="bare">Leave out the signs and words of percent and of ratios: for formulas.</param>
    /// <param name="inDigits">Write no magnitude: 1,100,000, not 1.1 million.</param>
    public static string Write(Fraction value, int exponent, Unit unit, bool bare = false, bool inDigits = false) => unit.Dimension switch
    {
        Dimension.Money when inDigits => Money(value, exponent, unit.Name, inDigits),
        Dimension.Count or Dimension.Ratio or Dimension.None when inDigits => NumberText.At(Rounding.Nearest(value, Rounding.PowerOfTen(exponent)), exponent),
        Dimension.Percent => Number(value, exponent) + (bare ? "" : "%"),
        Dimension.PercentagePoints => Number(value, exponent) + (bare ? "" : value.Abs() == Fraction.One ? " percentage point" : " percentage points"),
        Dimension.Money => Money(value, exponent, unit.Name),
        Dimension.Count or Dimension.Ratio or Dimension.None => Number(value, exponent),
        Dimension.Temperature => Temperature(value, exponent, unit.Name),
        Dimension.Calendar => Calendar(value, unit),
        Dimension.Rate => Rate(value, exponent, unit),
        _ when ShortOf(unit.Name) is { } sign => $"{Number(value, exponent)} {sign}",
        _ => $"{Number(value, exponent)} {Noun(value, unit)}",
    };

    private static string Noun(Fraction value, Unit unit) => value == Fraction.One ? unit.Name : UnitName.Plural(unit);

    private static string Rate(Fraction value, int exponent, Unit unit)
    {
        var at = unit.Name.IndexOf(" per ", StringComparison.Ordinal);
        return at == 3 && char.IsUpper(unit.Name[0])
            ? Money(value, exponent, unit.Name[..3]) + unit.Name[3..]
            : $"{Number(value, exponent)} {Noun(value, unit)}";
    }

    private static string Temperature(Fraction value, int exponent, string name) => name switch
    {
        "degree Celsius" => Number(value, exponent) + "°C",
        "degree Fahrenheit" => Number(value, exponent) + "°F",
        "kelvin" => Number(value, exponent) + " K",
        _ => $"{Number(value, exponent)} degrees",
    };

    private static string Money(Fraction value, int exponent, string currency, bool inDigits = false)
    {
        var sign = value.IsNegative ? "-" : "";
        var (number, magnitude) = inDigits
            ? (NumberText.At(Rounding.Nearest(value.Abs(), Rounding.PowerOfTen(exponent)), exponent), "")
            : Scaled(value.Abs(), exponent, "m", "bn", "tn");
        if (magnitude.Length == 0 && number.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 && number.Length - point == 2)
        {
            number += "0";
        }

        return SignOf(currency) is { } mark
            ? $"{sign}{mark}{number}{magnitude}"
            : $"{sign}{currency} {number}{magnitude}";
    }

    private static string Number(Fraction value, int exponent)
    {
        var (number, magnitude) = Scaled(value, exponent, " million", " billion", " trillion");
        return number + magnitude;
    }

    /// <summary>Large round numbers read better by their magnitude; a number that needs its digits keeps them.</summary>
    private static (string Number, string Magnitude) Scaled(Fraction value, int exponent, string million, string billion, string trillion)
    {
        var rounded = Rounding.Nearest(value, Rounding.PowerOfTen(exponent));
        var size = Math.Min(12, Rounding.Exponent(rounded) / 3 * 3);
        return size >= 6 && Quantity.IsWhole(rounded / Rounding.PowerOfTen(size - 2))
            ? (NumberText.Exact(rounded / Rounding.PowerOfTen(size)), size == 6 ? million : size == 9 ? billion : trillion)
            : (NumberText.At(rounded, exponent), "");
    }

    private static string Calendar(Fraction value, Unit unit)
    {
        var number = (int)BigInteger.Min(value.ToBigInteger(), int.MaxValue);
        return unit.Name switch
        {
            "clock" => string.Create(CultureInfo.InvariantCulture, $"{number / 60}:{number % 60:00}"),
            "date" => Date(number),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Date(int digits)
    {
        var (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
        var name = month is >= 1 and <= 12 ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month) : "";
        var parts = (day > 0 ? day.ToString(CultureInfo.InvariantCulture) + " " : "") + name;
        return year > 0 ? string.Create(CultureInfo.InvariantCulture, $"{parts} {year}").TrimStart() : parts;
    }

    private static string? SignOf(string currency) => currency switch
    {
        "GBP" => "£",
        "USD" => "$",
        "EUR" => "€",
        "JPY" => "¥",
        "INR" => "₹",
        "AUD" => "A$",
        "CAD" => "C$",
        "NZD" => "NZ$",
        "HKD" => "HK$",
        "UAH" => "₴",
        "TRY" => "₺",
        "RUB" => "₽",
        "KRW" => "₩",
        "ILS" => "₪",
        "NGN" => "₦",
        _ => null,
    };

    private static string? ShortOf(string unit) => unit switch
    {
        "kilometre" => "km",
        "metre" => "m",
        "centimetre" => "cm",
        "millimetre" => "mm",
        "kilogram" => "kg",
        "gram" => "g",
        "mile per hour" => "mph",
        "kilometre per hour" => "km/h",
        "kilowatt" => "kW",
        "megawatt" => "MW",
        "gigawatt" => "GW",
        "kilowatt-hour" => "kWh",
        "megawatt-hour" => "MWh",
        "gigawatt-hour" => "GWh",
        "terawatt-hour" => "TWh",
        _ => null,
    };
}
