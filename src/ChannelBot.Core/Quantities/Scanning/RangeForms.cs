using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Puts two numbers together: 40-60, 40 to 60 people, between 40 and 60, 3-1, five or six; "from 84 to 102" stays two.</summary>
internal static class RangeForms
{
    /// <summary>The ends of a range are seldom so many times apart.</summary>
    private const int FarApart = 3;

    /// <summary>Reads on after <paramref name="first"/>; gives it back, with the unit of a second number where it has none.</summary>
    public static Reading WithSecond(ReadOnlySpan<char> text, Reading first)
    {
        if (first.Form is NumberForm.Label or NumberForm.Score or NumberForm.Ordinal or NumberForm.OneIn || first.High is not null)
        {
            return first;
        }

        var joint = JointAfter(text, first, out var secondStart, out var wordsStart);
        if (joint is Joint.None || !TrySecond(text, secondStart, out var second))
        {
            return first;
        }

        if (joint is Joint.Dash && IsScore(text, first, second))
        {
            return first with { End = second.End, Form = NumberForm.Score, Unit = Unit.None };
        }

        if (first.Form is NumberForm.Year && joint is Joint.Dash && IsShortYear(first, second))
        {
            return first with { End = second.End };
        }

        if (first.Form is NumberForm.Date && joint is Joint.Dash && second.IsBare && second.Value >= 1 && second.Value <= 31)
        {
            // "March 10-12" is named by its first day.
            return first with { End = second.End };
        }

        first = Adopted(text, first, second, joint);
        if (first.Form is NumberForm.Age or NumberForm.Money && second.IsBare)
        {
            // "aged 18 to 25", "£3-4bn": the second is of the same kind.
            second = second with { Form = first.Form, Unit = first.Unit };
        }

        if (first.Unit != second.Unit || first.Form != second.Form || first.Value >= second.Value || first.Form is NumberForm.Date or NumberForm.Clock
            || (first.Form is NumberForm.Year && joint is not Joint.Dash) || joint is Joint.From
            || (joint is Joint.To && IsChange(text, first, second))
            || (joint is Joint.Or && !IsNext(first, second)))
        {
            return first;
        }

        return first with { End = second.End, High = second.Value, Step = Fraction.Zero, WordsStart = wordsStart };
    }

    private enum Joint
    {
        None,
        Dash,
        To,
        Or,
        Between,

        /// <summary>"from 84 to 102": two numbers, but the unit may stand only after the second.</summary>
        From,
    }

    private static Joint JointAfter(ReadOnlySpan<char> text, in Reading first, out int secondStart, out int wordsStart)
    {
        wordsStart = -1;
        secondStart = first.End;
        var dash = text.SkipBlanks(first.End);
        if (TextReading.IsRangeDash(text.At(dash)))
        {
            // "40-60", "40 – 60", but not "40 -60".
            secondStart = text.SkipBlanks(dash + 1);
            return secondStart - dash - 1 == dash - first.End ? Joint.Dash : Joint.None;
        }

        var word = text.NextWord(first.End, out _, out var end);
        secondStart = text.SkipBlanks(end);
        if (word.Is("or"))
        {
            return Joint.Or;
        }

        if (!word.Is("to") && !word.Is("and"))
        {
            return Joint.None;
        }

        _ = Hedges.Before(text, first.Start, first.Form, out var hedgeStart);
        var before = text.WordBefore(hedgeStart, out var beforeStart);
        if (word.Is("and"))
        {
            wordsStart = beforeStart;
            return before.Is("between") ? Joint.Between : Joint.None;
        }

        return before.Is("from") || before.Is("add") || before.Is("compare") || before.Is("compared") ? Joint.From : Joint.To;
    }

    /// <summary>"Up by £79 to £1,691": a change and what it leads to; "by 5 to 10" is a range.</summary>
    private static bool IsChange(ReadOnlySpan<char> text, in Reading first, in Reading second) =>
        text.WordBefore(first.Start).Is("by") && second.Value > first.Value * FarApart;

    private static bool TrySecond(ReadOnlySpan<char> text, int start, out Reading second)
    {
        if (Currencies.TrySign(text, start, out var currency, out var signStart, out var amount) && signStart == start)
        {
            return SingleForms.TryMoney(text, start, amount, currency, out second);
        }

        if (text.At(start) is '-' or '\u2212' && text.IsDigitAt(start + 1))
        {
            var isRead = SingleForms.TryRead(text, start + 1, out second);
            second = second with { Start = start, Value = -second.Value };
            return isRead && second.High is null;
        }

        _ = text.NextWord(start, out _, out var end);
        var isHedged = end > start && Hedges.Before(text, text.SkipBlanks(end), NumberForm.Count, out var hedge) is not null && hedge == start;
        return SingleForms.TryRead(text, isHedged ? text.SkipBlanks(end) : start, out second)
            && second.Form is not (NumberForm.Label or NumberForm.Ordinal or NumberForm.OneIn);
    }

