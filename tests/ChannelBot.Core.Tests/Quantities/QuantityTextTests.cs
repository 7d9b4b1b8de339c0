using ChannelBot.Core.Quantities;
using CsCheck;
using Fractions;

namespace ChannelBot.Core.Tests.Quantities;

public sealed class QuantityTextTests
{
    private const int Times = 3000;

    [Theory]
    [InlineData("13,574", "13,574")]
    [InlineData("at least 60", "at least 60")]
    [InlineData("more than 50 migrants", "more than 50")]
    [InlineData("fewer than 30", "less than 30")]
    [InlineData("up to 40", "at most 40")]
    [InlineData("nearly 60", "nearly 60")]
    [InlineData("just over 60", "just over 60")]
    [InlineData("about 40,000", "about 40,000")]
    [InlineData("between 40 and 60", "between 40 and 60")]
    [InlineData("18 percent", "18%")]
    [InlineData("12.4 per cent", "12.4%")]
    [InlineData("£3.4bn", "£3.4bn")]
    [InlineData("£4.50", "£4.50")]
    [InlineData("$5m", "$5m")]
    [InlineData("CHF 20", "CHF 20")]
    [InlineData("1.2 million", "1.2 million")]
    [InlineData("12 km", "12 km")]
    [InlineData("5 miles", "5 miles")]
    [InlineData("20°C", "20°C")]
    [InlineData("30 mph", "30 mph")]
    [InlineData("three days", "3 days")]
    [InlineData("1 day", "1 day")]
    [InlineData("in 2023", "2023")]
    [InlineData("12 March 2024", "12 March 2024")]
    [InlineData("half past ten", "10:30")]
    [InlineData("-5", "-5")]
    public void Brief_writes_a_figure_as_it_was_meant(string text, string expected) =>
        Assert.Equal(expected, QuantityText.Brief(QuantityScanner.Scan(text)[0].Quantity));

    [Theory]
    [InlineData(17_961, 31_535, "about 57%", "about 57%", "56.96%")]
    [InlineData(13_574, 31_535, "about 43%", "about 43%", "43.04%")]
    [InlineData(1, 8, "12.5%", "12.5%", "12.5%")]
    [InlineData(1, 4, "25%", "25%", "25%")]
    [InlineData(1, 3, "about 33%", "about 33.3%", "33.33%")]
    [InlineData(1, 22, "about 4.5%", "about 4.5%", "4.55%")]
    [InlineData(60, 31_535, "about 0.19%", "about 0.19%", "0.1903%")]
    [InlineData(4, 3, "about 133%", "about 133.3%", "133.33%")]
    public void Shares_are_rounded_by_their_size(int part, int whole, string brief, string oneDecimal, string precise)
    {
        var share = QuantityArithmetic.Share(Quantity.Exact(part), Quantity.Exact(whole));

        Assert.Equal((brief, oneDecimal, precise), (QuantityText.Brief(share), QuantityText.OneDecimal(share), QuantityText.Precise(share)));
    }

    [Fact]
    public void Points_keep_a_decimal()
    {
        var points = QuantityArithmetic.DifferenceOfShares(Quantity.Exact(17_961), Quantity.Exact(13_574), Quantity.Exact(31_535));

        Assert.Equal("about 13.9 percentage points", QuantityText.Brief(points));
        Assert.Equal("13.91 percentage points", QuantityText.Precise(points));
    }

    [Fact]
    public void A_part_of_a_person_is_never_shown() =>
        Assert.Equal("about 11", QuantityText.Brief(Quantity.Exact(new Fraction(108, 10), Unit.CountOf("person"))));

    [Fact]
    public void A_ratio_that_ends_is_shown_whole() => Assert.Equal(
        "630.7", QuantityText.Brief(QuantityArithmetic.Ratio(Quantity.Exact(31_535), Quantity.Exact(50))));

    [Theory]
    [InlineData("at least 60", "60 or more")]
    [InlineData("more than 50", "more than 50")]
    [InlineData("up to 40", "40 or less")]
    [InlineData("18 percent", "17.5% to 18.5%")]
    [InlineData("£3.4bn", "£3.35bn to £3.45bn")]
    [InlineData("60", "60")]
    public void Interval_says_what_the_number_may_be(string text, string expected) =>
        Assert.Equal(expected, QuantityText.Interval(QuantityScanner.Scan(text)[0].Quantity));

    [Fact]
    public void Interval_of_anything_but_a_count_is_rounded_outward()
    {
        var share = QuantityArithmetic.Share(Quantity.Between(100, 107), Quantity.Exact(333));

        Assert.Equal("30% to 32.2%", QuantityText.Interval(share));
    }

