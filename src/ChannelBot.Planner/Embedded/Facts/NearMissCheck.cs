using System.Collections.Frozen;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Tells where a passage speaks of something close beside what is asked: another year, another country, the last election for the next.</summary>
internal sealed class NearMissCheck(ArticleIndex index)
{
    private static readonly string[] s_namedKinds = ["country", "city", "sea", "continent", "month", "weekday"];

    private static readonly FrozenSet<string> s_commonNouns = Tokenizer.Tokenize("country nation city town capital sea ocean channel strait bay gulf continent month weekday day")
        .Select(token => token.Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"The authorities" hardly cover "the president".</summary>
    private const float Plainly = 0.6f;

    /// <summary>Of a country there is one president, and its minister is another.</summary>
    private const float Exactly = 0.9f;

    /// <summary>Who somebody is to another, or to a country or body.</summary>
    private static readonly FrozenSet<string> s_relations =
        ("husband wife spouse son daughter mother father mum dad brother sister parents parent children child kids family girlfriend boyfriend partner fiance uncle aunt cousin "
        + "president leader king queen chancellor ambassador minister mayor governor counterpart spokesman spokeswoman spokesperson boss chief captain coach manager director lawyer predecessor successor deputy adviser aide")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="uncovered">The terms that carry the question and that the passage has nothing on.</param>
    public Missing? Check(QuestionReading reading, Choice choice, List<int> uncovered) =>
        Year(reading, choice) ?? NamedThing(reading, uncovered) ?? Relation(reading, choice) ?? Distinction(reading, choice) ?? Sequence(reading, choice);

    /// <summary>Another year than any that the passage speaks of; of years that are offered for choice one is enough.</summary>
    private Missing? Year(QuestionReading reading, Choice choice)
    {
        Missing? missing = null;
        foreach (var number in reading.Question.Numbers)
        {
            if (number.Form == NumberForm.Year)
            {
                var year = reading.Question.Text[number.NumberStart..number.NumberEnd];
                var isThere = choice.Passage.Sentence.Text.Contains(year, StringComparison.Ordinal) || (IsThisYear(number.Quantity.Value) && HasPresent(index.TokensOf(choice.Passage.Sentence), "year"));
                if (isThere && Array.Exists(reading.Question.Tokens, token => token.Lower is "or"))
                {
                    return null;
                }

                missing ??= isThere ? null : new Missing("not_stated", year);
            }
        }

        return missing;
    }

    /// <summary>The year behind the one whose same period a figure of this year is compared with.</summary>
    private bool IsThisYear(Fractions.Fraction year) => index.Knowledge.Figures.Any(figure =>
        figure.Period is { } period && period.Equals("this year", StringComparison.OrdinalIgnoreCase) && figure.Comparator is { } comparator
        && comparator.Contains("same", StringComparison.OrdinalIgnoreCase) && comparator.EndsWith((year - 1).ToString(), StringComparison.Ordinal));

    /// <summary>A country, sea, city or month of the question, however it is written, that the passage does not have.</summary>
    private Missing? NamedThing(QuestionReading reading, List<int> uncovered)
    {
        var or = Array.FindIndex(reading.Question.Tokens, token => token.Lower == "or");
        foreach (var term in uncovered)
        {
            var stem = reading.StemOf(term);
            if (!reading.Terms[term].IsEntity && (or < 0 || reading.Terms[term].FirstToken < or) && IsNamedThing(stem))
            {
                return new Missing(index.Knows(stem) ? "not_stated" : "missing_entity", reading.WordsOf(term));
            }
        }

        return null;
    }

    /// <summary>A name, a day, or a country, sea, city or month: one of them is never meant by another.</summary>
    /// <param name="tokens">Those that the term is of.</param>
    public static bool IsOneOfAKind(Term term, Token[] tokens) => term.IsEntity || TimeWords.IsDay(term.Key) || IsNamedThing(tokens[term.EndToken - 1].Stem);

    /// <summary>"country", "month": of which kind of named things a word is; null for none.</summary>
    public static string? NamedKindOf(string stem) => Array.Find(s_namedKinds, kind => Lexicon.English.IsKindOf(stem, kind));

    /// <summary>A country, a sea, a city, a month by its name.</summary>
    private static bool IsNamedThing(string stem) => NamedKindOf(stem) is not null && !s_commonNouns.Contains(stem);

    /// <summary>"the mayor's husband", "the French president": somebody whom the article does not speak of, told by somebody or something that it does.</summary>
    private static Missing? Relation(QuestionReading reading, Choice choice)
    {
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            var at = reading.Terms[term].FirstToken;
            var isOfACountry = at > 0 && Lexicon.English.IsKindOf(reading.Question.Tokens[at - 1].Stem, "country");
            if (choice.Hit.Coverage[term] < (isOfACountry ? Exactly : Plainly) && reading.Parts[term] is PartOfSpeech.Noun && term != reading.Focus && s_relations.Contains(reading.TokenOf(term).Lower)
                && at > 0 && reading.Question.Tokens[at - 1] is { IsWord: true } before
                && (before.Lower.EndsWith("'s", StringComparison.Ordinal) || before.Lower.EndsWith("’s", StringComparison.Ordinal) || isOfACountry
                    || (term > 0 && reading.Terms[term - 1].IsEntity && reading.Terms[term - 1].EndToken == at)))
            {
                return new Missing("not_stated", reading.Question.Text[before.Start..reading.Question.Tokens[at].End]);
            }
        }

        return null;
    }

