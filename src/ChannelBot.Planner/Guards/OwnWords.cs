using System.Runtime.InteropServices;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Guards;

/// <summary>The words of a sentence that are the answer's own, in order.</summary>
internal readonly ref struct OwnWords(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordKinds> kinds)
{
    public ReadOnlySpan<Token> Tokens { get; } = tokens;

    public ReadOnlySpan<WordKinds> Kinds { get; } = kinds;

    public static OwnWords Of(GuardedAnswer answer, GuardedSentence sentence)
    {
        var tokens = new List<Token>(sentence.Last - sentence.First);
        var kinds = new List<WordKinds>(sentence.Last - sentence.First);
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (answer.Roles[i] == WordRole.Own)
            {
                tokens.Add(answer.Tokens[i]);
                kinds.Add(answer.Kinds[i]);
            }
        }

        return new OwnWords(CollectionsMarshal.AsSpan(tokens), CollectionsMarshal.AsSpan(kinds));
    }

    /// <summary>Has the first two of these stems, or the only one.</summary>
    public bool HasFirstOf(string[] stems)
    {
        for (var i = 0; i < Math.Min(2, stems.Length); i++)
        {
            if (!Has(stems[i]))
            {
                return false;
            }
        }

        return true;
    }

    public bool Has(string stem)
    {
        foreach (ref readonly var token in Tokens)
        {
            if (string.Equals(token.Stem, stem, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public bool HasKind(WordKinds kind)
    {
        foreach (var kinds in Kinds)
        {
            if ((kinds & kind) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
