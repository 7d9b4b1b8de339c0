namespace ChannelBot.Planner.Guards;

/// <summary>How finely a number is written.</summary>
internal static class Digits
{
    private const int MostDecimals = 6;

    /// <summary>The place of the last digit that is not zero: 100 for 26,700, 0.1 for 4.5.</summary>
    public static double LastPlace(double value)
    {
        value = Math.Abs(value);
        if (value == 0)
        {
            return 1;
        }

        var place = 1.0;
        for (var decimals = 0; decimals < MostDecimals && !IsWhole(value / place); decimals++)
        {
            place /= 10;
        }

        while (place >= 1 && IsWhole(value / (place * 10)))
        {
            place *= 10;
        }

        return place;
    }

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < 1e-9 * Math.Max(1, value);
}
