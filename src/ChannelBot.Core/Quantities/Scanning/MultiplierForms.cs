using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Reads factors: doubled, tenfold, 10x, three times as many, twice the number.</summary>
internal static class MultiplierForms
{
    /// <summary>"(three) times as many", "10-fold", "10x".</summary>
    public static bool TryTimes(ReadOnlySpan<char> text, in Numeral numeral, out Reading reading)
    {
        var word = text.NextPart(numeral.End, out var start, out var end);
        var isFactor = (word.Is("times") && WordTable.Is(text.NextWord(end, out _, out var next), WordRoles.More) && !IsOfATime(text, end, next))
            || word.Is("fold")
            || (word.Is("x") && start == numeral.End && numeral.Has(NumeralTraits.Digits) && !char.IsLetterOrDigit(text.At(end)));
        reading = isFactor ? new(numeral.Start, end, NumberForm.Multiplier, numeral.Value, numeral.Step, Unit.Ratio) : default;
        return isFactor;
    }

    /// <summary>"(214 times) this season", "last year": so often, and not so many times as much.</summary>
    private static bool IsOfATime(ReadOnlySpan<char> text, int end, int next) =>
        text.NextWord(end) is "this" or "last" && text.NextWord(next) is "season" or "year" or "month" or "week" or "summer" or "winter" or "spring" or "autumn" or "decade" or "century";

    /// <summary>"doubled", "twice as many"; "twice" alone counts times and is no factor.</summary>
    public static bool TryWord(ReadOnlySpan<char> text, int start, int end, WordEntry entry, out Reading reading)
    {
        reading = default;
        var factor = entry.Multiplier
            ?? (entry.Multiple > 0 && WordTable.Is(text.NextWord(end), WordRoles.More) ? new Fraction(entry.Multiple) : null);
        if (factor is not { } value)
        {
            return false;
        }

        reading = Reading.Plain(start, end, NumberForm.Multiplier, value, Unit.Ratio);
        return true;
    }
}
