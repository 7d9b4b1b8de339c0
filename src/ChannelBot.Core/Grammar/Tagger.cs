namespace ChannelBot.Core.Grammar;

/// <summary>Says what each word of a sentence does, from the word, its ending and its neighbours.</summary>
internal static class Tagger
{
    /// <summary>How far ahead a later verb is looked for: keeps the work linear in the length of a sentence.</summary>
    private const int LookAhead = 25;

    public static void Tag(Span<Word> words, Capitals capitals)
    {
        var isHeading = Capitals.IsHeading(words);
        for (var i = 0; i < words.Length; i++)
        {
            ref var word = ref words[i];
            var isFirst = i == 0 || words[i - 1].Tag == Grammar.Tag.Quote || words[i - 1].Lower == ":";
            word.Tag = Plain(words, i, isFirst, isHeading, capitals);
            if (word.Tag is Grammar.Tag.Noun or Grammar.Tag.Adjective or Grammar.Tag.Preposition or Grammar.Tag.Adverb && !word.IsOwner && word.Lower != "like")
            {
                word.Verb = Verbs.Of(word.Lower);
            }
        }

        var verbs = new VerbTags(words);
        for (var i = 0; i < words.Length; i++)
        {
            verbs.Decide(i);
        }
    }

    /// <summary>The tag that the word has by itself: verbs are nouns until their neighbours are known.</summary>
    private static Tag Plain(ReadOnlySpan<Word> words, int i, bool isFirst, bool isHeading, Capitals capitals)
    {
        var word = words[i];
        if (word.Mention >= 0 || char.IsDigit(word.Lower[0]))
        {
            return Grammar.Tag.Number;
        }

        if (!char.IsLetter(word.Lower[0]))
        {
            return Sign(word.Lower);
        }

        // "a.m." and "U.S." are no words of a closed class.
        var closed = word.End - word.Start > word.Lower.Length && !word.IsOwner && word.Lower.Length <= 3 ? null : WordClasses.TagOf(word.Lower);
        if (IsDescription(word.Lower))
        {
            return Grammar.Tag.Adjective;
        }

        if (word.IsCapitalised && !isHeading && IsName(words, i, isFirst, closed, capitals))
        {
            return Grammar.Tag.Name;
        }

        // "an outside firm"
        if (closed is Grammar.Tag.Preposition && word.Lower is "outside" or "inside" or "near" or "past" or "opposite" && i > 0 && words[i - 1].Tag is Grammar.Tag.Determiner or Grammar.Tag.Possessive)
        {
            return Grammar.Tag.Adjective;
        }

        // "about a third", "around 40"
        if (closed is Grammar.Tag.Preposition && word.Lower is "about" or "around" or "over" or "under" && i + 1 < words.Length
            && (words[i + 1].Mention >= 0 || (words[i + 1].Lower is "a" && i + 2 < words.Length && words[i + 2].Lower is "third" or "quarter" or "half" or "dozen" or "tenth" or "fifth")))
        {
            return Grammar.Tag.Adverb;
        }

        // "a record high"
        return closed is Grammar.Tag.Adjective && word.Lower is "high" or "low" && i > 0 && words[i - 1].Lower is "record" or "new" or "time" or "all-time"
            ? Grammar.Tag.Noun
            : closed ?? ByEnding(word.Lower);
    }

    private static bool IsName(ReadOnlySpan<Word> words, int i, bool isFirst, Tag? closed, Capitals capitals)
    {
        var lower = words[i].Lower;
        if (!isFirst)
        {
            return closed is null or Grammar.Tag.Adjective or Grammar.Tag.Noun || lower.EndsWith('.')
                || (closed != Grammar.Tag.Pronoun && closed is not (Grammar.Tag.That or Grammar.Tag.Determiner) && capitals.IsName(lower));
        }

        if (closed is not null)
        {
            return closed is Grammar.Tag.Adjective && capitals.IsName(lower) && IsCapitalAt(words, i + 1);
        }

        return capitals.IsName(lower)
            || (!capitals.IsCommon(lower) && (IsCapitalAt(words, i + 1) || words[i].IsOwner || lower.Length <= 5 && Verbs.Of(lower) is null && IsCommaAt(words, i + 1)));
    }

    private static bool IsCapitalAt(ReadOnlySpan<Word> words, int i) =>
        i < words.Length && words[i].IsCapitalised && words[i].Lower != "i" && WordClasses.TagOf(words[i].Lower) is null or Grammar.Tag.Adjective;

    /// <summary>"London-based", "Russian-backed".</summary>
    private static bool IsDescription(string word) => word.LastIndexOf('-') is > 0 and var hyphen
        && word[(hyphen + 1)..] is "based" or "born" or "style" or "led" or "backed" or "owned" or "wide" or "made" or "held" or "listed" or "run" or "year-old" or "long" or "old" or "registered" or "flagged" or "speaking" or "occupied" or "controlled";

    private static bool IsCommaAt(ReadOnlySpan<Word> words, int i) => i < words.Length && words[i].Lower == ",";

    private static Tag Sign(string sign) => sign switch
    {
        "," => Grammar.Tag.Comma,
        "." or ";" or ":" or "—" or "–" or "-" or "!" or "?" or "…" or "|" or "•" => Grammar.Tag.Stop,
        "(" or "[" or "{" => Grammar.Tag.Open,
        ")" or "]" or "}" => Grammar.Tag.Close,
        "\"" or "“" or "”" or "'" or "‘" or "’" or "«" or "»" or "„" => Grammar.Tag.Quote,
        "&" => Grammar.Tag.Conjunction,
        _ => Grammar.Tag.Sign,
    };

    private static Tag ByEnding(string word)
    {
        if (word.Length > 5 && word.EndsWith("ly", StringComparison.Ordinal) && word is not ("family" or "supply" or "assembly" or "anomaly" or "monopoly" or "butterfly"))
        {
            return Grammar.Tag.Adverb;
        }

        return word.Length > 5
            && (word.EndsWith("ous", StringComparison.Ordinal) || word.EndsWith("ful", StringComparison.Ordinal) || word.EndsWith("less", StringComparison.Ordinal)
                || word.EndsWith("able", StringComparison.Ordinal) || word.EndsWith("ible", StringComparison.Ordinal))
            ? Grammar.Tag.Adjective
            : Grammar.Tag.Noun;
    }

    /// <summary>Whether another verb that can only be finite stands in the same stretch: then this one only describes its noun.</summary>
    public static bool HasFiniteLater(ReadOnlySpan<Word> words, int from)
    {
        for (var i = from; i < Math.Min(words.Length, from + LookAhead); i++)
        {
            var word = words[i];
            if (word.IsBoundary || word.Tag is Grammar.Tag.Conjunction or Grammar.Tag.Subordinator or Grammar.Tag.Relative or Grammar.Tag.That)
            {
                return false;
            }

            if (IsSurelyFinite(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSurelyFinite(Word word) => word.Tag switch
    {
        Grammar.Tag.Modal => true,
        Grammar.Tag.Be => word.Lower is not ("be" or "been" or "being"),
        Grammar.Tag.Have => word.Lower is not "having",
        Grammar.Tag.Do => word.Lower is "did" or "does",
        _ => word.Verb is { Forms: Forms.Past } or { Forms: Forms.Past | Forms.Base, IsOftenNoun: false },
    };
}
