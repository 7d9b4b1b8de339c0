using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Core.Tests.Quantities;

public sealed class QuantityArithmeticTests
{
    private static readonly Unit s_arrival = Unit.CountOf("arrival");
    private static readonly Unit s_pound = Unit.Money("GBP");

    [Fact]
    public void At_least_plus_more_than_is_more_than() =>
        Assert.Equal("more than 110", Brief(QuantityArithmetic.Add(Quantity.AtLeast(60), Quantity.MoreThan(50))));

    [Fact]
    public void A_certain_number_less_at_least_is_at_most() =>
        Assert.Equal("at most 40", Brief(QuantityArithmetic.Subtract(Quantity.Exact(100), Quantity.AtLeast(60))));

    [Fact]
    public void A_share_of_at_least_is_at_least() => Assert.Equal(
        "at least 0.19%", Brief(QuantityArithmetic.Share(Quantity.AtLeast(60, Unit.CountOf("migrant")), Quantity.Exact(31_535, s_arrival))));

    [Fact]
    public void A_share_of_more_than_is_never_rounded_up() => Assert.Equal(
        "more than 0.158%", Brief(QuantityArithmetic.Share(Quantity.MoreThan(50, Unit.CountOf("migrant")), Quantity.Exact(31_535, s_arrival))));

    [Fact]
    public void The_rise_in_numbers_from_a_rounded_percentage_is_a_range()
    {
        var before = QuantityArithmetic.ValueBeforeChange(Quantity.Exact(31_535, s_arrival), Quantity.Rounded(18, 1, Unit.Percent));
        var rise = QuantityArithmetic.Subtract(Quantity.Exact(31_535, s_arrival), before);

        Assert.Equal("about 4,800 (4,697 to 4,923)", QuantityText.WithInterval(rise));
    }

    [Fact]
    public void A_quotient_by_more_than_goes_down_to_nothing() =>
        Assert.Equal("less than 2", Brief(QuantityArithmetic.Ratio(Quantity.Exact(100), Quantity.MoreThan(50))));

    [Fact]
    public void A_quotient_by_fewer_than_takes_them_to_be_some() =>
        Assert.Equal("more than 2", Brief(QuantityArithmetic.Ratio(Quantity.Exact(100, s_arrival), Quantity.LessThan(50, s_arrival))));

    [Fact]
    public void Two_percentages_differ_by_points_and_add_up_to_a_percentage()
    {
        var (more, less) = (Quantity.Exact(57, Unit.Percent), Quantity.Exact(43, Unit.Percent));

        Assert.Equal(Quantity.Exact(14, Unit.PercentagePoint), QuantityArithmetic.Subtract(more, less));
        Assert.Equal(Quantity.Exact(100, Unit.Percent), QuantityArithmetic.Add(more, less));
        Assert.Equal(Quantity.Exact(14, Unit.PercentagePoint), QuantityArithmetic.PercentagePoints(more, less));
    }

    [Fact]
    public void A_percentage_of_a_count_counts_whole_things()
    {
        var part = QuantityArithmetic.Multiply(Quantity.Rounded(18, 1, Unit.Percent), Quantity.Exact(1001, s_arrival));

        Assert.Equal((Fraction)176, part.Low);
        Assert.Equal((Fraction)185, part.High);
        Assert.Equal(s_arrival, part.Unit);
    }

    [Fact]
    public void Boats_of_so_many_people_hold_people() => Assert.Equal(
        Quantity.Exact(2000, Unit.CountOf("person")),
        QuantityArithmetic.Multiply(Quantity.Exact(40, Unit.CountOf("boat")), Quantity.Exact(50, Unit.CountOf("person"))));

    [Fact]
    public void Unlike_things_divide_into_a_rate_that_multiplies_back()
    {
        var rate = QuantityArithmetic.Divide(Quantity.Exact(1000, s_pound), Quantity.Exact(8, Unit.CountOf("person")));

        Assert.Equal("£125 per person", Brief(rate));
        Assert.Equal(Quantity.Exact(1000, s_pound), QuantityArithmetic.Multiply(rate, Quantity.Exact(8, Unit.CountOf("person"))));
    }

    [Fact]
    public void A_rate_is_named_by_what_it_is_per()
    {
        var rate = QuantityArithmetic.RatePer(
            Quantity.AtLeast(60, Unit.CountOf("death")), Quantity.Exact(31_535, s_arrival), Quantity.Exact(1000, s_arrival));

        Assert.Equal("at least 1.9 deaths per 1,000 arrivals", Brief(rate));
    }

    [Fact]
    public void Years_of_the_calendar_differ_by_years() =>
        Assert.Equal("5 years", Brief(QuantityArithmetic.Subtract(Quantity.Exact(2024, Unit.Year), Quantity.Exact(2019, Unit.Year))));

