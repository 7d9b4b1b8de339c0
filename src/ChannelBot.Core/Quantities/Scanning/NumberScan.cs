namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>One walk over a text that collects its numbers.</summary>
internal ref struct NumberScan(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly List<NumberMention> _mentions = [];

    /// <summary>End of the last mention: words before it belong to that one.</summary>
    private int _taken;

    public List<NumberMention> Run()
    {
        var at = 0;
        while (at < _text.Length)
        {
            at = Step(at);
        }

        return _mentions;
    }

    /// <summary>Looks at what begins here; the place to go on at.</summary>
    private int Step(int at)
    {
        var c = _text[at];
        if (char.IsLetter(c))
        {
            return StepWord(at);
        }

        if (char.IsAsciiDigit(c) || (c == '.' && _text.IsDigitAt(at + 1) && !char.IsLetterOrDigit(_text.At(at - 1))))
        {
            return StepDigits(at);
        }

        if (c < 128 && c is not ('$' or '-' or '+' or '[' or '#'))
        {
            return at + 1;
        }

        return StepSign(at, c);
    }

    private int StepWord(int start)
    {
        var end = start + 1;
        while (end < _text.Length && char.IsLetter(_text[end]))
        {
            end++;
        }

        var entry = WordTable.Find(_text[start..end]);
        if (entry is { Begins: true } && SingleForms.TryRead(_text, start, out var reading))
        {
            return Take(reading);
        }

        // COVID-19, G7, p6: a number that is part of a name. "Mid-2023" and "over-60s" are none.
        var isJoined = TextReading.IsHyphen(_text.At(end)) && entry is null && char.IsUpper(_text[end - 1]) || char.IsUpper(_text[start]);
        var number = _text.IsDigitAt(end) ? end : isJoined && TextReading.IsHyphen(_text.At(end)) && _text.IsDigitAt(end + 1) ? end + 1 : -1;
        return number < 0 ? end : TakeLabel(start, number);
    }

    private int StepDigits(int start)
    {
        if (SingleForms.TryRead(_text, start, out var reading))
        {
            return Take(reading);
        }

        // A code too long for a number: all its digits and what is joined to them.
        DigitNumerals.TryRead(_text, start, out _, out var end);
        return SingleForms.NameEnd(_text, Math.Max(end, start + 1));
    }

    private int StepSign(int at, char c)
    {
        if (Currencies.TrySign(_text, at, out var currency, out var start, out var amount)
            && SingleForms.TryMoney(_text, Math.Max(start, _taken), amount, currency, out var money))
        {
            return Take(money);
        }

        if (c is '-' or '+' or '\u2212' && IsLeading(at) && SingleForms.TryRead(_text, at + 1, out var signed) && signed.Form is not NumberForm.Label)
        {
            var value = c is '+' ? signed.Value : -signed.Value;
            return Take(signed with { Start = at, Value = value });
        }

        if (c is '[' && DigitNumerals.DigitsEnd(_text, at + 1) is var end && end > at + 1 && _text.At(end) == ']')
        {
            TakeLabel(at + 1, at + 1);
            return end;
        }

        if (c is '#' or '№' && _text.IsDigitAt(at + 1))
        {
            return TakeLabel(at, at + 1);
        }

        return DigitNumerals.VulgarFraction(c) is not null && SingleForms.TryRead(_text, at, out var part) ? Take(part) : at + 1;
    }

    /// <summary>A sign before a number, not between two: "-5", "(+3%)".</summary>
    private readonly bool IsLeading(int at) =>
        _text.IsDigitAt(at + 1) && (at == 0 || TextReading.IsBlank(_text[at - 1]) || _text[at - 1] is '(' or '\n');

    private int TakeLabel(int start, int digits)
    {
        if (!DigitNumerals.TryRead(_text, digits, out var numeral, out var end))
        {
            return SingleForms.NameEnd(_text, end);
        }

        end = SingleForms.NameEnd(_text, numeral.End);
        _mentions.Add(new(start, end, digits, end, NumberForm.Label, Quantity.Exact(numeral.Value)));
        return _taken = end;
    }

    private int Take(Reading reading)
    {
        reading = RangeForms.WithSecond(_text, BelowZero(reading));
        var (start, end) = (reading.WordsStart >= 0 ? reading.WordsStart : reading.Start, reading.End);
        Bound? bound = null;
        if (MayBeHedged(reading.Form))
        {
            bound = Hedges.Before(_text, start, reading.Form, out var hedge);
            start = hedge;
            if (bound is null && Hedges.After(_text, end, out var after) is { } later)
            {
                (bound, end) = (later, after);
            }
        }

        // A hedge never reaches back into the mention before.
        (start, bound) = start < _taken ? (Math.Max(_taken, reading.Start), null) : (start, bound);
        _mentions.Add(new(start, end, reading.Start, reading.End, reading.Form, QuantityOf(reading, bound)));
        return _taken = end;
    }

    /// <summary>"minus 5°C"; of anything else "minus" takes away.</summary>
    private readonly Reading BelowZero(Reading reading) =>
        reading.Unit.Dimension is Dimension.Temperature && _text.WordBefore(reading.Start, out var start).Is("minus")
            ? reading with { Start = start, Value = -reading.Value }
            : reading;

    private static bool MayBeHedged(NumberForm form) => form is not (NumberForm.Label or NumberForm.Ordinal or NumberForm.Date or NumberForm.Score);

    private static Quantity QuantityOf(in Reading reading, Bound? bound)
    {
        var (value, unit) = (reading.Value, reading.Unit);
        if (reading.High is { } high)
        {
            return Quantity.Between(value, high, unit);
        }

        return bound switch
        {
            Bound.AtLeast => Quantity.AtLeast(value, unit),
            Bound.MoreThan => Quantity.MoreThan(value, unit),
            Bound.AtMost => Quantity.AtMost(value, unit),
            Bound.LessThan => Quantity.LessThan(value, unit),
            Bound.About => Quantity.About(value, unit),
            Bound.Nearly => Quantity.Nearly(value, unit),
            Bound.JustOver => Quantity.JustOver(value, unit),
            null when !reading.Step.IsZero => Quantity.Rounded(value, reading.Step, unit),
            _ => Quantity.Exact(value, unit),
        };
    }
}
