using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Reads numbers in words: twelve, twenty-five thousand, a hundred and fifty, two and a half million, four point five.</summary>
internal static class WordNumerals
{
    /// <summary>Scale words of one number: more make no number that anybody counts with.</summary>
    private const int MostScales = 4;

    public static bool TryRead(ReadOnlySpan<char> text, int start, out Numeral numeral)
    {
        numeral = default;
        var end = text.WordEnd(start);
        var word = text[start..end];
        var entry = WordTable.Find(word);
        if (entry is null)
        {
            return false;
        }

        long value;
        if (IsArticle(word))
        {
            // "a hundred", "a dozen": the scale itself is read by the loop below.
            if (ScaleAfter(text, end, out _) == 0)
            {
                return false;
            }

            value = 1;
        }
        else if (entry.Numeral is NumeralKind.Cardinal or NumeralKind.Tens)
        {
            value = entry.Value;
            if (entry.Numeral is NumeralKind.Tens)
            {
                (value, end) = WithUnits(text, value, end);
            }

            if (IsYear(text, value, end, out var year, out var yearEnd))
            {
                numeral = Numeral.Of(start, yearEnd, year, NumeralTraits.YearInWords);
                return true;
            }
        }
        else
        {
            return false;
        }

        numeral = Numeral.Of(start, end, value);
        numeral = WithDecimals(text, WithPart(text, numeral));
        numeral = WithScales(text, numeral);
        return true;
    }

    public static bool IsArticle(ReadOnlySpan<char> word) => word.Is("a") || word.Is("an");

    /// <summary>Scale words after a number in digits or words: 40 thousand, 1.2 million, two hundred and fifty thousand.</summary>
    public static Numeral WithScales(ReadOnlySpan<char> text, Numeral numeral)
    {
        // "two hundred and fifty thousand": what is read so far (250) is multiplied; "two million five hundred": 500 is added to it.
        var total = default(Numeral?);
        var current = numeral;
        for (var scales = 0; scales < MostScales; scales++)
        {
            if (ScaleAfter(text, current.End, out var end) is not (var scale and > 0))
            {
                break;
            }

            current = current.Times(scale, end);
            if (!current.Has(NumeralTraits.Digits) && TryReadBelow(text, end, scale, out var rest, out var restEnd))
            {
                if (ScaleAfter(text, restEnd, out _) is var next and > 0 && next < scale)
                {
                    total = Sum(total, current);
                    current = current.With(new Fraction(rest), Fraction.Zero, restEnd);
                    continue;
                }

                current = current.With(current.Value + rest, Fraction.Zero, restEnd);
            }
        }

        return total is { } before ? Sum(before, current) : current;
    }

    private static Numeral Sum(Numeral? before, Numeral then) => before is { } first
        ? first.With(first.Value + then.Value, Fraction.Zero, then.End)
        : then;

    private static long ScaleAfter(ReadOnlySpan<char> text, int index, out int end)
    {
        var word = text.NextPart(index, out _, out end);
        return WordTable.Find(word) is { Numeral: NumeralKind.Scale } entry && !(word.Is("grand") && IsAdjective(text, end)) ? entry.Value : 0;
    }

    /// <summary>"Two grand pianos"; "two grand each" and "two grand since May" are 2,000.</summary>
    private static bool IsAdjective(ReadOnlySpan<char> text, int index)
    {
        var next = text.NextWord(index);
        return !next.IsEmpty && (next.Is("and") || !(WordTable.Is(next, WordRoles.Function) || next.Is("each") || next.Is("per") || next.Is("every") || next.Is("more") || next.Is("extra")));
    }

    /// <summary>What goes on after a scale: "(two hundred) and fifty-three", "(two thousand) five hundred".</summary>
    private static bool TryReadBelow(ReadOnlySpan<char> text, int index, long scale, out long value, out int end)
    {
        (value, end) = (0, index);
        if (scale == 12)
        {
            return false;
        }

        var word = text.NextWord(index, out _, out var wordEnd);
        if (word.Is("and"))
        {
            word = text.NextWord(wordEnd, out _, out wordEnd);
        }

        if (WordTable.Find(word) is not { Numeral: NumeralKind.Cardinal or NumeralKind.Tens } entry || entry.Value == 0)
        {
            return false;
        }

        (value, end) = entry.Numeral is NumeralKind.Tens ? WithUnits(text, entry.Value, wordEnd) : (entry.Value, wordEnd);
        if (scale > 100 && ScaleAfter(text, end, out var hundredEnd) == 100)
        {
            value *= 100;
            end = hundredEnd;
            if (TryReadBelow(text, end, 100, out var rest, out var restEnd))
            {
                (value, end) = (value + rest, restEnd);
            }
        }

        return true;
    }

    /// <summary>"twenty-five", "twenty five".</summary>
    private static (long Value, int End) WithUnits(ReadOnlySpan<char> text, long tens, int end)
    {
        var word = text.NextPart(end, out _, out var next);
        return WordTable.Find(word) is { Numeral: NumeralKind.Cardinal, Value: > 0 and < 10 } units && !IsFollowedByIn(text, next)
            ? (tens + units.Value, next)
            : (tens, end);

        // "twenty one in five" is not said; "ninety one in ten" neither. Only a hyphen or a blank binds them.
        static bool IsFollowedByIn(ReadOnlySpan<char> text, int index) => text.At(index) == '-' && text.NextWord(index + 1).Is("in");
    }

    /// <summary>"two and a half (million)".</summary>
    private static Numeral WithPart(ReadOnlySpan<char> text, Numeral numeral)
    {
        if (text.NextWord(numeral.End, out _, out var and).Is("and")
            && IsArticle(text.NextWord(and, out _, out var article))
            && WordTable.Find(text.NextWord(article, out _, out var end)) is { Part: 2 or 3 or 4, IsPluralPart: false } part)
        {
            return numeral.With(numeral.Value + new Fraction(1, part.Part), numeral.Step, end);
        }

        return numeral;
    }

    /// <summary>"four point five".</summary>
    private static Numeral WithDecimals(ReadOnlySpan<char> text, Numeral numeral)
    {
        if (!text.NextWord(numeral.End, out _, out var end).Is("point"))
        {
            return numeral;
        }

        var step = Fraction.One;
        for (var places = 0; places < 6; places++)
        {
            if (WordTable.Find(text.NextWord(end, out _, out var digitEnd)) is not { Numeral: NumeralKind.Cardinal, Value: < 10 } digit)
            {
                break;
            }

            step /= 10;
            end = digitEnd;
            numeral = numeral.With(numeral.Value + (step * digit.Value), step, end) with { Traits = numeral.Traits | NumeralTraits.Decimal };
        }

        return numeral;
    }

    /// <summary>"nineteen eighty-four", "twenty twenty-four", "twenty ten".</summary>
    private static bool IsYear(ReadOnlySpan<char> text, long value, int end, out long year, out int yearEnd)
    {
        (year, yearEnd) = (0, end);
        if (value is not (18 or 19 or 20)
            || WordTable.Find(text.NextWord(end, out _, out var next)) is not { Numeral: not NumeralKind.None, Value: >= 10 and < 100 } tens
            || tens.Numeral is NumeralKind.Scale)
        {
            return false;
        }

        var (rest, restEnd) = tens.Numeral is NumeralKind.Tens ? WithUnits(text, tens.Value, next) : (tens.Value, next);
        if (ScaleAfter(text, restEnd, out _) > 0)
        {
            return false;
        }

        (year, yearEnd) = ((value * 100) + rest, restEnd);
        return true;
    }
}
