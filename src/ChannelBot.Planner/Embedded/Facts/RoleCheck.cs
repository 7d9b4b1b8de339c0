using System.Collections.Frozen;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Tells where a question gives somebody another office than the article does: "Foreign Secretary Ann Lee" for the Home Secretary.</summary>
internal sealed class RoleCheck(ArticleIndex index)
{
    /// <summary>An office has so many words at most: "Deputy Prime Minister".</summary>
    private const int LongestOffice = 3;

    /// <summary>Nouns of office; "Mr" and "the politician" fit anybody.</summary>
    private static readonly FrozenSet<string> s_offices =
        ("secretary minister president chancellor premier mayor governor ambassador commissioner senator king queen prince princess bishop archbishop pope general admiral colonel sergeant inspector superintendent constable "
        + "chairman chairwoman chairperson director captain coach manager professor judge prosecutor sheriff treasurer speaker spokesman spokeswoman spokesperson")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public Contradicted? OtherRole(QuestionReading reading, Choice choice) => OtherPerson(reading) ?? Stranger(reading) ?? OtherOffice(reading, choice);

    /// <summary>"Is the mayor the bishop?", "the bishop, Ann Lee, said": one person is taken for another of the article.</summary>
    private Contradicted? OtherPerson(QuestionReading reading)
    {
        var tokens = reading.Question.Tokens;
        for (var term = 1; term < reading.Terms.Count; term++)
        {
            if (PersonOf(reading, term - 1) is { } one && PersonOf(reading, term) is { } other && one != other && AreTakenForOne(tokens, reading.Terms[term - 1], reading.Terms[term]))
            {
                var isFirst = IsOffice(reading.WordsOf(term - 1), one);
                var (named, office) = isFirst ? (other, reading.WordsOf(term - 1)) : (one, reading.WordsOf(term));
                if (named.Role is { } role && IsOffice(office, isFirst ? one : other))
                {
                    return new Contradicted(office, role) { Who = named };
                }
            }
        }

        return null;
    }

    /// <summary>"Is Ann Lee the mayor?", "Ann Lee is the mayor" where another is, and the article does not know Ann Lee.</summary>
    private Contradicted? Stranger(QuestionReading reading)
    {
        var tokens = reading.Question.Tokens;
        for (var term = 0; term < reading.Terms.Count && reading.Kind is AskKind.YesNo or AskKind.Claim; term++)
        {
            var office = reading.Terms[term];
            if (PersonOf(reading, term) is not { Role: not null } holder || !NamesNobody(tokens.AsSpan(office.FirstToken..office.EndToken), holder))
            {
                continue;
            }

            // "is Ann Lee the mayor", "Ann Lee is the mayor", "is the mayor Ann Lee": the name fills all between "be" and the office, or all behind it.
            var to = tokens[Math.Max(0, office.FirstToken - 1)].Lower is "the" or "our" ? office.FirstToken - 1 : office.FirstToken;
            var name = NameBefore(reading, to) ?? (to > 0 && Interrogative.IsBe(tokens[to - 1].Lower) ? NameBefore(reading, to - 1) ?? NameBehind(reading, office.EndToken) : null);
            if (name is { } of && (of.From > 0 && Interrogative.IsBe(tokens[of.From - 1].Lower) || (of.End < tokens.Length && Interrogative.IsBe(tokens[of.End].Lower)) || of.From == office.EndToken))
            {
                return new Contradicted(reading.Question.Text[tokens[of.From].Start..tokens[of.End - 1].End], holder.Name);
            }
        }

        return null;
    }

    /// <summary>No word of a name is in it: "the PM".</summary>
    private static bool NamesNobody(ReadOnlySpan<Token> words, Entity entity)
    {
        foreach (var word in words)
        {
            if (entity.Name.Contains(word.Lower, StringComparison.OrdinalIgnoreCase) && word.Lower.Length > 2 && entity.Role?.Contains(word.Lower, StringComparison.OrdinalIgnoreCase) is not true)
            {
                return false;
            }
        }

        return true;
    }

    private (int From, int End)? NameBefore(QuestionReading reading, int end)
    {
        var from = end;
        while (from > 0 && end - from < 2 && IsStrange(reading, from - 1))
        {
            from--;
        }

        return end - from == 2 ? (from, end) : null;
    }

