using System.Globalization;
using System.Text.RegularExpressions;
using ChannelBot.Core.Quantities;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;
using Fractions;

namespace ChannelBot.Testing.Expectations;

/// <summary>A number of the reply's text or working: all that it may be, the expected number may be too.</summary>
/// <remarks>So "about 57 percent" is met by 57%, by 56.96% and by "about 57%", "at least 60" by "more than 60" and not by "about 60".</remarks>
/// <param name="Number">With its bounds.</param>
/// <param name="Noun">Words behind it, such as "letters", which must then stand in the same sentence; empty where there are none.</param>
public sealed partial record NumberExpectation(string Text, ScriptPlace? Place, Quantity Number, string Noun) : Expectation(Text, Place)
{
    internal static IReadOnlyList<ExpectationForm> Forms { get; } =
    [
        new("number", "expect number about 57 percent", "A number in the text or the working, with its bounds: \"12,400 letters\", \"at least 60\", \"between 40 and 60\", \"£3.4bn\".", Read),
    ];

    public override IEnumerable<Failure> Check(TurnObservation turn)
    {
        var words = Observed.Words(turn);
        var mentions = QuantityScanner.Scan(words).Where(mention => mention.Form is not NumberForm.Label).ToArray();
        var worked = Observed.Working(turn).Select(Worked).ToArray();
        if (mentions.Any(mention => Fits(mention.Quantity) && HasNoun(words, mention.NumberStart, mention.NumberEnd)) || (Noun.Length is 0 && worked.Any(Fits)))
        {
            yield break;
        }

        string[] seen = [.. mentions.Select(mention => words[mention.Start..mention.End]), .. worked.Select(QuantityText.Precise)];
        yield return Unmet(Text["number".Length..].Trim(), seen.Length is 0 ? "no number" : string.Join(", ", seen.Distinct(StringComparer.Ordinal)));
    }

    private static NumberExpectation Read(ExpectationCursor cursor)
    {
        var words = cursor.Rest("a number, as in about 57 percent");
        var mentions = QuantityScanner.Scan(words);
        if (mentions is not [{ Start: 0 } number])
        {
            if (Ends().Match(words) is { Success: true } ends && QuantityScanner.Scan(ends.Groups[1].Value) is [var low] && QuantityScanner.Scan(ends.Groups[2].Value) is [var high]
                && low.Quantity.Value > high.Quantity.Value)
            {
                throw cursor.Wrong($"the smaller number first: between {ends.Groups[2].Value} and {ends.Groups[1].Value}", cursor.Text.Length - words.Length);
            }

            throw cursor.Wrong("one number with its bounds, as in about 57 percent, at least 60 or 12,400 letters", cursor.Text.Length - words.Length);
        }

        return new NumberExpectation(cursor.Text, cursor.Place, number.Quantity, words[number.End..].Trim());
    }

    private bool Fits(Quantity quantity) =>
        (IsPlain(quantity.Unit) && IsPlain(Number.Unit) && Number.Contains(quantity))
        || (UnitConversion.CanConvert(quantity.Unit, Number.Unit) && Number.Contains(UnitConversion.In(quantity, Number.Unit)));

    private static bool IsPlain(Unit unit) => unit.Dimension is Dimension.None or Dimension.Count;

    private bool HasNoun(string words, int start, int end) =>
        Noun.Length is 0 || SentenceOf(words, start, end).Contains(Noun, StringComparison.OrdinalIgnoreCase);

    private static string SentenceOf(string words, int start, int end)
    {
        var from = SentenceEnd().Matches(words[..start]).LastOrDefault() is { } before ? before.Index + before.Length : 0;
        return words[from..(SentenceEnd().Match(words, end) is { Success: true } after ? after.Index : words.Length)];
    }

    private static Quantity Worked(ChannelBot.Core.Answers.Working working)
    {
        var value = Exact(working);
        return new Quantity(
            value, End(working.Low, working.Value, value), End(working.High, working.Value, value), working.LowOpen, working.HighOpen, Bound.Exact, UnitOf(working.Unit));
    }

    /// <summary>An end that is the value itself is as exact as the value.</summary>
    private static Fraction? End(double? end, double value, Fraction exact) => end is not { } number ? null : number == value ? exact : Fraction.FromDouble(number);

    private static Fraction Exact(ChannelBot.Core.Answers.Working working) =>
        Fraction.TryParse(working.Exact, NumberStyles.Number, CultureInfo.InvariantCulture, out var exact) ? exact : Fraction.FromDouble(working.Value);

    private static Unit UnitOf(string name) => name switch
    {
        "" => Unit.None,
        "percent" => Unit.Percent,
        "percentage point" => Unit.PercentagePoint,
        "ratio" => Unit.Ratio,
        "day" => Unit.Day,
        "month" => Unit.Month,
        _ => Unit.CountOf(name),
    };

    [GeneratedRegex(@"^between (\S+) and (\S+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"[.!?](?=\s)|\n")]
    private static partial Regex SentenceEnd();
}
