using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>The answer of an expected question.</summary>
/// <param name="IsRefuted">A number, name or day of the question asked is not what the fact has.</param>
/// <param name="IsCertain">The question asked is the expected one, but for a word perhaps, or for what is refuted.</param>
internal sealed record ExpectedDraft(Draft Draft, bool IsRefuted = false, bool IsCertain = false);

/// <summary>Answers a question that the curation expects, as the curation has it.</summary>
internal sealed class ExpectedAnswer(ArticleIndex index, PassageChoice passages, PremiseCheck premises, Wording wording, FactWords words)
{
    /// <summary>From which likelihood on a question is taken for an expected one, whatever its words find.</summary>
    private const float Sure = 0.45f;

    /// <summary>From here on the noun that the question asks for may be one that the fact does not have ("the point of the deals"), and "where" need not be where to.</summary>
    private const float Surest = 0.6f;

    /// <summary>Enough where the words of the question find nothing that answers, or find an answer where silence is likelier.</summary>
    private const float Likely = 0.25f;

    /// <summary>From here on a silence is believed, whatever day or place the question names.</summary>
    private const float Certain = 0.9f;

    /// <summary>A question that has so much in common with an expected one asks for the same kind of thing.</summary>
    private const float Like = 0.6f;

    /// <summary>With less in common, the noun that the question asks for has to be there after all: "which nationality" is not "up to when".</summary>
    private const float LikeEnough = 0.4f;

    /// <summary>What is less likely than this changes nothing.</summary>
    private const float Unlikely = 0.02f;

    /// <summary>Where the questions that ask for something else are together likelier than this, the rest says too little.</summary>
    private const float MostOthers = 0.95f;

    /// <summary>A denial shares most words with the questions that the fact answers, so it has to be this like.</summary>
    private const float SureOfDenial = 0.75f;

    /// <summary>Enough where the question has what the denied words have and no question that the fact answers.</summary>
    private const float LikeADenial = 0.5f;

    /// <summary>The answer of an expected question that is likely enough by itself; else null.</summary>
    /// <param name="choice">What the words of the question find to bear it out; null where they find nothing that does.</param>
    public ExpectedDraft? Of(QuestionReading reading, Found found, PastTurn? before, Choice? choice) =>
        Likeliest(reading, found, before, Sure) is { } match && !IsElsewhere(reading, found, match, choice) ? Answer(reading, found, match) : null;

    /// <summary>What likely answers where the words of the question found nothing; else null.</summary>
    public ExpectedDraft? Instead(QuestionReading reading, Found found, PastTurn? before, Choice? choice) =>
        Likeliest(reading, found, before, Likely) is { } match && !IsElsewhere(reading, found, match, choice) ? Answer(reading, found, match) : null;

    /// <summary>What the article likely does not say, though the words of the question found something; else null.</summary>
    public ExpectedDraft? Silence(QuestionReading reading, Found found, PastTurn? before, Choice? choice) =>
        Likeliest(reading, found, before, Likely) is { Meaning: NotSaid } match && !IsElsewhere(reading, found, match, choice) ? Answer(reading, found, match) : null;

