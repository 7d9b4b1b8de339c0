using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Guards;

/// <summary>Reads which words a "not" or a "may" governs.</summary>
internal static class Polarity
{
    /// <summary>Content words that a negation or hedge reaches.</summary>
    public const int Reach = 4;

    /// <summary>"No," and "No:" answer; "No. 10" is a name; "not only" denies nothing.</summary>
    public static bool Denies(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordKinds> kinds, int at)
    {
        if ((kinds[at] & WordKinds.Negator) == 0)
        {
            return false;
        }

        var next = at + 1 < tokens.Length ? tokens[at + 1].Lower : ".";
        return tokens[at].Lower switch
        {
            "no" => next is not ("." or "," or ":" or ";" or "!" or "—" or "–") && !IsNumberLabel(tokens, at),
            "not" => next is not "only",
            _ => true,
        };
    }

    /// <summary>"would not run no trains": another denial in the clause that the one at <paramref name="at"/> begins.</summary>
    public static bool DeniesTwice(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordKinds> kinds, int at)
    {
        for (var i = at + 1; i < tokens.Length && !EndsClause(tokens[i], kinds[i]); i++)
        {
            if (Denies(tokens, kinds, i))
            {
                return true;
            }
        }

        return false;
    }

    public static bool EndsClause(in Token token, WordKinds kinds) =>
        (kinds & WordKinds.Clause) != 0 || token is { IsWord: false, Lower: "," or ";" or ":" or "." or "—" or "–" or "(" or ")" or "?" or "!" };

    /// <summary>Whether the word carries meaning of its own.</summary>
    public static bool IsContent(in Token token, WordKinds kinds) =>
        token is { IsWord: true, IsStopWord: false } && (kinds & (WordKinds.Negator | WordKinds.Auxiliary)) == 0;

    /// <summary>The content words governed by the word at <paramref name="at"/>, at most <see cref="Reach"/>, as indexes of tokens.</summary>
    public static int Scope(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordKinds> kinds, int at, Span<int> scope)
    {
        var count = 0;
        for (var i = at + 1; i < tokens.Length && count < Reach; i++)
        {
            if (EndsClause(tokens[i], kinds[i]))
            {
                break;
            }

            if (IsContent(tokens[i], kinds[i]))
            {
                scope[count++] = i;
            }
        }

        return count;
    }

    private static bool IsNumberLabel(ReadOnlySpan<Token> tokens, int at) =>
        at + 1 < tokens.Length && tokens[at].IsCapitalised && char.IsAsciiDigit(tokens[at + 1].Lower[0]);
}
