using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>Reads one request: what it wants, and about what.</summary>
internal sealed class QuestionReader(ArticleIndex index)
{
    public QuestionReading Read(Question question)
    {
        var tokens = question.Tokens;
        var terms = index.Terms(tokens, question.Numbers);
        var (kind, at) = Kind(question, tokens);
        var focus = Focus(tokens, terms, at, ref kind);
        TermEmphasis.Apply(tokens, terms, at);
        var alternatives = kind is AskKind.YesNo or AskKind.Claim ? Alternatives(tokens, terms) : [];
        kind = alternatives.Count > 0 ? AskKind.Choice : kind;
        var saying = Saying(tokens, at);
        var speaker = Speaker(tokens, terms, at, saying);
        if (kind == AskKind.Who && saying >= 0)
        {
            kind = AskKind.WhoSaid;
        }

        return new QuestionReading
        {
            Question = question,
            Kind = kind,
            Terms = terms,
            Focus = focus,
            Speaker = speaker,
            Agent = speaker >= 0 ? -1 : Agent(tokens, terms, at),
            Alternatives = alternatives,
            Negated = Negated(tokens),
            AsksCertainty = AsksCertainty(tokens),
            RefersBack = RefersBack(tokens, terms),
            UnknownName = UnknownName(question, terms),
        };
    }

    private static (AskKind Kind, int At) Kind(Question question, Token[] tokens)
    {
        var first = Interrogative.FirstMeaning(tokens, 0);
        for (var i = first; i < tokens.Length; i++)
        {
            if (!Interrogative.IsWh(tokens[i].Lower) || IsRelative(tokens, i, first))
            {
                continue;
            }

            return (OfWh(tokens, ref i), i);
        }

        if (first < tokens.Length && Interrogative.IsAuxiliary(tokens[first].Lower))
        {
            return (IsExistence(tokens, first) ? AskKind.Existence : AskKind.YesNo, first);
        }

        if (first < tokens.Length && Interrogative.IsImperative(tokens[first].Lower))
        {
            return (AskKind.Topic, first);
        }

        var isQuestion = question.Text.AsSpan().TrimEnd().EndsWith('?');
        return (isQuestion || HasVerb(tokens) ? AskKind.Claim : AskKind.Topic, first);
    }

    private static AskKind OfWh(Token[] tokens, ref int at)
    {
        var next = at + 1 < tokens.Length ? tokens[at + 1].Lower : "";
        switch (tokens[at].Lower)
        {
            case "who" or "whom" or "whose" or "whos":
                return AskKind.Who;
            case "when" or "wen" or "whens":
                return AskKind.When;
            case "where" or "wheres":
                return AskKind.Where;
            case "why":
                return AskKind.Why;
            case "how" when next is "many" or "much":
                at++;
                return AskKind.HowMany;
            case "how" when next is "come":
                at++;
                return AskKind.Why;
            case "how":
                return AskKind.How;
            default:
                return AskKind.What;
        }
    }

    /// <summary>"the man who…", "the day when…": a wh-word after a noun, with an earlier verb of asking or an auxiliary at the front.</summary>
    private static bool IsRelative(Token[] tokens, int at, int first)
    {
        if (at == first || tokens[at].Lower is "what" or "how" or "why")
        {
            return false;
        }

        var before = tokens[at - 1];
        return before.IsWord && !before.IsStopWord && Interrogative.IsAuxiliary(tokens[first].Lower)
            && !Interrogative.IsSaying(before.Lower) && before.Lower is not ("know" or "wonder" or "exactly");
    }

    private static bool IsExistence(Token[] tokens, int first) =>
        first + 1 < tokens.Length
        && ((tokens[first].Lower is "is" or "are" && tokens[first + 1].Lower is "there")
            || (tokens[first].Lower is "does" or "did" && Names(tokens, first + 1, 3, "article", "story", "text", "piece"))
            || (tokens[first].Lower is "is" or "are" or "was" && Names(tokens, first + 1, 12, "mentioned", "mention")));

