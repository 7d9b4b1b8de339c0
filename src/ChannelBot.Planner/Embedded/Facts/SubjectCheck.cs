using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Sets whoever is to have done a thing against whoever did it by the article.</summary>
internal sealed class SubjectCheck(ArticleIndex index)
{
    /// <summary>How many words of the subject are those of whoever did or said it, and how many are not; none where the fact has nobody.</summary>
    public (int Same, int Other) Of(QuestionReading reading, Ground ground)
    {
        if (reading.Kind is not (AskKind.Claim or AskKind.YesNo or AskKind.Why or AskKind.How or AskKind.When) || reading.MainVerb < 0
            || ground.Fact?.Meaning.About is not { } fact || Doers(fact) is not { Count: > 0 } doers)
        {
            return default;
        }

        var (same, other) = (0, 0);
        for (var term = 0; term < reading.MainVerb; term++)
        {
            if (reading.Terms[term].Weight >= 0.9f && reading.Parts[term] is not (PartOfSpeech.Verb or PartOfSpeech.Other))
            {
                var isSame = doers.Contains(reading.Terms[term].Key) || doers.Contains(reading.StemOf(term)) || doers.Any(doer => index.Reaches(reading.Terms[term].Key, doer));
                same += isSame ? 1 : 0;
                other += isSame ? 0 : 1;
            }
        }

        return (same, other);
    }

    /// <summary>Stems of the phrase that says who did it, and ids of whom it names and who said it.</summary>
    private HashSet<string> Doers(Fact fact)
    {
        var doers = new HashSet<string>(StringComparer.Ordinal);
        if (fact.Speaker is { } speaker)
        {
            doers.Add(speaker);
        }

        if (fact.Slots.FirstOrDefault(slot => slot.Role is SlotRole.Who) is { } who)
        {
            doers.UnionWith(Tokenizer.Tokenize(who.Text).Where(token => token is { IsWord: true, IsStopWord: false }).Select(token => token.Stem));
            doers.UnionWith(index.EntitiesIn(new Span(who.Start, who.End)).Select(entity => entity.Id));
        }

        return doers;
    }

    /// <summary>What else of the same kind is named there, and not in the question; null for nothing.</summary>
    public Entity? Rival(QuestionReading reading, int term, Entity entity, Span span) =>
        index.EntitiesIn(span).FirstOrDefault(other => other.Kind == entity.Kind && !IsAskedFor(reading, term, other));

    /// <summary>The question names it too, or a part of its name: of "the council's fund" the council is not taken for the Flood Fund.</summary>
    private static bool IsAskedFor(QuestionReading reading, int named, Entity entity)
    {
        var words = Tokenizer.Tokenize(entity.Name);
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            if (reading.Terms[term].Key == entity.Id
                || (term != named && reading.Terms[term].Weight >= 0.9f && Array.Exists(words, word => word.Stem == reading.Terms[term].Key)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sentence has another name, day, country, city or month where the question has this one.</summary>
    public bool HasRival(QuestionReading reading, int term, Sentence sentence)
    {
        var key = reading.Terms[term].Key;
        var tokens = index.TokensOf(sentence);
        if (TimeWords.IsDay(key))
        {
            return TimeWords.DayIn(tokens) is not null;
        }

        if (reading.Terms[term].IsEntity && index.Entity(key) is { } entity)
        {
            return Rival(reading, term, entity, sentence.Span) is not null;
        }

        var stem = reading.StemOf(term);
        return NearMissCheck.NamedKindOf(stem) is { } of
            && Array.Exists(tokens, token => token.IsCapitalised && Lexicon.English.IsKindOf(token.Stem, of) && !Array.Exists(reading.Question.Tokens, asked => asked.Stem == token.Stem));
    }
}
