using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>Words that bring a number along without being one.</summary>
internal static class WordNumbers
{
    private static readonly Dictionary<string, Fraction> s_numbers = Resource.Words("Readings/numbers.txt")
        .ToDictionary(pair => pair.Word, pair => Fraction.FromString(pair.Name, System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>Zero for a word that brings none.</summary>
    public static Fraction Of(string lower) => s_numbers.GetValueOrDefault(lower);

    /// <summary>"Half", "1/3", "12".</summary>
    public static string Said(Fraction number) => number == new Fraction(1, 2) ? "half" : number < 1 ? NumberText.AsFraction(number) : NumberText.Exact(number);
}
