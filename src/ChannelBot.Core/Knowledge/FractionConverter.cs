using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fractions;

namespace ChannelBot.Core.Knowledge;

/// <summary>Writes an exact number as "60" or "359220/6307": a JSON number would be read as a double.</summary>
internal sealed class FractionConverter : JsonConverter<Fraction>
{
    public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString().AsSpan();
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return new Fraction(Whole(text));
        }

        var denominator = Whole(text[(slash + 1)..]);
        return denominator.IsZero
            ? throw new JsonException($"'{text}' divides by zero.")
            : new Fraction(Whole(text[..slash]), denominator);
    }

    public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options)
    {
        var exact = value.Reduce();
        writer.WriteStringValue(exact.Denominator.IsOne
            ? exact.Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{exact.Numerator}/{exact.Denominator}"));
    }

    private static BigInteger Whole(ReadOnlySpan<char> text) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : throw new JsonException($"'{text}' is not a whole number.");
}