    [Theory]
    [InlineData("£12m", "£9.5m", "about £2.5m")]
    [InlineData("120 km", "75 km", "about 45 km")]
    [InlineData("12,500 hectares", "8,000 hectares", "about 4,500 hectares")]
    public void A_difference_of_rounded_figures_stays_near_what_they_say(string more, string less, string expected) => Assert.Equal(
        expected, QuantityText.Brief(QuantityArithmetic.Subtract(QuantityScanner.Scan(more)[0].Quantity, QuantityScanner.Scan(less)[0].Quantity)));

    [Fact]
    public void Brief_can_be_read_back_and_claims_no_more_than_is_known() =>
        Gen.Select(Quantities.Any(Unit.None), Quantities.Positive(Unit.None)).Sample(
            (a, b) =>
            {
                foreach (var quantity in Results(a.Quantity, b.Quantity))
                {
                    Assert.True(IsHonest(quantity, QuantityText.Brief(quantity)), $"{quantity.Low} to {quantity.High} is shown as {QuantityText.Brief(quantity)}");
                    Assert.True(IsHonest(quantity, QuantityText.Precise(quantity)), $"{quantity.Low} to {quantity.High} is shown as {QuantityText.Precise(quantity)}");
                }
            },
            iter: Times);

    [Fact]
    public void Interval_can_be_read_back_and_holds_what_is_known() =>
        Gen.Select(Quantities.Any(Unit.None), Quantities.Positive(Unit.None)).Sample(
            (a, b) =>
            {
                foreach (var quantity in Results(a.Quantity, b.Quantity).Where(result => result is { IsBounded: true, IsCertain: false }))
                {
                    var numbers = QuantityScanner.Scan(QuantityText.Interval(quantity).Replace(" to ", " and ", StringComparison.Ordinal));
                    var (low, high) = (numbers[0].Quantity.Value, numbers[^1].Quantity.Value);
                    Assert.True(low <= quantity.Low && high >= quantity.High, $"{quantity.Low} to {quantity.High} is shown as {QuantityText.Interval(quantity)}");
                }
            },
            iter: Times);

    private static IEnumerable<Quantity> Results(Quantity a, Quantity b)
    {
        Func<Quantity>[] operations =
        [
            () => QuantityArithmetic.Add(a, b), () => QuantityArithmetic.Subtract(a, b), () => QuantityArithmetic.Multiply(a, b),
            () => QuantityArithmetic.Ratio(a, b), () => QuantityArithmetic.Share(a, b), () => QuantityArithmetic.PercentChange(b, a),
        ];
        foreach (var operation in operations)
        {
            Quantity result;
            try
            {
                result = operation();
            }
            catch (UndefinedCalculationException)
            {
                continue;
            }

            yield return result;
        }
    }

    /// <summary>Reads what is shown, as a reader would, and asks whether it claims more than the quantity does.</summary>
    private static bool IsHonest(Quantity quantity, string shown)
    {
        var (text, isAbout) = shown.StartsWith("about ", StringComparison.Ordinal) ? (shown["about ".Length..], true) : (shown, false);
        var mentions = QuantityScanner.Scan(text);
        if (mentions is not [var mention])
        {
            return false;
        }

        var (read, number) = (mention.Quantity, mention.Quantity.Value);
        if (quantity.IsCertain)
        {
            return (number - quantity.Value).Abs() <= Rounding.PowerOfTen(LastPlace(text)) / 2;
        }

        return quantity.Bound switch
        {
            Bound.AtLeast or Bound.MoreThan => read.Low <= quantity.Low && read.High is null && (quantity.LowOpen || !read.LowOpen || read.Low < quantity.Low),
            Bound.AtMost or Bound.LessThan => read.High >= quantity.High && read.Low is null && (quantity.HighOpen || !read.HighOpen || read.High > quantity.High),
            Bound.Between => read.Contains(quantity),
            _ => isAbout && (quantity.Contains(number) || IsWithin(quantity, number, LastPlace(text))),
        };
    }

    private static bool IsWithin(Quantity quantity, Fraction number, int place) =>
        (quantity.Low >= number - (Rounding.PowerOfTen(place) / 2)) && (quantity.High <= number + (Rounding.PowerOfTen(place) / 2));

    /// <summary>The place of the last digit shown, as an exponent; of a number without decimals the last that is not zero.</summary>
    private static int LastPlace(string text)
    {
        var digits = new string([.. text.Where(c => char.IsAsciiDigit(c) || c == '.')]);
        var scale = text.Contains("million", StringComparison.Ordinal) ? 6
            : text.Contains("billion", StringComparison.Ordinal) ? 9
            : text.Contains("trillion", StringComparison.Ordinal) ? 12 : 0;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var place = point >= 0 ? point - digits.Length + 1 : digits.Length - digits.TrimEnd('0').Length;
        return digits.Trim('0', '.').Length == 0 ? scale : place + scale;
    }
}