    private static bool Names(Token[] tokens, int from, int within, params ReadOnlySpan<string> words)
    {
        for (var i = from; i < Math.Min(tokens.Length, from + within); i++)
        {
            foreach (var word in words)
            {
                if (tokens[i].Lower == word)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasVerb(Token[] tokens)
    {
        foreach (var token in tokens)
        {
            if (Interrogative.IsAuxiliary(token.Lower) || token.Lower.EndsWith("ed", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The noun asked for, and what it makes of "what", "which" and "the … of".</summary>
    private static int Focus(Token[] tokens, List<Term> terms, int at, ref AskKind kind)
    {
        if (kind is not (AskKind.What or AskKind.HowMany or AskKind.How or AskKind.Who) || at + 1 >= tokens.Length)
        {
            return -1;
        }

        var next = at + 1;
        if (kind == AskKind.How)
        {
            if (Interrogative.IsDegree(tokens[next].Lower) && tokens[next].Lower is "old" or "far" or "tall" or "long" or "high" or "deep" or "big" or "large")
            {
                kind = AskKind.HowMany;
            }

            return -1;
        }

        var linked = false;
        while (next < tokens.Length && (Interrogative.IsAuxiliary(tokens[next].Lower) || tokens[next].Lower is "the" or "of" or "a" or "an" or "his" or "her" or "their" or "its" or "our" || !tokens[next].IsWord))
        {
            linked |= Interrogative.IsAuxiliary(tokens[next].Lower);
            next++;
        }

        if (next >= tokens.Length || (kind == AskKind.Who && tokens[at].Lower != "whose"))
        {
            return -1;
        }

        // "what was the name of", "what is the date of": the noun says what is wanted.
        if (kind == AskKind.What && Interrogative.KindOfNoun(HeadOf(tokens, next)) is { } ofNoun && tokens[at].Lower != "whose")
        {
            kind = ofNoun;
            return linked || ofNoun is AskKind.Who or AskKind.Where ? -1 : -1;
        }

        if (linked && kind == AskKind.What)
        {
            return -1;
        }

        for (var term = 0; term < terms.Count; term++)
        {
            if (terms[term].FirstToken <= next + 1 && terms[term].EndToken > next && terms[term].Weight > TermFloor)
            {
                return term;
            }
        }

        return -1;
    }

    private const float TermFloor = 0.3f;

    private static string HeadOf(Token[] tokens, int first)
    {
        // "what percentage", "which Italian city", "what calendar date": the last word of a short noun group before a verb or "of".
        for (var i = first; i < Math.Min(tokens.Length, first + 3); i++)
        {
            if (Interrogative.KindOfNoun(tokens[i].Lower) is not null)
            {
                return tokens[i].Lower;
            }

            if (!tokens[i].IsWord || tokens[i].IsStopWord || Interrogative.IsAuxiliary(tokens[i].Lower))
            {
                break;
            }
        }

        return tokens[first].Lower;
    }

    private static int Saying(Token[] tokens, int at)
    {
        for (var i = Math.Max(0, at); i < tokens.Length; i++)
        {
            if (Interrogative.IsSaying(tokens[i].Lower) && !(i > 0 && tokens[i - 1].Lower is "you" or "me" or "believed" or "is" && tokens[i].Lower is "tell" or "say" or "explain" or "think"))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"what did X say", "X said", "according to X": the name next to the saying.</summary>
    private static int Speaker(Token[] tokens, List<Term> terms, int at, int saying)
    {
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Lower == "according" && tokens[i + 1].Lower == "to")
            {
                return NameIn(tokens, terms, i + 2, Math.Min(tokens.Length, i + 7));
            }
        }

        if (saying < 0)
        {
            return -1;
        }

        // "Quote the mayor on…": the name stands behind.
        if (tokens[saying].Lower == "quote" && saying <= Interrogative.FirstMeaning(tokens, 0))
        {
            var on = Array.FindIndex(tokens, token => token.Lower is "on" or "about");
            return NameIn(tokens, terms, saying + 1, on < 0 ? tokens.Length : on);
        }

        var from = saying;
        while (from > 0 && !Interrogative.IsAuxiliary(tokens[from - 1].Lower) && !Interrogative.IsWh(tokens[from - 1].Lower) && saying - from < 6)
        {
            from--;
        }

        return NameIn(tokens, terms, from, saying);
    }

    /// <summary>The last name within the tokens; where there is none, the noun that stands for somebody ("the French president").</summary>
    private static int NameIn(Token[] tokens, List<Term> terms, int from, int to)
    {
        var head = -1;
        for (var term = 0; term < terms.Count; term++)
        {
            if (terms[term].FirstToken >= from && terms[term].EndToken <= to && terms[term].Weight >= 0.9f)
            {
                head = terms[term].IsEntity || IsSomebody(tokens[terms[term].EndToken - 1]) ? term : head;
            }
        }

        return head;
    }

    /// <summary>The name between the auxiliary and the verb: "why did X end…". After a form of "be", only before an -ing form.</summary>
    private static int Agent(Token[] tokens, List<Term> terms, int at)
    {
        for (var i = Math.Max(0, at); i < tokens.Length; i++)
        {
            if (!Interrogative.IsAuxiliary(tokens[i].Lower))
            {
                continue;
            }

            for (var term = 0; term < terms.Count; term++)
            {
                if (terms[term].FirstToken > i && terms[term].FirstToken <= i + 3 && terms[term].IsEntity)
                {
                    var verb = terms[term].EndToken;
                    var isBe = tokens[i].Lower is "is" or "are" or "was" or "were" or "been";
                    return verb < tokens.Length && tokens[verb].IsWord && !tokens[verb].IsStopWord
                        && (!isBe || tokens[verb].Lower.EndsWith("ing", StringComparison.Ordinal)) ? term : -1;
                }
            }

            return -1;
        }

        return -1;
    }

    /// <summary>"today, tomorrow or next week": the terms on either side of "or", and those before a comma before it.</summary>
    private static List<int> Alternatives(Token[] tokens, List<Term> terms)
    {
        var alternatives = new List<int>();
        var or = Array.FindIndex(tokens, token => token.Lower == "or");
        if (or <= 0 || or + 1 >= tokens.Length || tokens[or + 1].Lower is "not" or "is" or "are" or "was" or "what")
        {
            return alternatives;
        }

        var after = terms.FindIndex(term => term.FirstToken > or && term.FirstToken <= or + 4);
        if (after <= 0)
        {
            return alternatives;
        }

        alternatives.Add(after);
        var end = or;
        for (var term = after - 1; term >= 0 && end - terms[term].EndToken <= 2; term--)
        {
            alternatives.Insert(0, term);
            var comma = terms[term].FirstToken - 1;
            if (comma < 0 || tokens[comma].Lower != ",")
            {
                break;
            }

            end = comma;
        }

        return alternatives.Count > 1 ? alternatives : [];
    }

    private static bool Negated(Token[] tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Lower is "not" or "never" or "nobody" or "none" or "without" or "no-one" || token.Lower.EndsWith("n't", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AsksCertainty(Token[] tokens)
    {
        var certain = false;
        var asks = false;
        foreach (var token in tokens)
        {
            certain |= token.Lower is "established" or "confirmed" or "certain" or "proven" or "proved" or "definite" or "definitely" or "definitively" or "officially" or "verified" or "sure";
            asks |= token.Lower is "is" or "has" or "have" or "are" or "was" or "were" or "been" or "do";
        }

        return certain && asks;
    }

    private static bool RefersBack(Token[] tokens, List<Term> terms)
    {
        var content = 0f;
        foreach (var term in terms)
        {
            content += term.Weight;
        }

        if (content < 1)
        {
            return true;
        }

        var first = 0;
        while (first < tokens.Length && !tokens[first].IsWord)
        {
            first++;
        }

        if (first < tokens.Length && content < 3 && tokens[first].Lower is "and" or "but" or "so")
        {
            return true;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            // "this year", "that agreement" point at a thing that is named; "there are" points at nothing.
            if (Interrogative.IsPronoun(tokens[i].Lower) && !(tokens[i].Lower is "there" && i > 0 && Interrogative.IsAuxiliary(tokens[i - 1].Lower))
                && !(tokens[i].Lower is "this" or "that" or "these" or "those" or "same" or "one" && i + 1 < tokens.Length && tokens[i + 1].IsWord && !tokens[i + 1].IsStopWord))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A capitalised word inside the request that nothing in the article resembles.</summary>
    private string? UnknownName(Question question, List<Term> terms)
    {
        var first = true;
        foreach (var token in question.Tokens)
        {
            if (!token.IsWord)
            {
                first |= question.Text[token.Start] is '.' or '?' or '!' or '"' or '“' or ':';
                continue;
            }

            if (token.IsCapitalised && !first && token.End - token.Start > 1 && !token.IsStopWord && !char.IsDigit(question.Text[token.Start])
                && !IsTitle(token.Lower) && TermAt(terms, question.Tokens, token) is { IsConcept: false, Weight: > 0 } && !index.Knows(token.Stem))
            {
                return question.Text[token.Start..token.End];
            }

            first = false;
        }

        return null;
    }

    private static bool IsSomebody(in Token token) =>
        Interrogative.KindOfNoun(token.Lower) == AskKind.Who || Lexicon.English.IsKindOf(token.Stem, "person");

    private static bool IsTitle(string word) =>
        word is "mr" or "mrs" or "ms" or "miss" or "dr" or "sir" or "lord" or "lady" or "dame" or "prof" or "professor" or "king" or "queen" or "prince" or "princess";

    private static Term? TermAt(List<Term> terms, Token[] tokens, Token token)
    {
        foreach (var term in terms)
        {
            for (var i = term.FirstToken; i < term.EndToken; i++)
            {
                if (tokens[i].Start == token.Start)
                {
                    return term;
                }
            }
        }

        return null;
    }
}
