namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Finds the sign of a currency with the letters that tell whose it is: £, US$, A$.</summary>
internal static class Currencies
{
    private const int MostLetters = 2;

    public static bool IsSign(char c) => c is '£' or '$' or '€' or '¥' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.CurrencySymbol;

    /// <summary>The sign at <paramref name="index"/>, the letters before it included, and where the amount after it begins.</summary>
    public static bool TrySign(ReadOnlySpan<char> text, int index, out UnitPhrase currency, out int start, out int amount)
    {
        currency = null!;
        (start, amount) = (index, index);
        if (!IsSign(text.At(index)))
        {
            return false;
        }

        amount = text.SkipBlanks(index + 1);
        while (index - start < MostLetters && text.IsLetterAt(start - 1))
        {
            start--;
        }

        if (start < index && !text.IsLetterAt(start - 1) && WordTable.Find(text[start..(index + 1)]) is { Before: { } lettered })
        {
            currency = lettered;
            return true;
        }

        start = index;
        currency = WordTable.Find(text[index..(index + 1)])?.Before!;
        return currency is not null;
    }
}
