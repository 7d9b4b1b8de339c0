using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Guards;

/// <summary>Tells whose words are whose in an answer, and where its sentences end.</summary>
internal static class AnswerReading
{
    /// <summary>Sets the role of every token, and finds the outermost quotations.</summary>
    public static List<Span> Mark(GuardedAnswer answer)
    {
        var tokens = answer.Tokens;
        var quotations = new List<Span>();
        var (depth, opened, straight) = (0, 0, false);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (answer.IsReviewed(tokens[i].Start))
            {
                answer.Roles[i] = WordRole.Reviewed;
                continue;
            }

            if (depth == 0 && IsMark(tokens, i))
            {
                answer.Roles[i] = answer.Roles[i + 1] = answer.Roles[i + 2] = WordRole.Mark;
                i += 2;
                continue;
            }

            var sign = tokens[i].IsWord ? '\0' : answer.Text[tokens[i].Start];
            var opens = sign == '“' || (sign == '"' && !straight);
            var closes = sign == '”' || (sign == '"' && straight);
            straight = sign == '"' ? !straight : straight;
            if (opens && depth++ == 0)
            {
                opened = tokens[i].End;
            }

            answer.Roles[i] = depth > 0 ? WordRole.Quoted : WordRole.Own;
            if (closes && depth > 0 && --depth == 0)
            {
                quotations.Add(new Span(opened, tokens[i].Start));
            }
        }

        if (depth > 0)
        {
            quotations.Add(new Span(opened, answer.Text.Length));
        }

        return quotations;
    }

    public static List<GuardedSentence> Sentences(GuardedAnswer answer)
    {
        var sentences = new List<GuardedSentence>();
        var tokens = answer.Tokens;
        var first = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!EndsAt(answer, i))
            {
                continue;
            }

            // Marks after the stop belong to the sentence before it.
            while (i + 1 < tokens.Length && answer.Roles[i + 1] == WordRole.Mark)
            {
                i++;
            }

            sentences.Add(Make(answer, first, i + 1));
            first = i + 1;
        }

        if (first < tokens.Length)
        {
            sentences.Add(Make(answer, first, tokens.Length));
        }

        Support(answer, sentences);
        return sentences;
    }

    private static bool IsMark(Token[] tokens, int at) =>
        at + 2 < tokens.Length && tokens[at].Lower == "[" && tokens[at + 2].Lower == "]" && char.IsAsciiDigit(tokens[at + 1].Lower[0]);

    private static bool EndsAt(GuardedAnswer answer, int at)
    {
        var tokens = answer.Tokens;
        if (at + 1 < tokens.Length && answer.Roles[at] == WordRole.Reviewed && answer.Roles[at + 1] != WordRole.Reviewed)
        {
            return true;
        }

        var (role, text) = (answer.Roles[at], answer.Text);
        var next = at + 1;
        while (next < tokens.Length && answer.Roles[next] == WordRole.Mark)
        {
            next++;
        }

        if (next >= tokens.Length || role is WordRole.Reviewed)
        {
            return false;
        }

        if (text.AsSpan(tokens[at].End, tokens[next].Start - tokens[at].End).Contains('\n'))
        {
            return true;
        }

        var isInside = role == WordRole.Quoted && answer.Roles[next] == WordRole.Quoted;
        var begins = tokens[next].Start > tokens[at].End && (tokens[next].IsCapitalised || char.IsAsciiDigit(text[tokens[next].Start]) || text[tokens[next].Start] is '“' or '"');
        if (isInside && !ClosesQuotation(answer, at))
        {
            return false;
        }

        return begins && (IsStop(answer, at) || (ClosesQuotation(answer, at) && at > 0 && IsStop(answer, at - 1)) || role == WordRole.Mark);
    }

    private static bool ClosesQuotation(GuardedAnswer answer, int at)
    {
        for (var i = 0; i < answer.Quotations.Count; i++)
        {
            if (answer.Quotations[i].End == answer.Tokens[at].Start)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStop(GuardedAnswer answer, int at)
    {
        if (answer.Tokens[at].Lower is "?" or "!" or "…")
        {
            return true;
        }

        return answer.Tokens[at].Lower == "."
            && !(at > 0 && (answer.Kinds[at - 1] & WordKinds.Abbreviation) != 0 && answer.Tokens[at - 1].End == answer.Tokens[at].Start && !IsLast(answer, at - 1));
    }

    /// <summary>"Yes or no." ends; "No. 10" goes on.</summary>
    private static bool IsLast(GuardedAnswer answer, int at) =>
        answer.Tokens[at].Lower == "no" && !(at + 2 < answer.Tokens.Length && char.IsAsciiDigit(answer.Tokens[at + 2].Lower[0]));

    private static GuardedSentence Make(GuardedAnswer answer, int first, int last)
    {
        var tokens = answer.Tokens;
        var sentence = new GuardedSentence(first, last, tokens[first].Start, tokens[last - 1].End);
        var speaksOfArticle = false;
        var denies = false;
        for (var i = first; i < last; i++)
        {
            switch (answer.Roles[i])
            {
                case WordRole.Mark when char.IsAsciiDigit(tokens[i].Lower[0]) && int.TryParse(tokens[i].Lower, out var n):
                    sentence.Marks.Add(n);
                    break;
                case WordRole.Quoted:
                    sentence.Quotes = true;
                    break;
                case WordRole.Own when tokens[i].IsWord:
                    sentence.HasOwnWords = true;
                    speaksOfArticle |= (answer.Kinds[i] & WordKinds.Article) != 0 || (i == first && tokens[i].Lower is "it" or "nothing" or "nobody" or "none");
                    denies |= Polarity.Denies(tokens.AsSpan(first, last - first), answer.Kinds.AsSpan(first, last - first), i - first);
                    sentence.NamesUser |= (answer.Kinds[i] & WordKinds.Yours) != 0;
                    break;
                default:
                    sentence.IsQuestion |= tokens[i].Lower == "?" && answer.Roles[i] == WordRole.Own;
                    break;
            }
        }

        sentence.IsSilence = speaksOfArticle && denies && Silence.IsSaid(answer, sentence);
        return sentence;
    }

    /// <summary>Gives each sentence the citations of its marks, or, where it has none, of the marked sentences next to it.</summary>
    private static void Support(GuardedAnswer answer, List<GuardedSentence> sentences)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            if (sentences[i].Marks.Count > 0)
            {
                Cite(answer, sentences[i], sentences[i].Marks);
                continue;
            }

            var next = sentences.FindIndex(i, sentence => sentence.Marks.Count > 0);
            var before = sentences.FindLastIndex(i, i + 1, sentence => sentence.Marks.Count > 0);
            Cite(answer, sentences[i], next < 0 ? [] : sentences[next].Marks);
            Cite(answer, sentences[i], before < 0 ? [] : sentences[before].Marks);
        }
    }

    private static void Cite(GuardedAnswer answer, GuardedSentence sentence, List<int> marks)
    {
        foreach (var citation in answer.Answer.Citations)
        {
            if (!marks.Contains(citation.N) || sentence.Citations.Contains(citation))
            {
                continue;
            }

            sentence.Citations.Add(citation);
            foreach (var evidence in answer.Book.Touched(new Span(citation.Start, citation.End)))
            {
                if (!sentence.Evidence.Contains(evidence))
                {
                    sentence.Evidence.Add(evidence);
                }
            }
        }
    }
}
