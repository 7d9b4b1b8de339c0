using System.Runtime.InteropServices;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Guards;

/// <summary>The words of a sentence that are the answer's own, in order.</summary>
internal sealed class OwnWords
{
    private readonly List<Token> _tokens;
    private readonly List<WordKinds> _kinds;

    private OwnWords(GuardedAnswer answer, GuardedSentence sentence)
    {
        _tokens = new(sentence.Last - sentence.First);
        _kinds = new(sentence.Last - sentence.First);
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (answer.Roles[i] == WordRole.Own)
            {
                _tokens.Add(answer.Tokens[i]);
                _kinds.Add(answer.Kinds[i]);
            }
        }
    }

    public ReadOnlySpan<Token> Tokens => CollectionsMarshal.AsSpan(_tokens);

    public ReadOnlySpan<WordKinds> Kinds => CollectionsMarshal.AsSpan(_kinds);

    /// <summary>Picked out once for all guards.</summary>
    public static OwnWords Of(GuardedAnswer answer, GuardedSentence sentence) => sentence.Own ??= new OwnWords(answer, sentence);

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
