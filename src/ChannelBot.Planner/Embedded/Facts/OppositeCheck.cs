using ChannelBot.Core.Evidence;
using ChannelBot.Core.Grammar;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Tells where a passage has the contrary of what a question takes for granted: "fell" for "rose", refused for signed.</summary>
internal sealed class OppositeCheck(ArticleIndex index)
{
    /// <summary>A word that means the contrary counts only where the rest of the question fits so well.</summary>
    private const float Fits = 0.5f;

    private const int VerbsBehindAModal = 4;

    public Contradicted? Check(QuestionReading reading, Choice choice) => Turned(reading, choice) ?? Contrary(reading, choice) ?? Reversal(reading, choice);

    /// <summary>"Why did arrivals halve?" where the passage has a figure by which they rose, and none by which they fell.</summary>
    public Contradicted? Turned(QuestionReading reading, Choice choice)
    {
        if (reading.Kind is not (AskKind.Why or AskKind.How or AskKind.When or AskKind.YesNo or AskKind.Claim)
            || Direction(reading.Question.Tokens) is not (not 0 and var asked) || !SpeaksOf(reading, choice))
        {
            return null;
        }

        var figures = index.Knowledge.Figures.Where(figure => figure.Sentence == choice.Passage.Sentence.Id && figure.Direction != 0).ToArray();
        return figures.Length > 0 && Array.TrueForAll(figures, figure => figure.Direction != asked) ? new Contradicted(null, null, figures[0]) : null;
    }

    /// <summary>1 where the words speak of a rise, -1 of a fall, 0 of neither or both.</summary>
    public static int Direction(ReadOnlySpan<Token> tokens)
    {
        var direction = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var lemma = Verbs.Lemma(tokens[i].Lower);
            direction += IsOnlyMeant(tokens, i) ? 0 : WordClasses.Is("up", lemma) ? 1 : WordClasses.Is("down", lemma) ? -1 : 0;
        }

        return Math.Sign(direction);
    }

    /// <summary>"How will they cut it?", "how do they plan to reduce it": nobody says that it was done.</summary>
    private static bool IsOnlyMeant(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = Math.Max(0, at - VerbsBehindAModal); i < at; i++)
        {
            if (tokens[i].Lower is "will" or "would" or "can" or "could" or "should" or "might" or "may" or "must" or "going"
                || (tokens[i].Lower is "to" && i > 0 && Verbs.Lemma(tokens[i - 1].Lower) is not ("manage" or "come")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is said to rise or fall is in the passage; "it" is what the last answer was of.</summary>
    private static bool SpeaksOf(QuestionReading reading, Choice choice)
    {
        var hasSubject = false;
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            if (reading.Parts[term] is PartOfSpeech.Noun && reading.Terms[term].Weight >= 0.9f && Direction([reading.TokenOf(term)]) == 0 && !TimeWords.IsPeriod(reading.TokenOf(term).Lower))
            {
                if (choice.Hit.Coverage[term] >= PremiseCheck.Covered)
                {
                    return true;
                }

                hasSubject = true;
            }
        }

        if (hasSubject || !Array.Exists(reading.Question.Tokens, token => Interrogative.IsPronoun(token.Lower) && token.Lower is not ("this" or "there")))
        {
            return !hasSubject;
        }

        return reading.Question.Conversation.Turns is [.., var last] && last.Answer.Citations.Any(citation => citation.Sentence == choice.Passage.Sentence.Id);
    }

    /// <summary>"fell" where the article has "rose".</summary>
    private Contradicted? Contrary(QuestionReading reading, Choice choice)
    {
        if (choice.Hit.Score < Fits || reading.Kind is not (AskKind.YesNo or AskKind.Claim or AskKind.Why or AskKind.HowMany))
        {
            return null;
        }

        var tokens = index.TokensOf(choice.Passage.Sentence);
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            if (reading.Terms[term].IsConcept || reading.Terms[term].Weight < 0.9f || choice.Hit.Coverage[term] >= PremiseCheck.Covered)
            {
                continue;
            }

            var isOver = WordClasses.Is("ended", Verbs.Lemma(reading.TokenOf(term).Lower));
            foreach (var token in tokens)
            {
                if (Lexicon.English.AreOpposite(reading.Terms[term].Key, token.Stem) || (isOver && WordClasses.Is("ongoing", token.Lower)))
                {
                    return new Contradicted(reading.WordsOf(term), null);
                }
            }
        }

        return null;
    }

    /// <summary>"Why did they refuse to sign?", "why wasn't it signed?" where the passage has it signed, and denies nothing.</summary>
    private Contradicted? Reversal(QuestionReading reading, Choice choice)
    {
        var tokens = index.TokensOf(choice.Passage.Sentence);
        return reading.Kind is AskKind.Why && DeniedVerbs.Of(reading) is { } denied && !Polarity.IsNegative(tokens)
            && Array.Exists(tokens, token => token.Stem == reading.Terms[denied].Key || index.Reaches(reading.Terms[denied].Key, token.Stem))
            ? new Contradicted(null, null) : null;
    }
}
