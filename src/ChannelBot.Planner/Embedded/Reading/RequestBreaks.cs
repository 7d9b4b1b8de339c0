using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>Finds where one request of a message ends and the next begins: at the end of a sentence, and at "… and what …", "…, who is …".</summary>
internal static class RequestBreaks
{
    /// <summary>Sentences, and the halves of "who … and what …", "sum up … and tell me …".</summary>
    public static IEnumerable<(int Start, int End)> Segments(Question whole)
    {
        var tokens = whole.Tokens;
        var start = 0;
        var asked = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (EndsSentence(whole.Text, tokens, i))
            {
                yield return (start, tokens[i].End);
                start = tokens[i].End;
                asked = false;
            }
            else if (BeginsSecondAsk(tokens, i) && (asked || BeginsAsk(whole, start, saysMore: SaysMore(tokens, i + 1) && !(tokens[i].Lower is "," && IsCondition(tokens, start)))))
            {
                yield return (start, tokens[i].Start);
                start = tokens[i].End;
            }
            else if (asked && AsksAnew(tokens, i))
            {
                yield return (start, tokens[i].Start);
                start = tokens[i].Start;
            }
            else if (Interrogative.IsWh(tokens[i].Lower) && !IsSubordinate(tokens, i) && !IsForEach(tokens, start) && !(i + 1 < tokens.Length && tokens[i + 1].Lower is "if"))
            {
                asked = true;
            }
        }

