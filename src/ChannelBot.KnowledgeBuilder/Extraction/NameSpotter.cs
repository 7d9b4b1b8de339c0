using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Words that name something, in one sentence.</summary>
/// <param name="Sentence">Index of the reading.</param>
/// <param name="First">Index of its first word, titles left out.</param>
/// <param name="Last">One past its last word.</param>
/// <param name="TitleFirst">Where the titles before the name begin; <see cref="First"/> where there are none.</param>
internal readonly record struct NameUse(int Sentence, int TitleFirst, int First, int Last)
{
    /// <summary>Only titles: "the Prime Minister".</summary>
    public bool IsRoleOnly => First == Last;
}

/// <summary>Finds runs of capitalised words and tells titles from names.</summary>
internal static class NameSpotter
{
    public static IEnumerable<NameUse> Find(Reading reading, int index)
    {
        var words = reading.Words;
        for (var i = 0; i < words.Length;)
        {
            if (words[i].Tag is not Tag.Name || IsTime(reading, i))
            {
                i++;
                continue;
            }

            var end = End(words, i);
            var name = Trim(words, i, end);
            if (name is { } use)
            {
                yield return use with { Sentence = index };
            }

            i = end;
        }
    }

    private static int End(Word[] words, int start)
    {
        var end = start + 1;
        while (end < words.Length && !EndsName(words, start, end))
        {
            if (IsNamePart(words[end]))
            {
                end++;
                continue;
            }

            var next = end;
            while (next < words.Length && next - end < 3 && NameWords.Is("joining", words[next].Lower) && !words[next].IsCapitalised)
            {
                next++;
            }

            if (next == end || next >= words.Length || !IsNamePart(words[next]) || !Joins(words, start, end))
            {
                break;
            }

            end = next + 1;
        }

        return end;
    }

    private static bool IsNamePart(Word word) => (word.Tag is Tag.Name && !IsTime(word))
        || (word.Tag is Tag.Number && word.Mention < 0 && word.Lower.Length <= 4 && word.Lower.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0);

    private static bool IsTime(Reading reading, int word) =>
        IsTime(reading.Words[word]) || (reading.ChunkAt(word) is >= 0 and var at && reading.Chunks[at].Kind is ChunkKind.Time);

    private static bool IsTime(Word word) => TimePhrases.IsWeekdayOrMonth(word.Lower) && word.Lower is not ("may" or "march");

    /// <summary>An owner ends a name ("Romania’s culture minister"), but not the name of a church or hospital ("St Anne’s Church").</summary>
    private static bool EndsName(Word[] words, int start, int end) =>
        words[end - 1].IsOwner && !(NameWords.Is("noble", words[start].Lower) && words[end].Tag is Tag.Name);

    /// <summary>Whether a small word may go on: "Bank of England", "Ludwig van Beethoven", but not "Smith of Leeds" or "Smith and Jones".</summary>
    private static bool Joins(Word[] words, int start, int end)
    {
        var lower = words[end].Lower;
        var before = words[end - 1].Lower;
        return lower switch
        {
            "of" or "for" => IsKindWord(before) || NameWords.Is("title", before) && NameWords.Is("title", words[end + 1].Lower) || before is "duke" or "duchess" or "earl" or "gulf" or "isle" or "house" or "secretary",
            "and" when start > 0 && end - start == 1 && words[start - 1].Lower == "the" => LaterKindWord(words, end + 1),
            "and" => end - start >= 2 && words[start..end].Any(word => word.Lower is "of" or "for" && !word.IsCapitalised) && end + 1 < words.Length && IsKindWord(words[start].Lower),
            "the" or "on" or "in" => false,
            _ => true,
        };
    }

    /// <summary>"the Grain and Seed Workers Union": one name, where it goes on to say what kind of body it is.</summary>
    private static bool LaterKindWord(Word[] words, int from)
    {
        var last = from;
        while (last + 1 < words.Length && words[last + 1].Tag is Tag.Name)
        {
            last++;
        }

        return last > from && NameWords.Is("organisation", words[last].Lower);
    }

    private static bool IsKindWord(string word) => NameWords.Is("organisation", word) || NameWords.Is("event", word) || NameWords.Is("place", word);

    private static NameUse? Trim(Word[] words, int start, int end)
    {
        while (start < end && words[start].Lower is "former" or "ex" or "the" or "new" or "late" or "then" or "old" or "mid" && end - start > 1 && words[start].Lower is not "new")
        {
            start++;
        }

        var first = start;
        while (first < end && IsTitle(words[first].Lower, first, end, words))
        {
            first++;
        }

        // "Striker Idris Bell scored": a common noun that only begins the sentence.
        if (first == start && start == 0 && end - start >= 3 && (NameWords.Is("role", words[0].Lower) || NameWords.Is("first", words[1].Lower)) && !NameWords.Is("first", words[0].Lower) && !NameWords.Is("noble", words[0].Lower))
        {
            first++;
        }

        // "Home Office" and "General Motors" begin like titles, and are not.
        if (first > start && first < end && !NameWords.Is("courtesy", words[start].Lower) && words[first..end].Any(word => IsKindWord(word.Lower)))
        {
            first = start;
        }

        // A lone courtesy or a first name that is a title as well ("Dean Smith") names nobody new.
        if (first == end && end - start == 1 && NameWords.Is("courtesy", words[start].Lower))
        {
            return null;
        }

        // "Labour" and "Health" alone are no titles; nor are "Treasury" and "Grace Dean".
        if (first == end && (!NameWords.Is("title", words[end - 1].Lower) || NameWords.Is("first", words[start].Lower)))
        {
            first = start;
        }

        return new NameUse(0, start, first, end);
    }

    private static bool IsTitle(string lower, int at, int end, Word[] words) =>
        NameWords.Is("courtesy", lower) || NameWords.Is("title", lower)
        || ((NameWords.Is("title-modifier", lower) || lower is "of" or "for" or "and") && at + 1 < end && IsTitle(words[at + 1].Lower, at + 1, end, words));
}