    [Fact]
    public void Lengths_in_different_units_add_in_the_first() => Assert.Equal(
        "26.1 km",
        Brief(QuantityArithmetic.Add(
            Quantity.Exact(10, new Unit(Dimension.Length, "kilometre")), Quantity.Exact(10, new Unit(Dimension.Length, "mile")))).Replace("about ", "", StringComparison.Ordinal));

    [Fact]
    public void Extrapolate_goes_on_at_the_same_rate() => Assert.Equal(
        Quantity.Exact(1200, s_arrival),
        QuantityArithmetic.Extrapolate(Quantity.Exact(1000, s_arrival), Quantity.Exact(10, Unit.Month), Quantity.Exact(1, Unit.YearLong)));

    [Fact]
    public void Sum_of_nothing_is_undefined() =>
        Assert.Equal(UndefinedReason.NoOperands, Assert.Throws<UndefinedCalculationException>(() => QuantityArithmetic.Sum([])).Reason);

    [Fact]
    public void Division_by_zero_is_undefined()
    {
        var refused = Assert.Throws<UndefinedCalculationException>(() => QuantityArithmetic.Share(Quantity.Exact(5), Quantity.Exact(0)));

        Assert.Equal(UndefinedReason.DivisionByZero, refused.Reason);
        Assert.Equal("Nothing can be divided by zero.", refused.Message);
    }

    [Fact]
    public void Division_by_what_may_be_zero_says_so() => Assert.Equal(
        "The number to divide by, between 0 and 5, may be zero.",
        Assert.Throws<UndefinedCalculationException>(() => QuantityArithmetic.Ratio(Quantity.Exact(5), Quantity.Between(0, 5))).Message);

    [Fact]
    public void Before_a_fall_of_all_of_it_nothing_can_be_said() => Assert.Equal(
        UndefinedReason.DivisionByZero,
        Assert.Throws<UndefinedCalculationException>(
            () => QuantityArithmetic.ValueBeforeChange(Quantity.Exact(0), Quantity.Exact(-100, Unit.Percent))).Reason);

    [Fact]
    public void Where_every_result_is_possible_nothing_follows()
    {
        Assert.Equal(
            UndefinedReason.NothingFollows,
            Assert.Throws<UndefinedCalculationException>(() => QuantityArithmetic.Subtract(Quantity.AtLeast(60), Quantity.MoreThan(50))).Reason);
        Assert.Equal(
            UndefinedReason.NothingFollows,
            Assert.Throws<UndefinedCalculationException>(() => QuantityArithmetic.Ratio(Quantity.AtLeast(60), Quantity.MoreThan(50))).Reason);
    }

    [Theory]
    [InlineData("person", "percent", "People and percent cannot be added.")]
    [InlineData("person", "GBP", "People and pounds cannot be added.")]
    [InlineData("GBP", "USD", "Pounds and dollars cannot be added.")]
    [InlineData("body", "boat", "They count different things, bodies and boats, so adding them needs an assumption.")]
    [InlineData("", "percent", "Units and percent cannot be added.")]
    public void Unlike_things_do_not_add(string left, string right, string message)
    {
        var refused = Assert.Throws<UndefinedCalculationException>(
            () => QuantityArithmetic.Add(Quantity.Exact(5, UnitOf(left)), Quantity.Exact(5, UnitOf(right))));

        Assert.Equal((UndefinedReason.UnlikeUnits, message), (refused.Reason, refused.Message));
    }

    [Fact]
    public void Different_currencies_do_not_compare() => Assert.Equal(
        "GBP and USD are different currencies and cannot be compared.",
        Assert.Throws<UndefinedCalculationException>(
            () => QuantityArithmetic.Compare(Quantity.Exact(5, s_pound), Quantity.Exact(5, Unit.Money("USD")))).Message);

    [Theory]
    [InlineData("at least 60", "50", Comparison.More)]
    [InlineData("at least 60", "60", Comparison.NotLess)]
    [InlineData("more than 60", "60", Comparison.More)]
    [InlineData("at most 60", "60", Comparison.NotMore)]
    [InlineData("fewer than 60", "60", Comparison.Less)]
    [InlineData("60", "60", Comparison.Equal)]
    [InlineData("about 60", "60", Comparison.CannotBeSaid)]
    [InlineData("about 60", "80", Comparison.Less)]
    [InlineData("at least 60", "100", Comparison.CannotBeSaid)]
    [InlineData("between 40 and 50", "51 to 60", Comparison.Less)]
    public void Compare_says_only_what_is_certain(string left, string right, Comparison expected) => Assert.Equal(
        expected, QuantityArithmetic.Compare(QuantityScanner.Scan(left)[0].Quantity, QuantityScanner.Scan(right)[0].Quantity));

    private static Unit UnitOf(string name) => name switch
    {
        "" => Unit.None,
        "percent" => Unit.Percent,
        "GBP" or "USD" => Unit.Money(name),
        _ => Unit.CountOf(name),
    };

    private static string Brief(Quantity quantity) => QuantityText.Brief(quantity);
}
