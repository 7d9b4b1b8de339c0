using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Tells where a passage has another place or day than the question takes for granted.</summary>
internal sealed class PlaceAndDayCheck(ArticleIndex index)
{
    private static readonly string[] s_kinds = ["month", "city", "country"];

    /// <summary>"The summit is in Vienna" where the passage has it in another town.</summary>
    public Contradicted? OtherPlace(QuestionReading reading, Choice choice)
    {
        if (reading.UnknownName is not { } name || reading.Kind is not (AskKind.YesNo or AskKind.Claim)
            || Array.FindIndex(reading.Question.Tokens, token => reading.Question.Text[token.Start..token.End] == name) is not (> 1 and var at) || reading.Question.Tokens[at - 1].Lower is not ("in" or "at")
            || !Enumerable.Range(0, reading.Terms.Count).Any(term => reading.Parts[term] is PartOfSpeech.Noun && reading.Terms[term].EndToken >= at - 3 && reading.Terms[term].FirstToken < at && choice.Hit.Coverage[term] >= 0.7f))
        {
            return null;
        }

        return Lexicon.English.KindsOf(reading.Question.Tokens[at].Stem).Any(kind => kind is "city" or "country")
            && index.EntitiesIn(choice.Passage.Sentence.Span).FirstOrDefault(entity => entity.Kind is EntityKind.Place && Stands(entity, choice.Passage.Sentence)) is { } place
            ? new Contradicted(name, place.Name) : null;
    }

    /// <summary>"Is Austria one of them?", "in Vienna": a country, city or month that the passage has not, where it has another.</summary>
    /// <param name="isSure">The passage is known to be what is asked about.</param>
    public Contradicted? OtherOfItsKind(QuestionReading reading, Choice choice, List<int> uncovered, bool isSure)
    {
        var tokens = reading.Question.Tokens;
        foreach (var term in uncovered)
        {
            var stem = reading.StemOf(term);
            var isIn = reading.Terms[term].FirstToken is > 0 and var first && tokens[first - 1].Lower is "in";
            if (!(reading.Kind is AskKind.YesNo or AskKind.Claim || (isIn && isSure)) || Array.Find(s_kinds, kind => Lexicon.English.IsKindOf(stem, kind)) is not { } kind || !(isSure || (kind is "month" && uncovered.Count == 1)))
            {
                continue;
            }

            var others = Array.FindAll(index.TokensOf(choice.Passage.Sentence), token => token.IsCapitalised && token.Stem != stem && Lexicon.English.IsKindOf(token.Stem, kind));
            if (others.Length > 0)
            {
                return others is [var other] ? new Contradicted(reading.WordsOf(term), choice.Passage.Sentence.Text[other.Start..other.End]) : new Contradicted(null, null);
            }
        }

        return null;
    }

    /// <summary>"in" or "at" stands before the place.</summary>
    private bool Stands(Entity place, Sentence sentence) => place.Mentions.Any(mention => sentence.Span.Contains(mention)
        && index.Knowledge.Article.Text.AsSpan(0, mention.Start).TrimEnd() is var before && (before.EndsWith(" in", StringComparison.Ordinal) || before.EndsWith(" at", StringComparison.Ordinal)));

    /// <summary>"Why was it signed yesterday?" where the passage has it signed tomorrow.</summary>
    public Contradicted? OtherDay(QuestionReading reading, Choice choice)
    {
        var tokens = index.TokensOf(choice.Passage.Sentence);
        return reading.Kind is not (AskKind.When or AskKind.Choice or AskKind.Topic or AskKind.HowMany) && RelativeTime.In(reading.Question.Tokens) is { } asked && RelativeTime.IsOnly(reading.Question.Tokens, asked)
            && RelativeTime.In(tokens) is { } said && RelativeTime.Exclude(asked, said) && !RelativeTime.Has(tokens, asked)
            ? new Contradicted(asked, said) : null;
    }
}
