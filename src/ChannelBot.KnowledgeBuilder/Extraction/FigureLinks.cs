using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Links the figures of a sentence: a part to its whole, a change to the value after it.</summary>
internal static class FigureLinks
{
    /// <param name="first">Index of the sentence's first figure.</param>
    public static void Link(Reading reading, List<Figure> figures, int first)
    {
        if (reading.Words.Length == 0)
        {
            return;
        }

        for (var i = first; i < figures.Count; i++)
        {
            figures[i] = figures[i] with { PartOf = Whole(reading, figures, first, i), BaseOf = Base(reading, figures, first, i) };
        }
    }

    private static string? Whole(Reading reading, List<Figure> figures, int first, int i)
    {
        if (figures[i].Form is not (NumberForm.Count or NumberForm.Percent or NumberForm.Fraction or NumberForm.Money))
        {
            return null;
        }

        // "1,150 of the 1,900 properties"
        if (i + 1 < figures.Count && (figures[i + 1].Form is NumberForm.Count || (figures[i + 1].Form is NumberForm.Money && figures[i].Form is NumberForm.Money)) && IsOf(reading, figures[i], figures[i + 1]))
        {
            return figures[i + 1].Id;
        }

        // "a deficit of £38.6m, of which one site had £23.1m"
        var all = figures.FindIndex(first, i - first, other => other.Form == figures[i].Form && other.Quantity.Unit == figures[i].Quantity.Unit && other.Quantity.Value > figures[i].Quantity.Value);
        if (all >= 0 && figures[i].Form is NumberForm.Money && Between(reading, figures[all], figures[i]).Contains(", of which ", StringComparison.Ordinal))
        {
            return figures[all].Id;
        }

        var (word, _) = WordReader.In(reading.Words, new Span(figures[i].Start, figures[i].End));
        if (figures[i].Form is NumberForm.Count && IsOfThem(reading, figures[i]) && figures.FindIndex(first, i - first, other => other.Form is NumberForm.Count && other.Quantity.Value > figures[i].Quantity.Value) is >= 0 and var these)
        {
            return figures[these].Id;
        }

        var whole = figures.FindLastIndex(i > 0 ? i - 1 : 0, i - first, other => other.Form is NumberForm.Count && figures[i].Form is NumberForm.Count or NumberForm.Fraction or NumberForm.Percent);
        if (whole < 0 || word == 0)
        {
            return null;
        }

        // "including 17", "of whom 12", "among them three", "Of the 40 people, 12 died"
        var before = reading.Words[word - 1].Lower;
        var isPart = before is "including" or "comprising" or "excluding"
            || (before is "which" or "whom" or "them" or "these" or "those" && word > 1 && reading.Words[word - 2].Lower is "of" or "among" or "including")
            || IsFrontOf(reading, figures[whole]);
        return isPart ? figures[whole].Id : null;
    }

    private static bool IsOf(Reading reading, Figure part, Figure whole)
    {
        var between = Between(reading, part, whole).Trim();
        return (between is "of" or "out of" || between.StartsWith("of ", StringComparison.Ordinal) || between.StartsWith("out of ", StringComparison.Ordinal) || between.EndsWith(" of the", StringComparison.Ordinal))
            && between.Length < 40 && between.IndexOfAny(',', ';') < 0;
    }

    /// <summary>"17 of them".</summary>
    private static bool IsOfThem(Reading reading, Figure part)
    {
        var (_, next) = WordReader.In(reading.Words, new Span(part.Start, part.End));
        return next + 1 < reading.Words.Length && reading.Words[next].Lower is "of" && reading.Words[next + 1].Lower is "them" or "these" or "those" or "whom" or "which";
    }

    private static ReadOnlySpan<char> Between(Reading reading, Figure first, Figure second) =>
        reading.Sentence.Text.AsSpan(first.End - reading.Sentence.Start, Math.Max(0, second.Start - first.End));

    private static bool IsFrontOf(Reading reading, Figure whole)
    {
        var (word, _) = WordReader.In(reading.Words, new Span(whole.Start, whole.End));
        return word is 1 or 2 && reading.Words[0].Lower == "of";
    }

    /// <summary>For a change, the figure behind "to" or "with": the value after it.</summary>
    private static string? Base(Reading reading, List<Figure> figures, int first, int i)
    {
        if (figures[i].Direction == 0)
        {
            return null;
        }

        // "income rose to $312m, up 12% from …": the value stands before.
        var (own, _) = WordReader.In(reading.Words, new Span(figures[i].Start, figures[i].End));
        if (own > 1 && reading.Words[own - 1].Lower is "up" or "down" && reading.Words[own - 2].Tag is Tag.Comma)
        {
            return Nearest(reading, figures, Math.Max(first, i - 3), i);
        }

        for (var next = i + 1; next < Math.Min(figures.Count, i + 4); next++)
        {
            if (figures[next].Form is not (NumberForm.Count or NumberForm.Money or NumberForm.Measure)
                || (figures[i].Form is not (NumberForm.Percent or NumberForm.Multiplier) && figures[next].Form != figures[i].Form))
            {
                continue;
            }

            var (word, _) = WordReader.In(reading.Words, new Span(figures[next].Start, figures[next].End));
            if (word > 0 && !(word > 1 && next > i + 1 && reading.Words[word - 2].Tag is Tag.Number) && reading.Words[word - 1].Lower is "to" or "with" or "at" or "reaching" or "totalling" or "hitting")
            {
                return figures[next].Id;
            }
        }

        return null;
    }

    private static string? Nearest(Reading reading, List<Figure> figures, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var (word, _) = WordReader.In(reading.Words, new Span(figures[i].Start, figures[i].End));
            if (figures[i].Form is NumberForm.Count or NumberForm.Money or NumberForm.Measure && word > 0 && (reading.Words[word - 1].Lower is "to" or "at" or "of" || reading.Words[word - 1].IsVerb || reading.Words[word - 1].IsAuxiliary))
            {
                return figures[i].Id;
            }
        }

        return null;
    }
}
