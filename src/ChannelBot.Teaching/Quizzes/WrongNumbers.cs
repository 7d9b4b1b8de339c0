using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>Numbers that look like one of the article's and cannot be it: none that its bounds include.</summary>
internal static class WrongNumbers
{
    /// <summary>Percentages as a part of a whole end here.</summary>
    private const int Whole = 100;

    /// <summary>Quantities that share no number with <paramref name="truth"/> nor with each other; the order is the seed's.</summary>
    /// <param name="others">Figures of the article in the same unit, which are the most plausible.</param>
    public static IReadOnlyList<(Quantity Quantity, string? Source)> For(
        Quantity truth, IEnumerable<(Quantity Quantity, string? Source)> others, QuizLevel level, SeededChoice choice)
    {
        var made = Made(truth, level, choice).Select(quantity => (quantity, (string?)null));
        var kept = new List<(Quantity Quantity, string? Source)>();
        foreach (var candidate in choice.Shuffled(others.Where(other => IsNear(other.Quantity, truth, level))).Concat(made))
        {
            if (!candidate.Item1.Overlaps(truth) && !AsRead(candidate.Item1).Overlaps(truth) && !kept.Exists(other => other.Quantity.Overlaps(candidate.Item1)))
            {
                kept.Add(candidate);
            }
        }

        return kept;
    }

    /// <summary>What a reader takes the words for: "5%" is a percent rounded to a whole number, whatever it was made of.</summary>
    private static Quantity AsRead(Quantity quantity) =>
        QuantityScanner.Scan(QuantityText.Brief(quantity)) is [var mention] ? mention.Quantity with { Unit = quantity.Unit } : quantity;

    /// <summary>Near enough to be taken for it: within three times at hard, ten at medium, a thousand at easy.</summary>
    private static bool IsNear(Quantity other, Quantity truth, QuizLevel level)
    {
        var (larger, smaller) = other.Value > truth.Value ? (other.Value, truth.Value) : (truth.Value, other.Value);
        return smaller > 0 && larger / smaller <= level switch { QuizLevel.Hard => 3, QuizLevel.Medium => 10, _ => 1000 };
    }

    /// <summary>As the truth is bounded one way, the others are bounded the other way: "at least 60" against "fewer than 50".</summary>
    private static IEnumerable<Quantity> Made(Quantity truth, QuizLevel level, SeededChoice choice)
    {
        foreach (var times in choice.Shuffled(Factors(level)))
        {
            if (Like(truth.Value, times) is { } value && !(truth.Unit == Unit.Percent && value >= Whole))
            {
                yield return truth switch
                {
                    { High: null } when choice.Coin() => Quantity.LessThan(value, truth.Unit),
                    { High: null } => Quantity.Exact(value, truth.Unit),
                    { Low: null } when choice.Coin() => Quantity.MoreThan(value, truth.Unit),
                    { Low: null } => Quantity.Exact(value, truth.Unit),
                    { Bound: Bound.Rounded } => Quantity.Rounded(value, truth.High!.Value - truth.Low!.Value, truth.Unit),
                    { Bound: Bound.Between } => Quantity.Between(value, value + (truth.High!.Value - truth.Low!.Value), truth.Unit),
                    { Bound: Bound.About } => Quantity.About(value, truth.Unit),
                    { Bound: Bound.Nearly } => Quantity.Nearly(value, truth.Unit),
                    { Bound: Bound.JustOver } => Quantity.JustOver(value, truth.Unit),
                    _ => Quantity.Exact(value, truth.Unit),
                };
            }
        }
    }

    /// <summary>So many times the value, with as many digits as it has; null where that is no other number.</summary>
    public static Fraction? Like(Fraction value, Fraction times)
    {
        var digit = Quantity.LastDigit(value);
        var other = Rounding.Nearest(value * times, digit);
        if (other == value)
        {
            other = times > 1 ? value + digit : value - digit;
        }

        return other > 0 ? other : null;
    }

    private static Fraction[] Factors(QuizLevel level) => level switch
    {
        QuizLevel.Easy => [new(1, 4), new(1, 3), new(1, 2), 2, 3, 4],
        QuizLevel.Medium => [new(1, 2), new(3, 5), new(7, 10), new(7, 5), new(8, 5), 2],
        _ => [new(7, 10), new(4, 5), new(9, 10), new(11, 10), new(6, 5), new(13, 10)],
    };
}
