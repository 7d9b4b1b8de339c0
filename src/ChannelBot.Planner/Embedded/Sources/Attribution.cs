using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Sources;

/// <summary>Who the article says is behind what stands at a place of it.</summary>
internal static class Attribution
{
    /// <summary>The speaker of the quotation, or whoever the article reports or lets say it; null where none is made out.</summary>
    public static Entity? Of(ArticleIndex index, Sentence sentence, Span place)
    {
        if (index.Knowledge.Quotes.FirstOrDefault(quote => quote.Speaker is not null && quote.Spans.Any(place.Overlaps)) is { } quote)
        {
            return index.Entity(quote.Speaker!);
        }

        foreach (var statement in index.StatementsOf(sentence).Where(statement => new Span(statement.Start, statement.End).Overlaps(place)))
        {
            if (statement.Speaker is { } id)
            {
                return index.Entity(id);
            }

            if (Interrogative.IsSaying(statement.Verb) && statement.Slots.FirstOrDefault(slot => slot.Role is SlotRole.Who) is { } who
                && index.EntitiesIn(new Span(who.Start, who.End)) is [var sayer, ..])
            {
                return sayer;
            }
        }

        return index.Knowledge.Facts.FirstOrDefault(fact => fact.Speaker is not null && fact.Sentences.Contains(sentence.Id)) is { } fact ? index.Entity(fact.Speaker!) : null;
    }

    /// <summary>A word of saying stands in the sentence: that nobody is named as its source cannot be told. "Are said to" names nobody.</summary>
    public static bool IsTold(ArticleIndex index, Sentence sentence)
    {
        var tokens = index.TokensOf(sentence);
        return Enumerable.Range(0, tokens.Length).Any(i => tokens[i].Lower is "according" or "suggests"
            || (Interrogative.IsSaying(tokens[i].Lower) && !(i > 0 && tokens[i - 1].Lower is "is" or "are" or "was" or "were" or "been")));
    }
}
