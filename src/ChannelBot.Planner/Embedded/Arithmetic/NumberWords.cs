using System.Numerics;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Whole numbers in English words.</summary>
internal static class NumberWords
{
    private static readonly string[] s_small =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');

    private static readonly string[] s_tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    /// <summary>"thirty-one thousand five hundred and thirty-five"; null for what is not whole, or too large.</summary>
    public static string? Of(Fraction value)
    {
        var reduced = value.Reduce();
        return reduced.Denominator.IsOne && BigInteger.Abs(reduced.Numerator) < 1_000_000_000_000
            ? (reduced.IsNegative ? "minus " : "") + Of((long)BigInteger.Abs(reduced.Numerator))
            : null;
    }

    private static string Of(long number)
    {
        if (number < 20)
        {
            return s_small[number];
        }

        if (number < 100)
        {
            return number % 10 == 0 ? s_tens[number / 10] : $"{s_tens[number / 10]}-{s_small[number % 10]}";
        }

        if (number < 1000)
        {
            return $"{s_small[number / 100]} hundred{And(number % 100)}";
        }

        foreach (var (size, name) in (ReadOnlySpan<(long, string)>)[(1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand")])
        {
            if (number >= size)
            {
                var rest = number % size;
                return $"{Of(number / size)} {name}{(rest == 0 ? "" : rest < 100 ? And(rest) : $" {Of(rest)}")}";
            }
        }

        return "";
    }

    private static string And(long rest) => rest == 0 ? "" : $" and {Of(rest)}";
}
