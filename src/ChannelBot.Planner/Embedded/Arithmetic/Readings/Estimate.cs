namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>About what a calculator function comes to, to compare readings by: bounds, units and what has no result are the calculator's.</summary>
internal static class Estimate
{
    /// <summary>NaN or an infinity where there is no result.</summary>
    /// <param name="arePercents">Whether the first and the second are percentages.</param>
    public static double Of(string function, ReadOnlySpan<double> numbers, (bool First, bool Second) arePercents)
    {
        var (first, second) = (numbers[0], numbers[1]);
        return function switch
        {
            "add" or "sum" => Sum(numbers),
            "subtract" or "percentage_points" or "compare" => first - second,
            "multiply" => first * second / (arePercents.First || arePercents.Second ? 100 : 1),
            "divide" or "ratio" => first / second * (arePercents.Second && !arePercents.First ? 100 : 1),
            "rate_per" => first / second * (numbers.Length > 2 ? numbers[2] : 1),
            "extrapolate" => first / second * numbers[2],
            "share" => first / second * 100,
            "percent_change" => (second - first) / first * 100,
            "difference_of_shares" => (first - second) / numbers[2] * 100,
            "value_after_change" => first * (100 + second) / 100,
            "value_before_change" => second <= -100 ? double.NaN : first * 100 / (100 + second),
            _ => double.NaN,
        };
    }

    /// <summary>The function gives a percentage, whatever it is given.</summary>
    public static bool GivesPercent(string function) => function is "share" or "percent_change" or "percentage_points";

    private static double Sum(ReadOnlySpan<double> numbers)
    {
        double sum = 0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }
}
