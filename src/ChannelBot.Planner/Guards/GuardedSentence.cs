using ChannelBot.Core.Answers;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Guards;

/// <summary>A sentence of an answer with the evidence that its marks, or its neighbours', point to.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">One past its last token, marks included.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">Exclusive.</param>
internal sealed record GuardedSentence(int First, int Last, int Start, int End)
{
    /// <summary>Numbers of its marks.</summary>
    public List<int> Marks { get; } = [];

    /// <summary>The citations it rests on: its own, or those of the sentences beside it.</summary>
    public List<Citation> Citations { get; } = [];

    /// <summary>The article's sentences that the citations touch.</summary>
    public List<SentenceEvidence> Evidence { get; } = [];

    /// <summary>Has a quotation.</summary>
    public bool Quotes { get; set; }

    /// <summary>Has a word of its own, outside quotations and reviewed text.</summary>
    public bool HasOwnWords { get; set; }

    /// <summary>Says that the article does not say something.</summary>
    public bool IsSilence { get; set; }

    /// <summary>Calls something the user's ("your 40,000").</summary>
    public bool NamesUser { get; set; }

    public bool IsQuestion { get; set; }

    /// <summary>Set by <see cref="OwnWords.Of"/> at first need.</summary>
    public OwnWords? Own { get; set; }

    public GuardFinding Refused(string guard, string problem) => new(guard, problem, Start, End);

    public bool Has(in Token token)
    {
        foreach (var evidence in Evidence)
        {
            if (evidence.Has(token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Smith" for "the Prime Minister": another name of somebody whom the evidence names, or whose words it is.</summary>
    public bool MeansSomebodyPresent(GuardedAnswer answer, in Token token)
    {
        foreach (var entity in answer.Book.WithWord(token.Lower))
        {
            foreach (var evidence in Evidence)
            {
                if (evidence.Present.Contains(entity))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a word of denial of its own stands before the token at this index.</summary>
    public bool Denies(GuardedAnswer answer, int before)
    {
        for (var i = First; i < before; i++)
        {
            if (answer.Roles[i] == WordRole.Own && (answer.Kinds[i] & WordKinds.Negator) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