    private (int From, int End)? NameBehind(QuestionReading reading, int from) =>
        from + 1 < reading.Question.Tokens.Length && IsStrange(reading, from) && IsStrange(reading, from + 1) ? (from, from + 2) : null;

    /// <summary>A word that may be a name: of no meaning that is known here, and not in the article.</summary>
    private bool IsStrange(QuestionReading reading, int at)
    {
        var token = reading.Question.Tokens[at];
        return token is { IsWord: true, IsStopWord: false } && !Interrogative.IsBe(token.Lower) && !index.Has(token.Stem) && (token.IsCapitalised || !Lexicon.English.Knows(token.Stem));
    }

    private Entity? PersonOf(QuestionReading reading, int term) => reading.Terms[term].IsEntity && index.Entity(reading.Terms[term].Key) is { Kind: EntityKind.Person } person ? person : null;

    private static bool IsOffice(string words, Entity entity) => entity.Role is { } role && string.Equals(words, role, StringComparison.OrdinalIgnoreCase);

    /// <summary>"is X the Y", "X is the Y", "the X, Y,": nothing else stands between them.</summary>
    private static bool AreTakenForOne(Token[] tokens, Term one, Term other)
    {
        var between = tokens.AsSpan(one.EndToken, other.FirstToken - one.EndToken);
        var isBehindBe = one.FirstToken > 0 && Interrogative.IsBe(tokens[one.FirstToken - 1].Lower);
        var hasBe = false;
        foreach (var token in between)
        {
            hasBe |= Interrogative.IsBe(token.Lower);
            if (!Interrogative.IsBe(token.Lower) && token.Lower is not ("the" or "our" or "now" or "also" or "currently" or "really" or "not"))
            {
                return between is [{ Lower: "," }] && other.EndToken + 1 < tokens.Length && tokens[other.EndToken].Lower is "," && tokens[other.EndToken + 1].Lower is not ("and" or "or");
            }
        }

        return hasBe || isBehindBe;
    }

    private Contradicted? OtherOffice(QuestionReading reading, Choice choice)
    {
        var tokens = reading.Question.Tokens;
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            if (!reading.Terms[term].IsEntity || index.Entity(reading.Terms[term].Key) is not { Kind: EntityKind.Person, Role: { } role } entity)
            {
                continue;
            }

            // The name may have been read with a title: "Sir", "Mr".
            var end = reading.Terms[term].FirstToken;
            if (end == 0 || !s_offices.Contains(tokens[end - 1].Lower) || tokens[end - 1].End + 1 != tokens[end].Start)
            {
                continue;
            }

            var from = end - 1;
            while (from > 0 && end - from < LongestOffice && tokens[from - 1] is { IsWord: true, IsStopWord: false } && tokens[from - 1].IsCapitalised == tokens[end - 1].IsCapitalised && !Interrogative.IsAuxiliary(tokens[from - 1].Lower) && !Interrogative.IsWh(tokens[from - 1].Lower) && !Interrogative.IsSaying(tokens[from - 1].Lower))
            {
                from--;
            }

            if (!Fits(tokens.AsSpan(from, end - from), role, entity))
            {
                // Where whoever holds it did the thing, the name is what is wrong.
                var office = reading.Question.Text[tokens[from].Start..tokens[end - 1].End];
                return index.EntitiesIn(choice.Passage.Sentence.Span).FirstOrDefault(other => other != entity && string.Equals(other.Role, office, StringComparison.OrdinalIgnoreCase)) is { } holder
                    ? new Contradicted(reading.WordsOf(term), holder.Name)
                    : new Contradicted(office, role) { Who = entity };
            }
        }

        return null;
    }

    /// <summary>The noun of office is in the role, and what stands before it, where the role has something there too.</summary>
    private static bool Fits(ReadOnlySpan<Token> office, string role, Entity entity)
    {
        var held = Tokenizer.Tokenize(string.Join(' ', entity.Aliases.Prepend(role))).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        if (!held.Contains(office[^1].Stem))
        {
            return false;
        }

        foreach (var token in office[..^1])
        {
            if (held.Contains(token.Stem) || Lexicon.English.IsKindOf(token.Stem, "country"))
            {
                return true;
            }
        }

        return office.Length == 1;
    }
}
