using System.Collections.Frozen;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>What a follow-up wants beyond the last answer: the names of those that it only counts, or more words of whoever it quotes.</summary>
internal sealed class Furthermore(ArticleIndex index)
{
    /// <summary>A request of no other words than these names nothing.</summary>
    private static readonly FrozenSet<string> s_pointing =
        "which what who ones one are were they those these them name names list and so ok okay the please exactly then tell me can could you give called is it there".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"Which ones?", "name them": the question for the members of the group that the last answer's sentence only names as one; any other question as it is.</summary>
    public Question Named(Question question)
    {
        if (question.Conversation.Turns is not [.., { Answer.Citations: { Count: > 0 } citations }] || !AsksForNames(question.Tokens))
        {
            return question;
        }

        foreach (var citation in citations)
        {
            foreach (var group in index.EntitiesIn(new Span(citation.Start, citation.End)))
            {
                if (group.Kind is EntityKind.Group && HasMembersElsewhere(group, citation.Sentence))
                {
                    var text = $"Which are the {group.Name}?";
                    return question with { Text = text, Tokens = Tokenizer.Tokenize(text), Numbers = QuantityScanner.Scan(text) };
                }
            }
        }

        return question;
    }

    /// <summary>"What else did he say?": the next words of the one who was quoted last, or is named, that the conversation has not had; null where that is not asked or there are none.</summary>
    public Passage? Said(QuestionReading reading)
    {
        var tokens = reading.Question.Tokens;
        if (reading.Question.Conversation.Turns is not { Count: > 0 } turns || !Array.Exists(tokens, token => token.Lower is "else") || !Array.Exists(tokens, token => Interrogative.IsSaying(token.Lower))
            || tokens[Interrogative.FirstMeaning(tokens, 0)].Lower is not ("what" or "anything"))
        {
            return null;
        }

        var told = turns.SelectMany(turn => turn.Answer.Citations).Select(citation => citation.Sentence).ToHashSet(StringComparer.Ordinal);
        var speaker = reading.Speaker >= 0 && reading.Terms[reading.Speaker].IsEntity ? reading.Terms[reading.Speaker].Key : SpeakerOf(turns[^1]);
        return speaker is null ? null
            : index.Passages.Where(passage => passage.Speaker == speaker && passage.Kind is PassageKind.Sentence or PassageKind.Quote && !told.Contains(passage.Sentence.Id)).MinBy(passage => passage.Source.Start);
    }

    private string? SpeakerOf(PastTurn turn) =>
        index.Passages.FirstOrDefault(passage => passage.Speaker is not null && turn.Answer.Citations.Any(citation => citation.Sentence == passage.Sentence.Id))?.Speaker;

    private static bool AsksForNames(Token[] tokens) =>
        tokens.Length <= 8 && Array.TrueForAll(tokens, token => !token.IsWord || s_pointing.Contains(token.Lower)) && Array.Exists(tokens, token => token.Lower is "which" or "name" or "names" or "list" or "who")
        && Array.Exists(tokens, token => token.Lower is "ones" or "they" or "them" or "those" or "these" or "names");

    private bool HasMembersElsewhere(Entity group, string sentence)
    {
        var members = index.Knowledge.Entities.Where(entity => entity.Role?.Contains(group.Name, StringComparison.OrdinalIgnoreCase) is true).ToArray();
        var here = index.EntitiesIn(index.Knowledge.Sentences.First(other => other.Id == sentence).Span);
        return members.Length > 1 && !members.Any(here.Contains);
    }
}
