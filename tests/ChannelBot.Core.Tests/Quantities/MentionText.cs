using ChannelBot.Core.Quantities;

namespace ChannelBot.Core.Tests.Quantities;

/// <summary>Writes mentions as a test table does: "at least 60 = Count [60, ∞)".</summary>
internal static class MentionText
{
    public static string Describe(string text) =>
        string.Join(" | ", QuantityScanner.Scan(text).Select(mention => Describe(text, mention)));

    private static string Describe(string text, NumberMention mention)
    {
        var (quantity, unit) = (mention.Quantity, mention.Quantity.Unit.Name);
        return $"{text[mention.Start..mention.End]} = {mention.Form} {Interval(quantity)}{(unit.Length == 0 ? "" : " ")}{unit}";
    }

    private static string Interval(Quantity quantity)
    {
        if (quantity.IsCertain)
        {
            return NumberText.AsFraction(quantity.Value);
        }

        var low = quantity.Low is { } from ? (quantity.LowOpen ? "(" : "[") + NumberText.Exact(from) : "(-∞";
        var high = quantity.High is { } to ? NumberText.Exact(to) + (quantity.HighOpen ? ")" : "]") : "∞)";
        return $"{low}, {high}";
    }
}
