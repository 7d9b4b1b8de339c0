using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Core.Tests.Quantities;

public sealed class QuantityTests
{
    [Fact]
    public void A_rounded_figure_may_be_anything_that_rounds_to_it()
    {
        var rise = Quantity.Rounded(18, 1, Unit.Percent);

        Assert.Equal((new Fraction(35, 2), new Fraction(37, 2)), (rise.Low, rise.High));
        Assert.True(rise.Contains(new Fraction(35, 2)));
        Assert.True(rise.Contains(new Fraction(37, 2)));
        Assert.False(rise.Contains(19));
    }

    [Fact]
    public void At_least_holds_its_number_and_more_than_does_not()
    {
        Assert.True(Quantity.AtLeast(60).Contains(60));
        Assert.False(Quantity.MoreThan(60).Contains(60));
        Assert.True(Quantity.MoreThan(60).Contains(61));
        Assert.True(Quantity.AtMost(60).Contains(60));
        Assert.False(Quantity.LessThan(60).Contains(60));
    }

    [Theory]
    [InlineData(40_000, 36_000, 44_000)]
    [InlineData(48_200, 48_150, 48_250)]
    [InlineData(57, 56.5, 57.5)]
    [InlineData(60, 55, 65)]
    [InlineData(100, 90, 110)]
    [InlineData(4.5, 4.45, 4.55)]
    [InlineData(0, 0, 0)]
    public void About_is_off_by_half_its_last_digit_and_a_tenth_at_most(double number, double low, double high)
    {
        var about = Quantity.About(new Fraction((decimal)number));

        Assert.Equal((low, high), (about.Low!.Value.ToDouble(), about.High!.Value.ToDouble()));
    }

    [Fact]
    public void Nearly_is_below_and_just_over_is_above()
    {
        Assert.False(Quantity.Nearly(60).Contains(60));
        Assert.True(Quantity.Nearly(60).Contains(58));
        Assert.False(Quantity.JustOver(60).Contains(60));
        Assert.True(Quantity.JustOver(60).Contains(62));
    }

    [Fact]
    public void Between_puts_ends_the_right_way_round() => Assert.Equal(Quantity.Between(40, 60), Quantity.Between(60, 40));

    [Fact]
    public void Taken_exactly_only_a_rounded_figure_changes()
    {
        Assert.Equal(Quantity.Exact(18, Unit.Percent), Quantity.Rounded(18, 1, Unit.Percent).TakenExactly());
        Assert.Equal(Quantity.AtLeast(60), Quantity.AtLeast(60).TakenExactly());
        Assert.Equal(Quantity.About(60), Quantity.About(60).TakenExactly());
    }

    [Fact]
    public void Contains_asks_of_every_number_of_the_other()
    {
        Assert.True(Quantity.AtLeast(60).Contains(Quantity.MoreThan(60)));
        Assert.False(Quantity.MoreThan(60).Contains(Quantity.AtLeast(60)));
        Assert.True(Quantity.AtLeast(60).Overlaps(Quantity.AtMost(60)));
        Assert.False(Quantity.MoreThan(60).Overlaps(Quantity.AtMost(60)));
    }

    [Theory]
    [InlineData(10, "mile", "kilometre", 16.09344)]
    [InlineData(1, "kilometre", "metre", 1000)]
    [InlineData(12, "inch", "foot", 1)]
    public void Lengths_convert_exactly(int number, string from, string to, double expected) =>
        Assert.Equal(expected, UnitConversion.In(Quantity.Exact(number, new Unit(Dimension.Length, from)), new Unit(Dimension.Length, to)).Value.ToDouble());

    [Fact]
    public void Temperatures_convert_with_their_zero()
    {
        var fahrenheit = UnitConversion.In(
            Quantity.Between(0, 100, new Unit(Dimension.Temperature, "degree Celsius")), new Unit(Dimension.Temperature, "degree Fahrenheit"));

        Assert.Equal(((Fraction)32, (Fraction)212), (fahrenheit.Low, fahrenheit.High));
    }

    [Fact]
    public void Months_and_days_do_not_convert_for_months_differ()
    {
        Assert.True(UnitConversion.CanConvert(Unit.YearLong, Unit.Month));
        Assert.False(UnitConversion.CanConvert(Unit.Month, Unit.Day));
    }

    [Fact]
    public void A_unit_that_measures_something_else_is_refused_with_both_names()
    {
        var refused = Assert.Throws<UndefinedCalculationException>(
            () => UnitConversion.In(Quantity.Exact(5, new Unit(Dimension.Length, "mile")), new Unit(Dimension.Mass, "kilogram")));

        Assert.Equal(UndefinedReason.UnlikeUnits, refused.Reason);
        Assert.Equal("A quantity in miles cannot be given in kilograms.", refused.Message);
    }
}