    /// <summary>"3 to 4 million", "5-10%", "£3-4bn", "10 to 12 March": the first number shares what stands only after the second.</summary>
    private static Reading Adopted(ReadOnlySpan<char> text, in Reading first, in Reading second, Joint joint)
    {
        var shared = first;
        if (shared.IsBare && !second.IsBare && IsShareable(shared, second))
        {
            // The step of a whole number is the second's own: 5-10% is to the percent.
            shared = shared with { Unit = second.Unit, Form = second.Form, Step = shared.Step.IsZero ? second.Step : shared.Step };
            if (second.Form is NumberForm.Date)
            {
                return shared with { Value = second.Value - (second.Value.ToInt64() % 100) + shared.Value, Step = Fraction.Zero };
            }

            if (second.Form is NumberForm.Clock)
            {
                return shared with { Value = shared.Value * 60, Step = Fraction.Zero };
            }
        }
        else if (first.Form is NumberForm.Money && second.IsBare)
        {
            return Scaled(text, first, second, joint) is { } money ? money : first;
        }

        return Scaled(text, shared, second, joint) ?? shared;
    }

    private static bool IsShareable(in Reading first, in Reading second) => second.Form switch
    {
        NumberForm.Date => first.Value >= 1 && first.Value <= 31 && Quantity.IsWhole(first.Value),
        NumberForm.Clock => first.Value >= 1 && first.Value <= 12 && Quantity.IsWhole(first.Value),
        NumberForm.Year => false,
        NumberForm.Fraction or NumberForm.Multiplier or NumberForm.Score => false,
        _ => true,
    };

    /// <summary>The first number in the second's millions, where it is plainly meant so.</summary>
    private static Reading? Scaled(ReadOnlySpan<char> text, in Reading first, in Reading second, Joint joint)
    {
        var scale = ScaleOf(second.Value, second.Step);
        if (scale < 1000 || first.Value >= 1000 || first.Value.IsZero || (IsWrittenOut(text[second.Start..second.End]) && joint is not Joint.Dash))
        {
            return null;
        }

        var inScale = second.Value / scale;
        var isMeant = joint is Joint.From ? first.Value <= inScale * 10 : first.Value < inScale;
        return isMeant ? first with { Value = first.Value * scale, Step = first.Step * scale } : null;
    }

    /// <summary>"40,000" in "between 5 and 40,000" shares nothing; in "30-40,000" it does.</summary>
    private static bool IsWrittenOut(ReadOnlySpan<char> second)
    {
        var digits = 0;
        foreach (var c in second)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            if (c == '.')
            {
                break;
            }
        }

        return digits > 3;
    }

    /// <summary>Thousand, million or more, where a number below a thousand is left when divided by it.</summary>
    private static Fraction ScaleOf(Fraction value, Fraction step)
    {
        // 48,210 is no "48.210 thousand": only a number in words or with a scale is round enough.
        for (var exponent = 12; exponent >= 3; exponent -= 3)
        {
            var scale = Rounding.PowerOfTen(exponent);
            if (value >= scale)
            {
                return !step.IsZero || Quantity.IsWhole(value / scale) ? scale : Fraction.One;
            }
        }

        return Fraction.One;
    }

    /// <summary>"3-1", "2-2": a pair that does not rise, or that words about a game stand next to.</summary>
    private static bool IsScore(ReadOnlySpan<char> text, in Reading first, in Reading second)
    {
        if (!first.IsBare || !second.IsBare || first.Value > 200 || second.Value > 200
            || !Quantity.IsWhole(first.Value) || !Quantity.IsWhole(second.Value))
        {
            return false;
        }

        return first.Value >= second.Value
            || WordTable.Is(text.WordBefore(first.Start), WordRoles.Score)
            || WordTable.Is(text.NextWord(second.End), WordRoles.Score);
    }

    /// <summary>"2023-24".</summary>
    private static bool IsShortYear(in Reading first, in Reading second) =>
        second.IsBare && second.Value < 100 && second.Value == (first.Value.ToInt64() + 1) % 100;

    private static bool IsNext(in Reading first, in Reading second) =>
        first.IsBare && second.Value <= 20 && second.Value == first.Value + Fraction.One;
}
