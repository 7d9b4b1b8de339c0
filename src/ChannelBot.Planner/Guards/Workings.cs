using ChannelBot.Core.Answers;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Guards;

/// <summary>Looks for a number among the operands and results of the calculations that an answer stands on.</summary>
internal static class Workings
{
    private const double Tiny = 1e-9;

    public static bool Explain(GuardedAnswer answer, KnownNumber number)
    {
        foreach (var working in answer.Answer.Working)
        {
            // "Doubled" is no operand 2.
            if (number.Mention.Form == NumberForm.Multiplier && working.Function != "ratio")
            {
                continue;
            }

            if (IsResult(answer, number, working) || IsAmongOperands(answer, number, working))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAmongOperands(GuardedAnswer answer, KnownNumber number, Working working)
    {
        for (var i = 0; i < working.Operands.Count; i++)
        {
            var operand = working.Operands[i];
            var isIt = operand.Source switch
            {
                "user" when !IsScale(working, i) => IsEqual(number.Value, operand.Value) && IsCalledUsers(answer, number),
                "working" => IsOfEarlier(answer, number, operand),
                _ => IsOperand(number, operand) || (IsComparison(answer, number, working) && IsEqual(number.Value, operand.Value)),
            };
            if (isIt)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"About 26,700 from the last answer": a result that was shown there.</summary>
    private static bool IsOfEarlier(GuardedAnswer answer, KnownNumber number, Operand operand) =>
        answer.Grounds.Recorded?.Any(earlier => IsEqual(earlier.Value, operand.Value) && IsResult(answer, number, earlier)) == true;

    /// <summary>"900 is more than 400": the words compare, and bound nothing.</summary>
    private static bool IsComparison(GuardedAnswer answer, KnownNumber number, Working working)
    {
        var before = answer.TokenAt(number.Mention.Start) - 1;
        return working.Function is "compare" or "subtract" && number.Bound is Bound.MoreThan or Bound.LessThan
            && before >= 0 && answer.Tokens[before].Lower is "is" or "are" or "was" or "were";
    }

    /// <summary>Whether a sentence has a number of the working in it.</summary>
    public static bool Bear(GuardedAnswer answer, GuardedSentence sentence)
    {
        if (answer.Answer.Working.Count == 0)
        {
            return false;
        }

        foreach (var number in answer.Numbers)
        {
            if (number.Start >= sentence.Start && number.End <= sentence.End && Explain(answer, number))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The 1,000 of "in every 1,000" says how the result is given, whoever chose it.</summary>
    public static bool IsScale(Working working, int operand) => working.Function == "rate_per" && operand == 2;

    private static bool IsCalledUsers(GuardedAnswer answer, KnownNumber number) => answer.SentenceAt(number.Start).NamesUser;

    private static bool IsOperand(KnownNumber number, Operand operand) =>
        operand.Bound != "between" && IsBoundNamed(number.Bound, operand.Bound)
        && (IsEqual(number.Value, operand.Value) || (operand.Bound is not ("exact" or "rounded") && IsClose(number.Value, operand.Value)));

    /// <summary>"Nearly 0.33" of nearly a third: an operand cut short.</summary>
    private static bool IsClose(double shown, double value) => value % 1 != 0 && Math.Abs(shown - value) <= Digits.LastPlace(shown) / 2;

    /// <summary>An operand's bound is written as a person writes it: "at least".</summary>
    private static bool IsBoundNamed(Bound bound, string name) =>
        QuantityText.BoundName(bound) == name || (name is "exact" or "rounded" && bound is Bound.Exact or Bound.Rounded or Bound.About);

    private static bool IsResult(GuardedAnswer answer, KnownNumber number, Working working)
    {
        if (IsPercent(number.Unit) != IsPercent(working.Unit))
        {
            return false;
        }

        var place = Digits.LastPlace(number.Value);
        var isPoint = working.Low is { } only && working.High is { } same && only == same;
        return number.Bound switch
        {
            Bound.AtLeast or Bound.MoreThan => working.Low is { } low && ((number.Value <= low + Tiny && low - number.Value < place) || (number.Bound is Bound.AtLeast && number.Value == Math.Ceiling(low) && IsRoundedUp(answer, number, working))),
            Bound.AtMost or Bound.LessThan => working.High is { } high && number.Value >= high - Tiny && number.Value - high < place,
            Bound.Between => working is { Low: { } from, High: { } to }
                && (IsInterval(number, from, to) || IsInterval(number, -to, -from)),
            Bound.About or Bound.Nearly or Bound.JustOver => IsRounded(number.Value, working, place),
            // Without a hedge a number is certain: the result is a point, and all of it is shown.
            _ => (isPoint && (IsEqual(number.Value, working.Value) || IsEqual(number.Value, Math.Abs(working.Value)))) || (!isPoint && IsEnd(answer, number.Value, working)) || IsRoundedUp(answer, number, working),
        };
    }

    private static bool IsInterval(KnownNumber number, double from, double to)
    {
        var place = Digits.LastPlace(number.Value);
        return Math.Abs(number.Value - from) <= place && Math.Abs((number.Mention.Quantity.High?.ToDouble() ?? number.Value) - to) <= Digits.LastPlace(to) + place;
    }

    /// <summary>"631 boats (630.7, rounded up to whole ones)": a whole number, and the sentence says what was done.</summary>
    private static bool IsRoundedUp(GuardedAnswer answer, KnownNumber number, Working working)
    {
        var sentence = answer.SentenceAt(number.Start);
        return (Math.Ceiling(working.Value) == number.Value || Math.Abs(working.Value - number.Value) <= Digits.LastPlace(number.Value) / 2)
            && (number.Unit.Dimension is Dimension.Count or Dimension.None)
            && ContainsStem(answer.Tokens.AsSpan(sentence.First, sentence.Last - sentence.First), "round");
    }

    private static bool ContainsStem(ReadOnlySpan<Token> tokens, string stem)
    {
        foreach (ref readonly var token in tokens)
        {
            if (string.Equals(token.Stem, stem, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRounded(double shown, Working working, double place) =>
        Math.Abs(shown - working.Value) <= place / 2 + Tiny || Math.Abs(shown - Math.Abs(working.Value)) <= place / 2 + Tiny
        || IsBetween(shown, working);

    /// <summary>A rounded guess that lies in the interval.</summary>
    private static bool IsBetween(double shown, Working working) =>
        working is { Low: { } low, High: { } high } && high > low && shown >= low && shown <= high && high - low < Math.Abs(working.Value) / 4;

    /// <summary>"26,612 to 26,838": the ends of the interval, both of them.</summary>
    private static bool IsEnd(GuardedAnswer answer, double shown, Working working) =>
        working is { Low: { } low, High: { } high }
        && ((IsEqual(shown, low) && IsShown(answer, high)) || (IsEqual(shown, high) && IsShown(answer, low)));

    private static bool IsShown(GuardedAnswer answer, double value)
    {
        foreach (var number in answer.Numbers)
        {
            if (IsEqual(number.Value, value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEqual(double one, double other) => Math.Abs(one - other) <= Tiny * Math.Max(1, Math.Abs(other));

    private static bool IsPercent(Unit unit) => unit.Dimension is Dimension.Percent or Dimension.PercentagePoints;

    private static bool IsPercent(string unit) => unit is "percent" or "percentage point";
}
