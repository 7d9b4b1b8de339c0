using ChannelBot.Core.Answers;
using ChannelBot.Core.Evidence;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Weighs all signs of whether a curated article answers a question, denies it or is silent, and puts a finding right that is most likely wrong.</summary>
internal sealed class FindingCheck(ArticleIndex index, FactWords words, PassageChoice passages, Wording wording)
{
    /// <summary>From how likely on an answer gives way to a correction or to silence, and silence to an answer or a correction.</summary>
    private const float DeniedNotAnswered = 0.65f, SilentNotAnswered = 0.8f, AnsweredNotSilent = 0.8f, DeniedNotSilent = 0.8f;

    /// <summary>A correction mostly says what is otherwise, so that it gives way only where an answer is next to certain.</summary>
    private const float AnsweredNotDenied = 0.85f;

    /// <summary>A question with the very words of an expected one is that.</summary>
    private const float Certain = 0.999f;

    private readonly FindingSigns _signs = new(index, words);

    public Draft Of(QuestionReading reading, Found found, Choice? choice, Verdict verdict, Draft draft)
    {
        if (!index.IsCurated || found.Expected.Count == 0 || draft.Outcome is not (Outcome.Answered or Outcome.Corrected or Outcome.NotInArticle)
            || (found.Expected[0].Likelihood >= Certain && found.Expected[0].Likeness >= Certain) || GroundOf(found, choice, verdict, draft) is not { } ground)
        {
            return draft;
        }

        var odds = new FindingOdds(reading.Kind is AskKind.YesNo or AskKind.Claim or AskKind.Existence);
        Add(draft, odds);
        _signs.Read(reading, found, ground, odds);
        return (draft.Outcome, odds.Likelihoods) switch
        {
            (Outcome.Answered, { IsSilent: >= SilentNotAnswered }) => Silence(reading, found, ground),
            (Outcome.Answered, { Denies: >= DeniedNotAnswered }) or (Outcome.NotInArticle, { Denies: >= DeniedNotSilent }) =>
                wording.Correction(reading, ChoiceOf(reading, found, ground), new Contradicted(null, null)),
            (Outcome.NotInArticle, { Answers: >= AnsweredNotSilent }) when ground.Fact is not null => wording.Answer(reading, ChoiceOf(reading, found, ground)),
            (Outcome.Corrected, { Answers: >= AnsweredNotDenied }) when ground.Fact is not null && AsksForMore(reading) => wording.Answer(reading, ChoiceOf(reading, found, ground)),
            _ => draft,
        };
    }

    /// <summary>Whether a thing is so, or why, a correction answers too; which of two it is, it does not.</summary>
    private static bool AsksForMore(QuestionReading reading) =>
        reading.Kind is AskKind.Who or AskKind.WhoSaid or AskKind.What or AskKind.Where or AskKind.HowMany || Array.Exists(reading.Question.Tokens, token => token.Lower is "or");

    /// <summary>The sentence that the draft tells or corrects with; of a silence the likeliest.</summary>
    private Ground? GroundOf(Found found, Choice? choice, Verdict verdict, Draft draft)
    {
        var told = draft.Outcome is Outcome.NotInArticle ? null : index.Knowledge.Sentences.FirstOrDefault(sentence => draft.Topic.Contains(sentence.Id));
        var likeliest = found.Expected.Where(match => match.Meaning.About is not null).GroupBy(match => match.Meaning.About!.Sentences[0]).MaxBy(group => group.Sum(match => match.Likelihood))?.First();
        var sentence = told ?? (likeliest is null ? choice?.Passage.Sentence : PassageOf(likeliest).Sentence);
        return sentence is null ? null : new Ground(sentence, found.Expected.FirstOrDefault(match => match.Meaning.About?.Sentences[0] == sentence.Id), choice, verdict);
    }

    private static void Add(Draft draft, FindingOdds odds)
    {
        odds.Add("answered", draft.Outcome is Outcome.Answered);
        odds.Add("corrected", draft.Outcome is Outcome.Corrected);
        odds.Add("silent", draft is { Outcome: Outcome.NotInArticle, Reason: null or { Code: "not_stated", Missing: null } });
        odds.Add("silent on a word", draft is { Outcome: Outcome.NotInArticle, Reason: { Code: "not_stated", Missing: not null } });
        odds.Add("silent on a name", draft is { Outcome: Outcome.NotInArticle, Reason.Code: not "not_stated" });
    }

    private Choice ChoiceOf(QuestionReading reading, Found found, Ground ground) => ground.Fact is { } match
        ? passages.Of(PassageOf(match), match.Meaning is AnsweredByFact answered ? answered.Slot : null, reading, found)
        : ground.Choice is { } choice && choice.Passage.Sentence == ground.Sentence ? choice
        : passages.Of(index.Passages.First(passage => passage.Sentence == ground.Sentence), null, reading, found);

    private Passage PassageOf(ExpectedQuestionMatch match) => index.Passages.First(passage => passage.Fact == match.Meaning.About);

    /// <summary>As the curation says it, where the question is likely about what it calls missing.</summary>
    private Draft Silence(QuestionReading reading, Found found, Ground ground)
    {
        const float LikelyEnough = 0.25f;
        return found.Expected.FirstOrDefault(match => match.Meaning is NotSaid) is { Meaning: NotSaid { Silence: var silence }, Likelihood: >= LikelyEnough }
            ? wording.NotSaid(silence, silence.Nearest is null ? null : index.Passages.First(passage => passage.Fact?.Id == silence.Nearest))
            : wording.NothingOn(reading, ChoiceOf(reading, found, ground), null);
    }
}
