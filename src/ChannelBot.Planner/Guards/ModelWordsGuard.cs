using ChannelBot.Core.Answers;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Guards;

/// <summary>Each word that a language model has chosen itself stands in what it cites, or means the same as one that does.</summary>
/// <remarks>The other guards let a sentence have a word or two that its evidence does not: rules only ever write words of the question or of the
/// article there. A model may write anything, "has resigned" as well, and may take it over from the user.</remarks>
internal sealed class ModelWordsGuard : IGuard
{
    private const double AboutTheSame = 0.75;

    public string Name => "words";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
        if (answer.Answer.Planner == Planners.Embedded)
        {
            return;
        }

        foreach (var sentence in answer.Sentences)
        {
            if (sentence is { HasOwnWords: true, IsSilence: false, IsQuestion: false } && sentence.Evidence.Count > 0)
            {
                Check(answer, sentence, findings);
            }
        }
    }

    private void Check(GuardedAnswer answer, GuardedSentence sentence, List<GuardFinding> findings)
    {
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (answer.Roles[i] == WordRole.Own && Polarity.IsContent(answer.Tokens[i], answer.Kinds[i]) && !IsAccountedFor(answer, sentence, i))
            {
                var token = answer.Tokens[i];
                findings.Add(sentence.Refused(Name, $"“{answer.Text[token.Start..token.End]}” stands in none of the cited sentences, nor does a word that means the same"));
            }
        }
    }

    private static bool IsAccountedFor(GuardedAnswer answer, GuardedSentence sentence, int at)
    {
        var token = answer.Tokens[at];
        const WordKinds Framing = WordKinds.Frame | WordKinds.Saying | WordKinds.Article | WordKinds.Yours;
        return sentence.Has(token)
            || (answer.Kinds[at] & Framing) != 0
            || ((answer.Kinds[at] & WordKinds.Hedge) != 0 && IsHedged(sentence))
            || answer.Book.TitleWords.Contains(token.Stem)
            || IsOfNumber(answer, token)
            || sentence.MeansSomebodyPresent(answer, token)
            || (answer.UserSaid(token) && (sentence.NamesUser || sentence.Denies(answer, at)))
            || MeansTheSame(sentence, token);
    }

    /// <summary>What a number says is looked at by the number guard.</summary>
    private static bool IsOfNumber(GuardedAnswer answer, in Token token)
    {
        foreach (var number in answer.Numbers)
        {
            if (token.Start >= number.Mention.Start && token.End <= number.Mention.End)
            {
                return true;
            }
        }

        return char.IsAsciiDigit(token.Lower[0]);
    }

    /// <summary>"Believed" for "presumed".</summary>
    private static bool IsHedged(GuardedSentence sentence)
    {
        foreach (var evidence in sentence.Evidence)
        {
            if (evidence.Hedged.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool MeansTheSame(GuardedSentence sentence, in Token token)
    {
        foreach (var evidence in sentence.Evidence)
        {
            foreach (ref readonly var word in evidence.Tokens.AsSpan())
            {
                if (word is { IsWord: true, IsStopWord: false } && Lexicon.English.Similarity(token.Stem, word.Stem) >= AboutTheSame)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
