using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Fractions;

namespace ChannelBot.Core.Knowledge;

/// <summary>An exact number as a knowledge file has it: "60" or "359220/6307". A JSON number would be read as a double.</summary>
internal static class FractionText
{
    /// <exception cref="JsonException">It is no such number.</exception>
    public static Fraction Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return new Fraction(Whole(text));
        }

        var denominator = Whole(text.AsSpan(slash + 1));
        return denominator.IsZero
            ? throw new JsonException($"'{text}' divides by zero")
            : new Fraction(Whole(text.AsSpan(0, slash)), denominator);
    }

    public static string Of(Fraction value)
    {
        var exact = value.Reduce();
        return exact.Denominator.IsOne
            ? exact.Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{exact.Numerator}/{exact.Denominator}");
    }

    private static BigInteger Whole(ReadOnlySpan<char> text) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : throw new JsonException($"'{text}' is not a whole number");
}
