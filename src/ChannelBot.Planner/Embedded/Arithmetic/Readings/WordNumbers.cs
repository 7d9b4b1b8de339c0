using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>Words that bring a number along without being one.</summary>
internal static class WordNumbers
{
    private static readonly Dictionary<string, Fraction> s_numbers = Load();

    /// <summary>Zero for a word that brings none.</summary>
    public static Fraction Of(string lower) => s_numbers.GetValueOrDefault(lower);

    /// <summary>"Half", "1/3", "12".</summary>
    public static string Said(Fraction number) => number == new Fraction(1, 2) ? "half" : number < 1 ? NumberText.AsFraction(number) : NumberText.Exact(number);

    private static Dictionary<string, Fraction> Load()
    {
        var numbers = new Dictionary<string, Fraction>(StringComparer.Ordinal);
        foreach (var line in Resource.Lines("Readings/numbers.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                numbers[word] = Fraction.FromString(line[..colon], System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return numbers;
    }
}
