using ChannelBot.Core.Quantities;

namespace ChannelBot.Core.Tests.Quantities;

public sealed class CalculatorTests
{
    [Fact]
    public void Share_is_recorded_as_the_design_shows()
    {
        var (result, working, comparison) = Calculator.Run("share", [Article(17961, "since"), Article(31535, "this-year")]);

        Assert.Equal("share", working.Function);
        Assert.Equal("17,961 ÷ 31,535 × 100 = 56.96", working.Expression);
        Assert.Equal("359220/6307", working.Exact);
        Assert.Equal(56.95576, working.Value, 5);
        Assert.Equal(working.Value, working.Low);
        Assert.Equal(working.Value, working.High);
        Assert.Equal("percent", working.Unit);
        Assert.Equal(new("since", "article", 17961, "exact", 1), working.Operands[0]);
        Assert.Null(comparison);
        Assert.Equal("about 57%", QuantityText.Brief(result));
        Assert.Equal("56.96%", QuantityText.Precise(result));
    }

    [Fact]
    public void Value_before_a_rounded_rise_is_a_range_of_whole_numbers()
    {
        var rise = new CalculationOperand(Quantity.Rounded(18, 1, Unit.Percent), "rise", "article", 1);
        var (result, working, _) = Calculator.Run("value_before_change", [Article(31535, "this-year", "arrival"), rise]);

        Assert.Equal("about 26,700 (26,612 to 26,838)", QuantityText.WithInterval(result));
        Assert.Equal("31,535 ÷ (100 + 18) × 100 = about 26,700 (26,612 to 26,838)", working.Expression);
        Assert.Equal((26612, 26838, false, false), (working.Low, working.High, working.LowOpen, working.HighOpen));
    }

    private static CalculationOperand Article(int value, string figure, string noun = "arrival") =>
        new(Quantity.Exact(value, Unit.CountOf(noun)), figure, "article", 1);
}