    /// <summary>"Which of the two was found first?": a passage that puts nothing in order does not say.</summary>
    private Missing? Sequence(QuestionReading reading, Choice choice)
    {
        var tokens = reading.Question.Tokens;
        var last = Array.FindLastIndex(tokens, token => token.IsWord);
        var asksWhich = Array.Exists(tokens, token => token.Lower is "which" or "who") && last > 2 && tokens[last].Lower is "first" or "last" or "earlier" or "later" or "earliest" or "latest";
        return asksWhich && !Array.Exists(index.TokensOf(choice.Passage.Sentence), token => token.Lower is "first" or "last" or "earlier" or "later" or "before" or "after" or "then" or "followed" or "second")
            ? new Missing("not_stated", tokens[last].Lower) : null;
    }

    /// <summary>"the next election" is not "the recent election", the second quarter not the third.</summary>
    private Missing? Distinction(QuestionReading reading, Choice choice)
    {
        var asked = reading.Question.Tokens;
        var said = index.TokensOf(choice.Passage.Sentence);
        for (var i = 0; i + 1 < asked.Length; i++)
        {
            if (IsPastOfPresent(asked, i, said) || (reading.Kind is AskKind.HowMany && IsOfNoTime(asked, i, choice)))
            {
                return new Missing("not_stated", reading.Question.Text[asked[i].Start..asked[i + 1].End]);
            }

            if (Distinguishing.ClassOf(asked[i].Lower) is not { } one)
            {
                continue;
            }

            // "the next general election"
            for (var head = i + 1; head < Math.Min(asked.Length, i + 3); head++)
            {
                var stem = asked[head].Stem;
                var other = asked[head].IsStopWord || !asked[head].IsWord ? -1 : Array.FindIndex(said, 1, token => token.Stem == stem || Lexicon.English.Similarity(token.Stem, stem) > 0.7);
                if (other > 0 && Distinguishing.ClassOf(said[other - 1].Lower) is { } two && Distinguishing.Exclude(one, two))
                {
                    return new Missing("not_stated", reading.Question.Text[asked[i].Start..asked[head].End]);
                }
            }
        }

        return null;
    }

    /// <summary>"How many died last year?" where the passage speaks of this year; "up on last year" only compares.</summary>
    private static bool IsPastOfPresent(Token[] asked, int at, Token[] said)
    {
        var isBefore = asked[at].Lower is "year" or "month" or "week" or "season" && asked[at + 1].Lower is "before" or "earlier" && at + 2 < asked.Length && asked[at + 2].Lower is "this" or "that" or "last" or "?";
        if (isBefore)
        {
            var from = at > 0 && asked[at - 1].Lower is "the" or "a" ? at - 2 : at - 1;
            return !(from >= 0 && IsComparing(asked[from].Lower)) && HasPresent(said, asked[at].Stem);
        }

        if (asked[at].Lower is not ("last" or "next" or "previous" or "preceding") || asked[at + 1].Lower is not ("year" or "month" or "week" or "season")
            || IsCompared(asked, at))
        {
            return false;
        }

        var hasPresent = false;
        for (var i = 1; i < said.Length; i++)
        {
            if (said[i].Stem == asked[at + 1].Stem)
            {
                hasPresent |= said[i - 1].Lower is "this";
                if (said[i - 1].Lower == asked[at].Lower)
                {
                    return false;
                }
            }
        }

        return hasPresent;
    }

    /// <summary>"How many were rescued last month?" where the article speaks of no last month, and the passage of no change since some earlier time.</summary>
    private bool IsOfNoTime(Token[] asked, int at, Choice choice)
    {
        if (asked[at].Lower is not ("last" or "previous") || asked[at + 1].Lower is not ("year" or "month" or "season" or "decade") || (at > 0 && IsComparing(asked[at - 1].Lower)))
        {
            return false;
        }

        var unit = asked[at + 1].Stem;
        return !index.Knowledge.Figures.Any(figure => figure.Sentence == choice.Passage.Sentence.Id && figure.Direction != 0)
            && !index.Knowledge.Sentences.Any(sentence => HasPast(index.TokensOf(sentence), unit));
    }

    /// <summary>"Last season", "a month ago".</summary>
    private static bool HasPast(Token[] said, string unit)
    {
        for (var i = 0; i < said.Length; i++)
        {
            if (said[i].Stem == unit && ((i > 0 && said[i - 1].Lower is "last" or "previous") || (i + 1 < said.Length && said[i + 1].Lower is "ago" or "earlier" or "before")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"up on last year", "than at the same time last year".</summary>
    private static bool IsCompared(Token[] asked, int at)
    {
        var from = at - 1;
        while (from > 0 && asked[from].Lower is "the" or "same" or "time" or "period" or "point" or "stage" or "this" or "at" or "in")
        {
            from--;
        }

        return from >= 0 && IsComparing(asked[from].Lower);
    }

    private static bool IsComparing(string word) => word is "than" or "on" or "with" or "to" or "from" or "over" or "versus" or "vs" or "against" or "since" or "of";

    private static bool HasPresent(Token[] said, string unit)
    {
        for (var i = 1; i < said.Length; i++)
        {
            if (said[i].Stem == unit && said[i - 1].Lower is "this")
            {
                return true;
            }
        }

        return false;
    }
}