        if (start < whole.Text.Length)
        {
            yield return (start, whole.Text.Length);
        }
    }

    /// <summary>An order opens the request that began at <paramref name="start"/>, or a yes-or-no question that the words to come say more than the rest of.</summary>
    /// <remarks>"Was it closed, and why?" is one question: the answer to why is the answer to both.</remarks>
    private static bool BeginsAsk(Question whole, int start, bool saysMore)
    {
        var tokens = whole.Tokens;
        var opens = Array.FindIndex(tokens, token => token.Start >= start);
        var colon = Array.FindIndex(tokens, opens, token => token.Lower is ":");
        var first = Interrogative.FirstMeaning(tokens, colon >= 0 && colon - opens <= 4 ? colon : opens);
        return first < tokens.Length && (Interrogative.IsImperative(tokens[first].Lower) || (saysMore && Interrogative.IsAuxiliary(tokens[first].Lower)));
    }

    /// <summary>"Had there been no rise, how many would have come": what opens like a question is the condition of one.</summary>
    private static bool IsCondition(Token[] tokens, int start) =>
        Array.FindIndex(tokens, token => token.Start >= start && token.IsWord) is >= 0 and var first && tokens[first].Lower is "had" or "were" or "should";

    /// <summary>"For every person who came before it, how many …": the first "who" asks nothing.</summary>
    private static bool IsForEach(Token[] tokens, int start) =>
        Array.FindIndex(tokens, token => token.Start >= start) is >= 0 and var first && first + 1 < tokens.Length
        && tokens[first].Lower is "for" or "of" or "out" && Array.Exists(tokens[(first + 1)..Math.Min(tokens.Length, first + 3)], token => token.Lower is "every" or "each");

    /// <summary>"In percent", "by what percentage", "as a percentage": the same once more, in another measure.</summary>
    public static bool IsOtherMeasure(ReadOnlySpan<Token> tokens)
    {
        var isMeasure = false;
        foreach (var token in tokens)
        {
            isMeasure |= token.Lower is "percent" or "percentage" or "cent" or "%";
            if (token.IsWord && token.Lower is not ("percent" or "percentage" or "per" or "cent" or "in" or "as" or "a" or "by" or "what" or "terms" or "too" or "also"))
            {
                return false;
            }
        }

        return isMeasure;
    }

    private static bool SaysMore(Token[] tokens, int from)
    {
        var meaning = 0;
        for (var i = from; i < tokens.Length && tokens[i].Lower is not ("?" or "." or "!" or ";"); i++)
        {
            meaning += tokens[i].IsWord && !tokens[i].IsStopWord && !Interrogative.IsWh(tokens[i].Lower) ? 1 : 0;
        }

        return meaning > 1;
    }

    private static bool EndsSentence(string text, Token[] tokens, int at)
    {
        var sign = text[tokens[at].Start];
        if (tokens[at].IsWord || sign is not ('?' or '!' or '.' or ';') || (tokens[at].End < text.Length && !char.IsWhiteSpace(text[tokens[at].End])))
        {
            return false;
        }

        return sign != '.' || at == 0 || tokens[at - 1].Lower is not ("no" or "mr" or "mrs" or "ms" or "dr" or "st" or "vs") && tokens[at - 1].Lower.Length > 1;
    }

    /// <summary>"who found them where were they": a question word before its verb asks something new; not "by how many", "who said how many".</summary>
    private static bool AsksAnew(Token[] tokens, int at)
    {
        if (at < 3 || at + 2 >= tokens.Length || !tokens[at - 1].IsWord || tokens[at - 1].Lower is "and" or "or" or "but" or "than" or "of" or "in" or "on" or "at" or "to" or "by" or "for" or "from" or "with" or "about" or "as" or "is" or "are" or "so"
            || Interrogative.IsSaying(tokens[at - 1].Lower) || Interrogative.IsWh(tokens[at - 1].Lower) || Interrogative.IsAuxiliary(tokens[at - 1].Lower))
        {
            return false;
        }

        return tokens[at].Lower is "what" or "where" or "when" or "why" or "how" && Interrogative.IsAuxiliary(tokens[at + 1].Lower)
            || (tokens[at].Lower is "how" && tokens[at + 1].Lower is "many" or "much" && Core.Grammar.Verbs.Of(tokens[at - 1].Lower) is null or { IsOftenNoun: true });
    }

    /// <summary>"and" or a comma, and then a word that opens a question or an order of its own.</summary>
    private static bool BeginsSecondAsk(Token[] tokens, int at)
    {
        if (tokens[at].Lower is ",")
        {
            return at + 2 < tokens.Length && Interrogative.IsWh(tokens[at + 1].Lower) && (IsInverted(tokens, at + 1) || HasMore(tokens, at + 2));
        }

        if (tokens[at].Lower is not ("and" or "&"))
        {
            return false;
        }

        var next = at + 1;
        if (next + 1 < tokens.Length && tokens[next].Lower is "in" or "on" or "at" or "to" or "from" or "for" or "off" or "also" or "then" or "please")
        {
            next++;
        }

        return (next + 1 < tokens.Length && (Interrogative.IsWh(tokens[next].Lower) || IsOrder(tokens, next) || AsksWhether(tokens, next))) || IsOtherMeasure(Sentence(tokens, at + 1));
    }

    /// <summary>"and do they know", "and is the boat safe": a verb before its subject; not "and was found", "and has nowhere to go".</summary>
    private static bool AsksWhether(Token[] tokens, int at) =>
        Interrogative.IsAuxiliary(tokens[at].Lower) && at + 2 < tokens.Length
        && (tokens[at + 1].Lower is "it" or "they" or "he" or "she" or "we" or "you" or "there" or "the" or "any" or "anyone" or "anybody" or "these" or "those" or "his" or "her" or "their"
            || (tokens[at].Lower is "do" or "does" or "did" && tokens[at + 1].Lower is not "not" && tokens[at + 1].IsWord));

    /// <summary>What is left of a sentence.</summary>
    private static ReadOnlySpan<Token> Sentence(Token[] tokens, int from)
    {
        var to = Array.FindIndex(tokens, from, token => token.Lower is "?" or "." or "!" or ";");
        return tokens.AsSpan(from..(to < 0 ? tokens.Length : to));
    }

    /// <summary>"where was", "how many": a question; "where a body was found" tells of a place.</summary>
    private static bool IsInverted(Token[] tokens, int at) =>
        tokens[at].Lower is "what" or "how" or "why" || Interrogative.IsAuxiliary(tokens[at + 1].Lower);

    /// <summary>"…, who signs them and when": a row of questions.</summary>
    private static bool HasMore(Token[] tokens, int from)
    {
        for (var i = from; i + 1 < tokens.Length && tokens[i].Lower is not ("?" or "." or "!" or ";"); i++)
        {
            if (tokens[i].Lower is "and" or "&" && Interrogative.IsWh(tokens[i + 1].Lower))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"tell me", "list the": not "the job and name".</summary>
    private static bool IsOrder(Token[] tokens, int at) =>
        Interrogative.IsImperative(tokens[at].Lower)
        && (tokens[at + 1].Lower is "me" or "us"
            || (tokens[at].Lower is "list" or "name" or "summarise" or "summarize" or "explain" or "describe"
                && (tokens[at + 1].Lower is "the" or "all" or "every" or "his" or "her" or "their" || Interrogative.IsWh(tokens[at + 1].Lower))));

    /// <summary>"When the boat sank, …": it says when, and asks nothing.</summary>
    private static bool IsSubordinate(Token[] tokens, int at) =>
        tokens[at].Lower is "when" or "where" && at + 2 < tokens.Length && !Interrogative.IsAuxiliary(tokens[at + 1].Lower) && tokens[at + 1].IsWord
        && (at == 0 || !tokens[at - 1].IsWord);
}
