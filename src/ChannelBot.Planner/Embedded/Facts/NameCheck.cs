using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Tells where somebody's name is asked for, or who did a thing, and the passage has nobody.</summary>
internal sealed class NameCheck(ArticleIndex index)
{
    /// <summary>A name is asked for where the passage only describes: "a farmer", "the prosecutor's office".</summary>
    public Missing? Check(QuestionReading reading, Choice choice)
    {
        var wantsWho = reading.Kind is AskKind.Who && choice.Slot is null && !Array.Exists(reading.Question.Tokens, token => token.Lower == "whose");
        if ((!reading.WantsName || reading.Kind is AskKind.HowMany or AskKind.When or AskKind.Why) && !wantsWho)
        {
            return null;
        }

        if (wantsWho && !reading.IsPassive && IsUndone(reading, choice))
        {
            return new Missing("not_stated", null);
        }

        var asksPlace = reading.Focus < 0 && Array.Exists(reading.Question.Tokens, token => Interrogative.KindOfNoun(token.Lower) is AskKind.Where);
        var wanted = wantsWho && !reading.WantsName && !asksPlace ? null : NamedKind(reading);
        foreach (var entity in index.EntitiesIn(choice.Passage.Sentence.Span))
        {
            var asked = Enumerable.Range(0, reading.Terms.Count).FirstOrDefault(term => reading.Terms[term].Key == entity.Id, -1);
            var isMore = asked < 0 || !string.Equals(reading.WordsOf(asked), entity.Name, StringComparison.OrdinalIgnoreCase);
            if (isMore && (wanted is null ? entity.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Group : entity.Kind == wanted || (wanted is EntityKind.Place && entity.Kind is EntityKind.Organisation)))
            {
                return null;
            }
        }

        return wanted is null && choice.Passage.Sentence.Text.Contains(" by ", StringComparison.Ordinal) ? null : new Missing("not_stated", null);
    }

    /// <summary>The passage says that it was done, and not by whom: "fifty were rescued".</summary>
    private bool IsUndone(QuestionReading reading, Choice choice)
    {
        if (reading.MainVerb < 0 || choice.Hit.Coverage[reading.MainVerb] < PremiseCheck.Covered)
        {
            return false;
        }

        var asked = reading.Terms[reading.MainVerb].Key;
        var isUndone = false;
        foreach (var statement in index.StatementsOf(choice.Passage.Sentence))
        {
            if (Tokenizer.Tokenize(statement.Verb) is [{ } verb, ..] && (verb.Stem == asked || index.Reaches(asked, verb.Stem)))
            {
                if (!statement.Passive || statement.Slots.Any(slot => slot.Role is SlotRole.Who)
                    || index.Knowledge.Article.Text.AsSpan(statement.Start, statement.End - statement.Start).Contains(" by ", StringComparison.Ordinal))
                {
                    return false;
                }

                isUndone = true;
            }
        }

        return isUndone;
    }

    /// <summary>What bears the name that is wanted: "his name", "name the prosecutor" want a person's; null where it may be anything.</summary>
    private static EntityKind? NamedKind(QuestionReading reading)
    {
        foreach (var token in reading.Question.Tokens)
        {
            if (token.Lower is "his" or "her" or "he" or "she" or "those")
            {
                return EntityKind.Person;
            }

            // "the Home Secretary" is no home.
            var isOfAName = reading.Terms.Any(term => term.IsEntity && token.Start >= reading.Question.Tokens[term.FirstToken].Start && token.End <= reading.Question.Tokens[term.EndToken - 1].End);
            var isDescribing = Array.IndexOf(reading.Question.Tokens, token) is >= 0 and var at && at + 1 < reading.Question.Tokens.Length && Interrogative.KindOfNoun(reading.Question.Tokens[at + 1].Lower) is AskKind.Where;
            if (isOfAName || isDescribing || !token.IsWord || token.IsStopWord || token.Lower is "name" or "names" or "named")
            {
                continue;
            }

            if (Lexicon.English.IsKindOf(token.Stem, "person") || token.Lower is "dead" or "victims" or "casualties" or "injured" or "missing")
            {
                return EntityKind.Person;
            }

            if (Lexicon.English.IsKindOf(token.Stem, "country") || Lexicon.English.IsKindOf(token.Stem, "place"))
            {
                return EntityKind.Place;
            }
        }

        return null;
    }
}
