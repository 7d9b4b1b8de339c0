using ChannelBot.Core.Quantities;

namespace ChannelBot.Core.Grammar;

/// <summary>A stretch of words: first, and one past the last.</summary>
internal readonly record struct Stretch(int First, int Last);

/// <summary>Finds the words that say when: "overnight on Tuesday", "in the early hours of Monday", "three weeks ago", "since 1968".</summary>
internal static class TimePhrases
{
    private static readonly Dictionary<string, HashSet<string>> s_words = WordList.Classes("time-words.txt");

    public static List<Stretch> Find(ReadOnlySpan<Word> words, IReadOnlyList<NumberMention> mentions)
    {
        var found = new List<Stretch>();
        for (var i = 0; i < words.Length;)
        {
            var end = CoreEnd(words, i, mentions);
            if (end <= i)
            {
                i++;
                continue;
            }

            var floor = found.Count > 0 ? found[^1].Last : 0;
            var start = Widen(words, i, floor);
            // "in 2009" says when; "the 2009 final" names it.
            var isRangeEnd = start == i && i > 0 && words[i - 1].Lower is "and" or "to" && found.Count > 0 && found[^1].Last == i - 1 && words[found[^1].First].Lower is "between" or "from";
            var isBareYear = !isRangeEnd && end == i + 1 && IsYear(words, i, mentions) && (start == i || words[i - 1].Lower is "the" or "a" or "an" or "last" or "next");
            if (isBareYear || words[end - 1].IsOwner || (!isRangeEnd && !StandsAlone(words, start, i, end)))
            {
                i = end;
                continue;
            }

            if (found.Count > 0 && Continues(words, found[^1], start))
            {
                found[^1] = new Stretch(found[^1].First, end);
            }
            else
            {
                found.Add(new Stretch(start, end));
            }

            i = end;
        }

        return found;
    }

    public static bool IsWeekdayOrMonth(string word) => Is("weekday", word) || Is("month", word);

    /// <summary>A noun that measures or names time: "year", "morning", "Tuesday".</summary>
    public static bool IsTimeNoun(string word) => Is("unit", word) || Is("part", word) || Is("season", word) || Is("weekday", word) || Is("month", word);

    private static bool Is(string className, string word) => s_words[className].Contains(word);

    /// <summary>One past the last word of the expression that begins at <paramref name="i"/>; its index where none begins.</summary>
    private static int CoreEnd(ReadOnlySpan<Word> words, int i, IReadOnlyList<NumberMention> mentions)
    {
        var lower = words[i].Lower;
        if (Is("weekday", lower) && words[i].IsCapitalised)
        {
            return Parts(words, i + 1);
        }

        if (Is("month", lower) && words[i].IsCapitalised && (lower is not ("may" or "march") || IsDateNext(words, i)))
        {
            return DateEnd(words, i + 1);
        }

        if (lower is "to" && i + 1 < words.Length && words[i + 1].Lower is "date")
        {
            return i + 2;
        }

        // "will soon find": between the parts of a verb it is only an adverb.
        if (Is("adverb", lower) && !(i > 0 && words[i - 1].IsAuxiliary && i + 1 < words.Length && words[i + 1].IsVerb))
        {
            return Parts(words, i + 1);
        }

        if (words[i].Mention >= 0)
        {
            return NumberEnd(words, i, mentions[words[i].Mention]);
        }

        if (words[i].Tag is Tag.Number)
        {
            return IsYearText(lower) ? i + 1 : Measure(words, i);
        }

        if (lower is "noon" or "midday" or "midnight" or "dawn" or "dusk" or "lunchtime" or "daybreak" or "sunrise" or "sunset" or "christmas" or "easter")
        {
            return Parts(words, i + 1);
        }

        if (lower is "ago" && i > 0)
        {
            return i;
        }

        return RelativeEnd(words, i);
    }

    /// <summary>"this year", "the past two weeks", "last Tuesday", "the same period", "the summer".</summary>
    private static int RelativeEnd(ReadOnlySpan<Word> words, int i)
    {
        var isDetermined = Is("relative", words[i].Lower) || words[i].Lower is "the" or "a" or "an" or "recent" or "several" or "many" or "few";
        if (!isDetermined)
        {
            return i;
        }

        var next = i + 1;
        while (next < words.Length && (Is("relative", words[next].Lower) || words[next].Tag is Tag.Number || words[next].Lower is "few" or "couple" or "of" or "whole" or "entire") && next - i < 5)
        {
            next++;
        }

        if (next >= words.Length || words[next].IsOwner)
        {
            return i;
        }

        var noun = words[next].Lower;
        var isUnit = Is("unit", noun) || Is("part", noun) || Is("season", noun) || noun is "time" or "period" && next > i + 1;
        var isArticleOnly = next == i + 1 && words[i].Lower is "the" or "a" or "an";
        if (Is("weekday", noun) || (Is("month", noun) && !isArticleOnly) || (isUnit && !isArticleOnly) || (isArticleOnly && (Is("part", noun) || Is("season", noun))))
        {
            return AfterUnit(words, next + 1);
        }

        return isArticleOnly && isUnit && next + 1 < words.Length && words[next + 1].Lower is "ago" or "later" or "earlier" ? next + 2 : i;
    }

    private static int NumberEnd(ReadOnlySpan<Word> words, int i, NumberMention mention) => mention.Form switch
    {
        NumberForm.Clock => Parts(words, i + 1),
        NumberForm.Date => DateEnd(words, i + 1),
        NumberForm.Year => i + 1 < words.Length && Is("era", words[i + 1].Lower) ? i + 2 : i + 1,
        NumberForm.Duration when words[i].Lower.Contains('-', StringComparison.Ordinal) => i,
        NumberForm.Duration => AfterUnit(words, i + 1),
        NumberForm.Ordinal => i,
        _ => Measure(words, i),
    };

