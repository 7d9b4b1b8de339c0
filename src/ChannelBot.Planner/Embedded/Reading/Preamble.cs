using System.Collections.Frozen;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>What stands before a question in its sentence and is not asked: "Attribution check before we publish:", "I'm a teacher, and".</summary>
internal static class Preamble
{
    private static readonly FrozenSet<string> s_asker = "i i'm im i've ive i'd my we we're we've our us".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_pointingBack =
        "it its they them their theirs he him his she her hers that this there".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_condition =
        "when if after before since because once while during in on at by from with of under despite although though until as given whenever".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where the question begins; null where nothing stands before it.</summary>
    /// <param name="isOfTheArticle">Whether the article, or its curation, has the word.</param>
    /// <remarks>After a colon or a dash, and after a comma where the asker speaks of themselves or of nothing that is in the article. A question
    /// that points back needs what stands before it.</remarks>
    public static int? End(Token[] tokens, Func<Token, bool> isOfTheArticle)
    {
        // "Just tell me how many" asks how many; "can you tell me the name" asks for no yes or no.
        var first = Interrogative.FirstMeaning(tokens, 0);
        if (first < tokens.Length && OrderAt(tokens, first) is { } named && (Interrogative.IsWh(tokens[named].Lower) || (Interrogative.IsAuxiliary(tokens[first].Lower) && tokens[named].Lower is "the")))
        {
            return tokens[named].Start;
        }

        // "I need the capitals" names what is to be told.
        if (first + 3 < tokens.Length && tokens[first].Lower is "i" && tokens[first + 1].Lower is "need" or "want" && tokens[first + 2].Lower is "the")
        {
            return tokens[first + 2].Start;
        }

        for (var i = 1; i + 2 < tokens.Length; i++)
        {
            var before = tokens.AsSpan(0, i);
            if (tokens[i].IsWord)
            {
                if (OrderAt(tokens, i) is { } asked && IsBeside(before, isOfTheArticle))
                {
                    return tokens[asked].Start;
                }

                continue;
            }

            var rest = tokens.AsSpan(i + 1);
            if (!IsBreak(tokens, i) || PointsBack(rest) || Quotes(before))
            {
                continue;
            }

            if (tokens[i].Lower == "," ? BeginsAsk(rest) && (IsBeside(before, isOfTheArticle) || IsOfTheAsker(before)) : Interrogative.IsAsk(rest, ""))
            {
                var order = Interrogative.FirstMeaning(tokens, i + 1);
                return order < tokens.Length && OrderAt(tokens, order) is { } told && Interrogative.IsWh(tokens[told].Lower) ? tokens[told].Start : tokens[i].End;
            }
        }

        return null;
    }

    /// <summary>Words of somebody's, which may be what is asked about: "“Nowhere to go” – whose words are those?"</summary>
    private static bool Quotes(ReadOnlySpan<Token> before)
    {
        foreach (var token in before)
        {
            if (token.Lower is "\"" or "“" or "”" or "'" or "‘")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"oh shut up you useless thing": nothing of it is in the article, and it is no condition of what is asked.</summary>
    private static bool IsBeside(ReadOnlySpan<Token> before, Func<Token, bool> isOfTheArticle)
    {
        var first = Interrogative.FirstMeaning(before, 0);
        if (first < before.Length && (s_condition.Contains(before[first].Lower) || Interrogative.IsAuxiliary(before[first].Lower) || Interrogative.IsImperative(before[first].Lower)))
        {
            return false;
        }

        foreach (var token in before)
        {
            if (Interrogative.IsWh(token.Lower) || token.Lower.EndsWith("'s", StringComparison.Ordinal) || token.Lower.EndsWith("’s", StringComparison.Ordinal))
            {
                return false;
            }

            if (token is { IsWord: true, IsStopWord: false, Lower.Length: > 2 } && !Interrogative.IsType(token.Lower) && (char.IsDigit(token.Lower[0]) || isOfTheArticle(token)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where "… can you tell me", "… i want to know" goes on with what is asked; null where there is none such.</summary>
    private static int? OrderAt(Token[] tokens, int at)
    {
        var end = at;
        while (end < tokens.Length && tokens[end].Lower is "can" or "could" or "would" or "will" or "you" or "please" or "just" or "i" or "i'd" or "i’d" or "id" or "want" or "wants" or "need" or "needs" or "to" or "like" or "wanted" or "tell" or "me" or "know" or "do" or "wondering" or "was" or "explain" or "say" or "remind")
        {
            end++;
        }

        var isOrder = end - at >= 2 && end < tokens.Length && (Interrogative.IsWh(tokens[end].Lower) || tokens[end].Lower is "if" or "whether" or "the") && tokens[end - 1].Lower is "me" or "know" or "wondering" or "explain" or "say";
        return isOrder ? end : null;
    }

    /// <summary>"I'm a teacher", "as a nurse", "for my class".</summary>
    public static bool IsOfTheAsker(ReadOnlySpan<Token> statement)
    {
        var first = Interrogative.FirstMeaning(statement, 0);
        return first < statement.Length && (s_asker.Contains(statement[first].Lower)
            || (first + 1 < statement.Length && statement[first].Lower is "as" or "for" or "speaking" && (s_asker.Contains(statement[first + 1].Lower) || (statement[first].Lower is "as" && statement[first + 1].Lower is "a" or "an"))));
    }

    /// <summary>A pronoun stands for what was said: "is that so", "who owned it"; not "said that they…", "that boat".</summary>
    public static bool StandsForAnother(ReadOnlySpan<Token> ask)
    {
        for (var i = 0; i < ask.Length; i++)
        {
            if (ask[i].Lower is "it" or "they" or "them" or "he" or "him" or "she" || (ask[i].Lower is "that" or "this" && i > 0 && Interrogative.IsBe(ask[i - 1].Lower) && (i + 1 == ask.Length || ask[i + 1].IsStopWord || !ask[i + 1].IsWord)))
            {
                return true;
            }
        }

        return false;
    }

    public static bool PointsBack(ReadOnlySpan<Token> ask)
    {
        for (var i = 0; i < ask.Length; i++)
        {
            // "This article" is what everybody here speaks of.
            if (s_pointingBack.Contains(ask[i].Lower) && !(ask[i].Lower is "this" or "that" && i + 1 < ask.Length && ask[i + 1].Lower is "article" or "story" or "piece" or "report" or "text"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A colon, a comma, or a dash with space around it.</summary>
    private static bool IsBreak(Token[] tokens, int at) =>
        tokens[at].Lower is ":" or ","
        || (tokens[at].Lower is "-" or "–" or "—" && tokens[at - 1].End < tokens[at].Start && tokens[at].End < tokens[at + 1].Start);

    private static bool BeginsAsk(ReadOnlySpan<Token> tokens)
    {
        var first = Interrogative.FirstMeaning(tokens, 0);
        return first < tokens.Length
            && (Interrogative.IsWh(tokens[first].Lower) || Interrogative.IsAuxiliary(tokens[first].Lower) || Interrogative.IsImperative(tokens[first].Lower));
    }
}
