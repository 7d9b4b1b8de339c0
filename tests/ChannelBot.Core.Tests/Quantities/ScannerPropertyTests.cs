using ChannelBot.Core.Quantities;
using CsCheck;

namespace ChannelBot.Core.Tests.Quantities;

/// <summary>What holds of a scan whatever the text.</summary>
public sealed class ScannerPropertyTests
{
    private const int Times = 3000;

    private static readonly string[] s_pieces =
    [
        "60", "31", "1,234", "12 345", "4.5", "2023", "1900", "999999999999999999999999999999999999", "one", "two", "twenty", "hundred", "thousand",
        "million", "a", "an", "half", "third", "quarter", "dozen", "first", "second", "between", "and", "to", "from", "or", "in", "of", "out", "at",
        "least", "more", "than", "over", "about", "up", "nearly", "so", "percent", "%", "£", "$", "€", "km", "k", "m", "bn", "°", "C", "years", "old",
        "year", "aged", "March", "may", "12th", "am", "p.m.", "o'clock", "past", "No.", "page", "-", "–", "+", "/", ":", ".", ",", "(", ")", "[", "]",
        "#", "~", "≥", "½", "times", "as", "fold", "x", "minus", "point", "the", "\n", "  ", " ", "\u00A0", "people", "’s", "\ud83d\ude00", "\u0660", "İ",
    ];

    private static readonly Gen<string> s_text = Gen.Select(
        Quantities.Word(s_pieces).Array[0, 14], Quantities.Word("", " ", " ", " ", "-").Array[14],
        (pieces, joints) => string.Concat(pieces.Select((piece, i) => piece + joints[i])));

    [Fact]
    public void Scan_never_fails_and_its_mentions_stand_in_order_within_the_text() =>
        Gen.OneOf(s_text, Gen.String).Sample(
            text =>
            {
                var end = 0;
                foreach (var mention in QuantityScanner.Scan(text))
                {
                    Assert.True(end <= mention.Start, $"'{text}' has mentions that overlap.");
                    Assert.True(mention.Start <= mention.NumberStart && mention.NumberStart < mention.NumberEnd, text);
                    Assert.True(mention.NumberEnd <= mention.End && mention.End <= text.Length, text);
                    Assert.True(text[mention.Start..mention.End].Trim().Length == mention.End - mention.Start, $"'{text}' has a mention with blanks around it.");
                    end = mention.End;
                }
            },
            iter: Times * 5);

    [Fact]
    public void Scan_gives_values_inside_their_intervals() =>
        s_text.Sample(
            text => QuantityScanner.Scan(text).All(mention => mention.Quantity is var quantity
                && (quantity.Low is null || quantity.Value >= quantity.Low) && (quantity.High is null || quantity.Value <= quantity.High)),
            iter: Times);

    [Fact]
    public void Scan_reads_what_stands_after_other_text_as_it_reads_it_alone() =>
        s_text.Sample(
            text =>
            {
                var (alone, after) = (QuantityScanner.Scan(text), QuantityScanner.Scan("Nothing here.\n" + text));
                return alone.Count == after.Count
                    && alone.Zip(after).All(pair => pair.First.Start == pair.Second.Start - 14 && pair.First.Quantity == pair.Second.Quantity);
            },
            iter: Times);

    [Fact]
    public void A_number_in_digits_is_read_back() =>
        Gen.Select(Quantities.AnyNumber, Gen.Int[-4, 0]).Sample(
            (number, exponent) =>
            {
                var written = NumberText.At(number, exponent);
                return QuantityScanner.Scan(written) is [var only] && NumberText.At(only.Quantity.Value, exponent) == written;
            },
            iter: Times);

    [Fact]
    public void A_whole_number_in_words_is_read_back() =>
        Gen.Select(Gen.Int[0, 999_999_999], Gen.Bool, Gen.Bool).Sample(
            (number, hyphen, and) => QuantityScanner.Scan(Words(number, hyphen ? "-" : " ", and ? " and " : " ")) is [var only] && only.Quantity.Value == number,
            iter: Times);

    [Fact]
    public void A_hedged_number_says_what_its_words_say() =>
        Gen.Select(Quantities.Word("at least ", "more than ", "up to ", "fewer than "), Gen.Int[1, 90_000], Quantities.Word("", "%", " km", "kg", " million")).Sample(
            (hedge, number, unit) =>
            {
                var text = "There were " + hedge + NumberText.Exact(number) + unit + " there.";
                var bound = hedge switch
                {
                    "at least " => Bound.AtLeast,
                    "more than " => Bound.MoreThan,
                    "up to " => Bound.AtMost,
                    _ => Bound.LessThan,
                };
                return QuantityScanner.Scan(text) is [var only] && only.Quantity.Bound == bound
                    && text[only.Start..only.End] == hedge + NumberText.Exact(number) + unit;
            },
            iter: Times);

    [Theory]
    [InlineData("9")]
    [InlineData(",999")]
    [InlineData(" 999")]
    [InlineData("1-")]
    [InlineData("1   ")]
    [InlineData("thousand ")]
    [InlineData("one hundred and ")]
    [InlineData("[99999999999999999999999999999")]
    [InlineData("between 1 and ")]
    [InlineData("a")]
    [InlineData("£")]
    public void Scan_takes_time_in_step_with_the_length_of_the_text(string piece)
    {
        // Work that grew with the square of the length would not end within the test's patience: 2 MB would take hours.
        var text = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length / 4));

        Assert.True(QuantityScanner.Scan(text).Count <= text.Length);
    }

    /// <summary>English words for a number below a thousand million, spelt by hand.</summary>
    private static string Words(int number, string hyphen, string and)
    {
        string[] small =
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ];
        string[] tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        return number switch
        {
            < 20 => small[number],
            < 100 => tens[number / 10] + (number % 10 == 0 ? "" : hyphen + small[number % 10]),
            < 1000 => small[number / 100] + " hundred" + (number % 100 == 0 ? "" : and + Words(number % 100, hyphen, and)),
            < 1_000_000 => Words(number / 1000, hyphen, and) + " thousand" + Rest(number % 1000),
            _ => Words(number / 1_000_000, hyphen, and) + " million" + Rest(number % 1_000_000),
        };

        string Rest(int rest) => rest == 0 ? "" : (rest < 100 ? and : " ") + Words(rest, hyphen, and);
    }
}
