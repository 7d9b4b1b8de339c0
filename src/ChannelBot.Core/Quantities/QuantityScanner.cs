using ChannelBot.Core.Quantities.Scanning;

namespace ChannelBot.Core.Quantities;

/// <summary>A number found in a text, with the words that bound it.</summary>
/// <param name="Start">First UTF-16 code unit of the whole mention, hedge included ("at least 60").</param>
/// <param name="End">One past its last code unit.</param>
/// <param name="NumberStart">First code unit of the number itself ("60").</param>
/// <param name="NumberEnd">One past the number's last code unit, unit word or sign included ("18 percent", "£3.4bn").</param>
/// <param name="Form">How it is written.</param>
/// <param name="Quantity">Its value, interval and unit; the unit of a plain count is <see cref="Unit.None"/> until a noun is known.</param>
public sealed record NumberMention(int Start, int End, int NumberStart, int NumberEnd, NumberForm Form, Quantity Quantity);

/// <summary>Finds every number in an English text, in digits, words or signs.</summary>
/// <remarks>
/// Percentages, measures, decimals and millions are rounded figures ("18 percent" is 17.5 to 18.5); whole counts are exact.
/// Numbers that only name something are <see cref="NumberForm.Label"/>; "one" as a pronoun is no number. The cost grows with the text's length alone.
/// </remarks>
public static class QuantityScanner
{
    /// <summary>The mentions in order; they do not overlap.</summary>
    public static IReadOnlyList<NumberMention> Scan(ReadOnlySpan<char> text) => new NumberScan(text).Run();
}
