using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>Finds names in a request that the article does not have.</summary>
internal static class UnknownNames
{
    /// <summary>A capitalised word inside the request that nothing in the article resembles, as typed; null where there is none.</summary>
    public static string? First(Question question, List<Term> terms, ArticleIndex index)
    {
        if (IsOddlyCased(question.Tokens))
        {
            return null;
        }

        var first = true;
        foreach (var token in question.Tokens)
        {
            // "with Europe, or with the Americans?": what is offered for choice need not be there.
            if (token.Lower == "or")
            {
                return null;
            }

            if (!token.IsWord)
            {
                first |= question.Text[token.Start] is '.' or '?' or '!' or '"' or '“' or ':';
                continue;
            }

            if (!first && IsName(question, token) && TermAt(terms, question.Tokens, token) is { IsConcept: false, Weight: > 0 } && !index.Knows(token.Stem))
            {
                return WithoutPossessive(question.Text[token.Start..token.End]);
            }

            first = false;
        }

        return null;
    }

    private static string WithoutPossessive(string name) =>
        name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name;

    /// <summary>A capital makes a name; capitals all through ("NOT", "EPS") make one only of a word that is no common one.</summary>
    private static bool IsName(Question question, in Token token)
    {
        var written = question.Text.AsSpan(token.Start, token.End - token.Start);
        if (!token.IsCapitalised || written.Length < 2 || token.IsStopWord || char.IsDigit(written[0]) || IsTitle(token.Lower))
        {
            return false;
        }

        return !Lexicon.English.Knows(token.Stem) || (char.IsLower(written[^1]) && !IsSpelledSmall(token.Lower));
    }

    private static bool IsSpelledSmall(string word) => Interrogative.IsAuxiliary(word) || Interrogative.IsWh(word) || Interrogative.IsFiller(word);

    /// <summary>"wHaT iS iT", "How Many Came": capitals there say nothing.</summary>
    private static bool IsOddlyCased(Token[] tokens)
    {
        int words = 0, capitals = 0;
        foreach (var token in tokens)
        {
            if (token.IsWord && token.End - token.Start > 1)
            {
                words++;
                capitals += token.IsCapitalised ? 1 : 0;
            }
        }

        return words >= 4 && capitals * 3 > words * 2;
    }

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