    /// <summary>"three weeks ago", "24 hours", "19th century", "3 May 2021".</summary>
    private static int Measure(ReadOnlySpan<Word> words, int i)
    {
        var next = i + 1;
        while (next < words.Length && next - i < 3 && words[next].Tag is Tag.Number or Tag.Adjective)
        {
            next++;
        }

        if (next >= words.Length || words[next].IsOwner)
        {
            return i;
        }

        if (Is("month", words[next].Lower) && words[next].IsCapitalised)
        {
            return DateEnd(words, next + 1);
        }

        return Is("unit", words[next].Lower) ? AfterUnit(words, next + 1) : i;
    }

    private static int AfterUnit(ReadOnlySpan<Word> words, int next)
    {
        next = Parts(words, next);
        if (next + 1 < words.Length && words[next].Lower is "a" or "an" or "per" or "each" or "every" && Is("unit", words[next + 1].Lower))
        {
            return next + 2;
        }

        return next < words.Length && words[next].Lower is "ago" or "later" or "earlier" or "afterwards" or "long" ? next + 1 : next;
    }

    /// <summary>"Tuesday night", "October 2021", "14 May 2020".</summary>
    private static int DateEnd(ReadOnlySpan<Word> words, int next)
    {
        if (next < words.Length && words[next].Tag is Tag.Number && words[next].Lower.Length <= 4)
        {
            next++;
            if (next + 1 < words.Length && words[next].Tag == Tag.Comma && IsYearText(words[next + 1].Lower))
            {
                next += 2;
            }
            else if (next < words.Length && IsYearText(words[next].Lower))
            {
                next++;
            }
        }

        return next;
    }

    private static int Parts(ReadOnlySpan<Word> words, int next)
    {
        while (next < words.Length && (Is("part", words[next].Lower) || words[next].Lower is "a.m" or "p.m" or "a.m." or "p.m." or "am" or "pm" or "gmt" or "bst" or "cet") && words[next].Lower is not "hours")
        {
            next++;
        }

        return next;
    }

    /// <summary>Where the expression begins, with its preposition, article and "early", "nearly", "the end of".</summary>
    private static int Widen(ReadOnlySpan<Word> words, int i, int floor)
    {
        var start = i;
        while (start > floor)
        {
            var lower = words[start - 1].Lower;
            var isOf = lower == "of" && start - 2 >= floor && Is("open", words[start - 2].Lower) && words[start - 2].Lower is not ("the" or "a" or "an");
            if (isOf || ((Is("open", lower) || Is("near", lower) || Is("relative", lower)) && lower is not ("of" or "to" or "that" or "day" or "days" or "weeks" or "months")) || (Is("open", lower) && words[start].Lower == "of"))
            {
                start--;
                continue;
            }

            break;
        }

        if (start > floor && Is("before", words[start - 1].Lower) && words[start - 1].Lower is not ("of" or "to" or "past"))
        {
            start--;
            while (start > floor && words[start - 1].Lower is "late" or "early" or "overnight" or "shortly" or "just" or "only" or "soon")
            {
                start--;
            }
        }
        else
        {
            while (start < i && words[start].Lower is "than" or "up" or "more" or "less" or "at" or "most" or "least" && words[start].Tag is not Tag.Preposition && !IsBound(words, start, i))
            {
                start++;
            }
        }

        return start;
    }

    private static bool IsBound(ReadOnlySpan<Word> words, int start, int i) => start + 1 < i && words[start + 1].Lower is "than" or "least" or "most" or "to";

    /// <summary>Two expressions side by side are one: "overnight on Tuesday", "on 3 May at noon".</summary>
    private static bool Continues(ReadOnlySpan<Word> words, Stretch before, int start) =>
        start == before.Last
        || (start == before.Last + 1 && words[before.Last].Lower is "of" or "and" && IsTimeNoun(words[before.Last - 1].Lower))
        || (start == before.Last + 1 && words[before.First].Lower is "between" or "from" && words[before.Last].Lower is "and" or "to");

    /// <summary>A bare duration counts time, it does not say when: "two hours were lost"; with a preposition or "ago" it does.</summary>
    private static bool StandsAlone(ReadOnlySpan<Word> words, int start, int core, int end)
    {
        if (words[core].Tag is not Tag.Number || (start < core && (words[start].Tag is Tag.Preposition || words[start].Lower is "every" or "each")))
        {
            return true;
        }

        return words[end - 1].Lower is "ago" or "later" or "earlier" or "afterwards" || !Is("unit", LastPart(words[end - 1].Lower)) || end < words.Length && words[end].Lower is "before" or "after";
    }

    /// <summary>"years" of the number "six years".</summary>
    private static string LastPart(string word) => word[(word.LastIndexOf(' ') + 1)..];

    private static bool IsDateNext(ReadOnlySpan<Word> words, int i) =>
        (i + 1 < words.Length && words[i + 1].Tag is Tag.Number) || (i > 0 && (words[i - 1].Tag is Tag.Number or Tag.Preposition || Is("relative", words[i - 1].Lower)));

    private static bool IsYear(ReadOnlySpan<Word> words, int i, IReadOnlyList<NumberMention> mentions) =>
        IsYearText(words[i].Lower) || (words[i].Mention >= 0 && mentions[words[i].Mention].Form is NumberForm.Year);

    private static bool IsYearText(string word) => word.Length == 4 && word[0] is '1' or '2' && word.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
