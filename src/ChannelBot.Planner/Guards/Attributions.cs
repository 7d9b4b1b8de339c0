using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Guards;

/// <summary>Somebody whom an answer makes say something.</summary>
/// <param name="Word">The word that names them.</param>
/// <param name="Entities">Who that may be; none where the article has no entity of that name.</param>
internal readonly record struct Attribution(Token Word, HashSet<string> Entities);

/// <summary>Finds who says what, by the words of saying and the names around them.</summary>
internal static class Attributions
{
    /// <summary>How many words may stand between a speaker and the verb.</summary>
    private const int Near = 8;

    /// <summary>Every word of saying among a sentence's own words, with whoever stands before it, or after "according to".</summary>
    public static List<Attribution> In(GuardedAnswer answer, GuardedSentence sentence)
    {
        var found = new List<Attribution>();
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (answer.Roles[i] != WordRole.Own || (answer.Kinds[i] & WordKinds.Saying) == 0)
            {
                continue;
            }

            var isAfter = answer.Tokens[i].Lower == "according" || IsPassive(answer, i);
            var at = isAfter ? After(answer, sentence, i) : Before(answer, sentence, i);
            if (at >= 0 && (answer.Kinds[at] & WordKinds.Article) == 0)
            {
                found.Add(new Attribution(answer.Tokens[at], EntitiesAt(answer.Book, answer.Tokens, at, sentence.First, sentence.Last)));
            }
        }

        return found;
    }

    /// <summary>Whether the evidence itself has one of the entities beside a word of saying.</summary>
    public static bool SaysIn(EvidenceBook book, SentenceEvidence evidence, HashSet<string> entities)
    {
        for (var i = 0; i < evidence.Tokens.Length; i++)
        {
            if ((evidence.Kinds[i] & WordKinds.Saying) == 0)
            {
                continue;
            }

            for (var near = Math.Max(0, i - Near); near < Math.Min(evidence.Tokens.Length, i + Near); near++)
            {
                if (evidence.Tokens[near].IsWord && EntitiesAt(book, evidence.Tokens, near, 0, evidence.Tokens.Length).Overlaps(entities))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a word stands in the evidence beside a word of saying.</summary>
    public static bool IsSayingNear(GuardedSentence sentence, in Token word)
    {
        foreach (var evidence in sentence.Evidence)
        {
            for (var i = 0; i < evidence.Tokens.Length; i++)
            {
                if (!string.Equals(evidence.Tokens[i].Stem, word.Stem, StringComparison.Ordinal))
                {
                    continue;
                }

                for (var near = Math.Max(0, i - Near); near < Math.Min(evidence.Tokens.Length, i + Near); near++)
                {
                    if ((evidence.Kinds[near] & WordKinds.Saying) != 0)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>"reported by": whoever says so comes after.</summary>
    private static bool IsPassive(GuardedAnswer answer, int at) => at + 1 < answer.Tokens.Length && answer.Tokens[at + 1].Lower == "by";

    private static int After(GuardedAnswer answer, GuardedSentence sentence, int at)
    {
        var name = -1;
        for (var i = at + 1; i < Math.Min(sentence.Last, at + Near); i++)
        {
            if (answer.Roles[i] != WordRole.Own || (!answer.Tokens[i].IsWord && answer.Tokens[i].Lower is not "."))
            {
                break;
            }

            if (answer.Tokens[i] is { IsWord: true, IsStopWord: false })
            {
                name = i;
            }
            else if (name >= 0)
            {
                break;
            }
        }

        return name;
    }

    /// <summary>The nearest word before the verb that can be a speaker: a name, else a noun.</summary>
    private static int Before(GuardedAnswer answer, GuardedSentence sentence, int at)
    {
        var noun = -1;
        for (var i = at - 1; i >= Math.Max(sentence.First, at - Near); i--)
        {
            var token = answer.Tokens[i];
            if (answer.Roles[i] != WordRole.Own || (!token.IsWord && token.Lower is not ("," or ".")))
            {
                break;
            }

            if ((answer.Kinds[i] & WordKinds.Article) != 0)
            {
                return i;
            }

            // "It rained on Thursday, the agency said."
            if ((token.Lower is "," && noun >= 0) || token.Lower is "he" or "she" or "they" or "we")
            {
                return noun;
            }

            if (!token.IsWord || token.IsStopWord || (answer.Kinds[i] & (WordKinds.Auxiliary | WordKinds.Saying | WordKinds.Negator)) != 0
                || (!token.IsCapitalised && (answer.Kinds[i] & WordKinds.Frame) != 0))
            {
                continue;
            }

            if (token.IsCapitalised && i > sentence.First)
            {
                return i;
            }

            noun = noun < 0 ? i : noun;
        }

        return noun;
    }

    /// <summary>The entities whose names run over the word at <paramref name="at"/>; of several names the longest tells.</summary>
    private static HashSet<string> EntitiesAt(EvidenceBook book, Token[] tokens, int at, int first, int last)
    {
        var entities = new HashSet<string>(StringComparer.Ordinal);
        var longest = 0;
        for (var start = Math.Max(first, at - 5); start <= at; start++)
        {
            foreach (var alias in book.BeginningWith(tokens[start].Lower))
            {
                if (start + alias.Words.Length <= at || alias.Words.Length < longest || !Matches(tokens, start, last, alias.Words, out var end) || end <= at)
                {
                    continue;
                }

                if (alias.Words.Length > longest)
                {
                    entities.Clear();
                    longest = alias.Words.Length;
                }

                entities.Add(alias.Entity);
            }
        }

        return entities;
    }

    private static bool Matches(Token[] tokens, int start, int last, string[] words, out int end)
    {
        end = start;
        foreach (var word in words)
        {
            // A stop after a shortened word ("No. 10") belongs to the name.
            while (end < last && tokens[end].Lower == "." && end > start)
            {
                end++;
            }

            if (end >= last || !string.Equals(tokens[end].Lower, word, StringComparison.Ordinal))
            {
                return false;
            }

            end++;
        }

        return true;
    }
}