    /// <summary>"Did anyone die on Wednesday?" names a day or place of what the words find; the silence is about another, and nobody who asks about it names that one.</summary>
    private bool IsElsewhere(QuestionReading reading, Found found, ExpectedQuestionMatch match, Choice? choice)
    {
        if (choice is null || match.Likelihood >= Certain || match.Meaning is not NotSaid { Silence.Nearest: { } nearest } || PassageOf(nearest) is not { } place || place.Sentence.Id == choice.Passage.Sentence.Id)
        {
            return false;
        }

        var coverage = found.Hits.Where(hit => hit.Passage.Sentence.Id == place.Sentence.Id).Select(hit => hit.Coverage).ToArray();
        List<Term>? asked = null;
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            var isAnchor = reading.Terms[term].IsEntity ? index.Entity(reading.Terms[term].Key)?.Kind is EntityKind.Place : TimeWords.IsDay(reading.Terms[term].Key);
            if (isAnchor && choice.Hit.Coverage[term] >= 0.7f && !Array.Exists(coverage, of => of[term] >= PremiseCheck.Covered))
            {
                asked ??= index.Terms(Tokenizer.Tokenize(match.Ask), []);
                if (!asked.Exists(other => other.Key == reading.Terms[term].Key))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The likeliest of the silences, or of the facts of one sentence, that are together likely enough.</summary>
    private ExpectedQuestionMatch? Likeliest(QuestionReading reading, Found found, PastTurn? before, float least)
    {
        // "Where was that?" is about what the last answer stood on, whatever else may be asked with these words.
        var isOnTopic = before is null || reading.OwnContent >= 1 || before.Answer.Citations.Count == 0;
        var group = AskedAlike(reading, found.Expected).Where(match => isOnTopic || IsBeside(before!, SentenceOf(match.Meaning)) && !(match.Meaning is NotSaid && HasAtHand(reading, before!))).GroupBy(match => GroupOf(match.Meaning)).MaxBy(group => group.Sum(match => match.Likelihood));
        return group is not null && group.Sum(match => match.Likelihood) is var sum && sum >= least ? group.First() with { Likelihood = sum } : null;
    }

    /// <summary>What the last answer stood on, or what stands in the same paragraph: "and what had happened to them?" is told by the sentence after.</summary>
    private static bool IsBeside(PastTurn before, string? sentence) =>
        sentence is not null && before.Answer.Citations.Any(citation => ParagraphOf(citation.Sentence).SequenceEqual(ParagraphOf(sentence)));

    /// <summary>"How many people?", "when?": the last answer's own sentence has it, whatever else the article does not say.</summary>
    private bool HasAtHand(QuestionReading reading, PastTurn before) =>
        reading.Kind is AskKind.HowMany or AskKind.When or AskKind.Where && NumberFormAsked.Of(reading) is null && Interrogative.SlotOf(reading.Kind) is { } role
        && index.Passages.Any(passage => passage.Slot(role) is not null && before.Answer.Citations.Any(citation => citation.Sentence == passage.Sentence.Id));

    /// <summary>"p6" of "p6.s1".</summary>
    private static ReadOnlySpan<char> ParagraphOf(string sentence) => sentence.AsSpan(0, sentence.IndexOf('.', StringComparison.Ordinal));

    /// <summary>The expected questions without those that ask in the same words for something else: where for who, where to for where from. What is left is so much likelier.</summary>
    private static IEnumerable<ExpectedQuestionMatch> AskedAlike(QuestionReading reading, IReadOnlyList<ExpectedQuestionMatch> expected)
    {
        List<ExpectedQuestionMatch>? alike = null;
        var form = AskForm.Of(reading);
        var others = 0f;
        for (var i = 0; i < expected.Count; i++)
        {
            if (expected[i].Likelihood >= Unlikely && IsOther(form, expected[i]))
            {
                alike ??= [.. expected.Take(i)];
                others += expected[i].Likelihood;
            }
            else
            {
                alike?.Add(expected[i]);
            }
        }

        return alike is null ? expected : others > MostOthers ? [] : alike.Select(match => match with { Likelihood = match.Likelihood / (1 - others) });
    }

    private static bool IsOther(AskForm form, ExpectedQuestionMatch match) =>
        SeveralQuestions.IsSeveral(match.Meaning) || ((match.Likeness < Certain || form.Wanted is Wanted.With) && form.Excludes(AskForm.Of(match.Ask)));

    private static string GroupOf(Expectation meaning) => meaning.About?.Sentences[0] ?? meaning.GetType().Name;

    /// <summary>The sentence that it is about; null where there is none.</summary>
    private string? SentenceOf(Expectation meaning) => meaning switch
    {
        NotSaid { Silence.Nearest: { } nearest } => PassageOf(nearest).Sentence.Id,
        NotSaid or Reworded => null,
        _ => GroupOf(meaning),
    };

    private ExpectedDraft? Answer(QuestionReading reading, Found found, ExpectedQuestionMatch match) => match.Meaning switch
    {
        NotSaid { Silence.Nearest: { } nearest } when passages.Of(PassageOf(nearest), null, reading, found) is var choice && premises.Turned(reading, choice) is { } turned =>
            new(wording.Correction(reading, choice, turned), IsRefuted: true),
        NotSaid { Silence: var silence } => new(wording.NotSaid(silence, silence.Nearest is null ? null : PassageOf(silence.Nearest)), IsCertain: match.Likeness >= Certain),
        DeniedByFact { Fact: var fact } when IsDenied(reading, fact, match) && NamesAll(reading, match.Ask) =>
            new(wording.Correction(reading, passages.Of(PassageOf(fact.Id), null, reading, found), new Contradicted(null, null))),
        DeniedByFact { Fact: var fact } => Checked(reading, found, PassageOf(fact.Id), null, match),
        AnsweredByFact { Fact: var fact, Slot: var slot } => Checked(reading, found, PassageOf(fact.Id), slot, match),
        _ => null,
    };

    /// <summary>"Why did she call it pointless?": what is wrong with the denied words are those that no question that the fact answers has.</summary>
    private bool IsDenied(QuestionReading reading, Fact fact, ExpectedQuestionMatch match)
    {
        if (match.Likeness < LikeADenial)
        {
            return false;
        }

        var right = words.Right(fact);
        var wrong = Tokenizer.Tokenize(match.Ask).Where(token => token is { IsWord: true, IsStopWord: false } && !Interrogative.IsSaying(token.Lower) && !right.Contains(token.Stem)).Select(token => token.Stem).ToArray();
        return wrong.Length == 0 ? match.Likeness >= SureOfDenial : Array.TrueForAll(wrong, stem => Array.Exists(reading.Question.Tokens, token => token.Stem == stem));
    }

    /// <summary>"Two were found, right?" is not denied where "three were found" is: each number, name, day and country of the denied words has to be in the question.</summary>
    private bool NamesAll(QuestionReading reading, string denied)
    {
        var tokens = Tokenizer.Tokenize(denied);
        return index.Terms(tokens, Core.Quantities.QuantityScanner.Scan(denied)).All(term =>
            !(term.Key.StartsWith("n:", StringComparison.Ordinal) || NearMissCheck.IsOneOfAKind(term, tokens))
            || reading.Terms.Any(asked => asked.Key == term.Key));
    }

    /// <summary>The expected question vouches for the words that it shares; numbers, speakers, days and names are checked as ever. Null where
    /// the question asks for a time, a place or a number that the fact does not have.</summary>
    private ExpectedDraft? Checked(QuestionReading reading, Found found, Passage passage, SlotRole? slot, ExpectedQuestionMatch match)
    {
        if (Interrogative.SlotOf(reading.Kind) is { } wanted and (SlotRole.When or SlotRole.Where or SlotRole.HowMany))
        {
            if (passage.Slot(wanted) is null && match.Likeness < Like)
            {
                return null;
            }

            slot = passage.Slot(wanted) is null ? slot : wanted;
        }
        else if (reading.Kind is AskKind.Who && slot is SlotRole.When or SlotRole.Where or SlotRole.Why && !AskForm.AsksWith(reading.Question.Tokens) && passage.Slot(SlotRole.Who) is not null)
        {
            // "Which countries lie on the route?" is asked in the words of "on which route do they lie?"
            slot = SlotRole.Who;
        }

        var choice = passages.Of(passage, slot, reading, found);
        if (choice.Slot is { Role: SlotRole.What } what && passages.LacksPlace(reading, what))
        {
            return null;
        }

        // The words of a denial may be what is denied: they vouch for no name, day or place.
        var vouched = Tokenizer.Tokenize(match.Ask).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        var right = match.Meaning is DeniedByFact { Fact: var denying } ? words.Right(denying) : null;
        bool IsVouched(string stem, int term) => vouched.Contains(stem) && (right is null || right.Contains(stem) || !NearMissCheck.IsOneOfAKind(reading.Terms[term], reading.Question.Tokens));
        return premises.Check(reading, choice, term => IsVouched(reading.StemOf(term), term) || IsVouched(reading.TokenOf(term).Stem, term), match is { Likelihood: >= Surest, Likeness: >= LikeEnough }) switch
        {
            Contradicted contradicted => new(wording.Correction(reading, choice, contradicted), IsRefuted: true, IsCertain: match is { Likelihood: >= Surest, Likeness: >= LikeADenial }),
            Missing missing => new(wording.NothingOn(reading, choice, missing), IsRefuted: true),
            _ => new(wording.Answer(reading, choice)),
        };
    }

    private Passage PassageOf(string fact) => index.Passages.First(passage => passage.Fact?.Id == fact);
}
