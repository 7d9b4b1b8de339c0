namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Reads a cardinal in digits or words, with its scale: 48,210, 1.2 million, twenty-five thousand.</summary>
internal static class Numerals
{
    public static bool TryRead(ReadOnlySpan<char> text, int start, out Numeral numeral)
    {
        if (text.IsDigitAt(start) || (text.At(start) == '.' && text.IsDigitAt(start + 1)))
        {
            if (!DigitNumerals.TryRead(text, start, out numeral, out _))
            {
                return false;
            }

            numeral = WithSuffix(text, numeral);
            numeral = numeral.Has(NumeralTraits.Scaled) ? numeral : WordNumerals.WithScales(text, numeral);
            return true;
        }

        return WordNumerals.TryRead(text, start, out numeral);
    }

    /// <summary>26.7k, 3.4bn. "5m" is five million, unless what follows says that it is a length.</summary>
    private static Numeral WithSuffix(ReadOnlySpan<char> text, Numeral numeral)
    {
        var end = text.WordEnd(numeral.End);
        if (end == numeral.End || WordTable.Find(text[numeral.End..end]) is not { Suffix: > 0 } entry || text.IsDigitAt(end))
        {
            return numeral;
        }

        var isMetre = end == numeral.End + 1 && text[numeral.End] == 'm' && WordTable.Is(text.NextPart(end, out _, out _), WordRoles.Length);
        return isMetre || text.At(end) is '²' or '³' or '/' ? numeral : numeral.Times(entry.Suffix, end);
    }
}
