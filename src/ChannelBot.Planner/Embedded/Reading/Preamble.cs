using System.Collections.Frozen;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>What stands before a question in its sentence and is not asked: "Attribution check before we publish:", "I'm a teacher, and".</summary>
internal static class Preamble
{
    private static readonly FrozenSet<string> s_asker = "i i'm im i've ive i'd my we we're we've our us".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_pointingBack =
        "it its they them their theirs he him his she her hers that this there".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where the question begins; null where nothing stands before it.</summary>
    /// <remarks>After a colon or a dash, and after a comma where the asker speaks of themselves. A question that points back needs what stands before it.</remarks>
    public static int? End(Token[] tokens)
    {
        for (var i = 1; i + 2 < tokens.Length; i++)
        {
            var rest = tokens.AsSpan(i + 1);
            if (tokens[i].IsWord || !IsBreak(tokens, i) || PointsBack(rest))
            {
                continue;
            }

            if (tokens[i].Lower == "," ? IsOfTheAsker(tokens.AsSpan(0, i)) && BeginsAsk(rest) : Interrogative.IsAsk(rest, ""))
            {
                return tokens[i].End;
            }
        }

        return null;
    }

    /// <summary>"I'm a teacher", "as a nurse", "for my class".</summary>
    public static bool IsOfTheAsker(ReadOnlySpan<Token> statement)
    {
        var first = Interrogative.FirstMeaning(statement, 0);
        return first < statement.Length && (s_asker.Contains(statement[first].Lower)
            || (first + 1 < statement.Length && statement[first].Lower is "as" or "for" or "speaking" && (s_asker.Contains(statement[first + 1].Lower) || (statement[first].Lower is "as" && statement[first + 1].Lower is "a" or "an"))));
    }

    public static bool PointsBack(ReadOnlySpan<Token> ask)
    {
        foreach (var token in ask)
        {
            if (s_pointingBack.Contains(token.Lower))
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
