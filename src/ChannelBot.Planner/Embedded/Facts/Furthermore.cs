using System.Collections.Frozen;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>What a follow-up wants beyond the last answer, or means by it: who "she" is that is to have said a thing, the names of those that it only counts, or more words of whoever it quotes.</summary>
internal sealed class Furthermore(ArticleIndex index)
{
    /// <summary>A request of no other words than these names nothing.</summary>
    private static readonly FrozenSet<string> s_pointing =
        "which what who ones one are were they those these them name names list and so ok okay the please exactly then tell me can could you give called is it there".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"Which ones?", "name them": the question for the members of the group that the last answer's sentence only names as one; any other question as it is.</summary>
    public Question Named(Question question)
    {
        if (question.Conversation.Turns is not [.., { Answer.Citations: { Count: > 0 } citations } last])
        {
            return question;
        }

        if (Sayer(question.Tokens) is { } sayer && SpeakerOf(last) is { } speaker && index.Entity(speaker) is { Kind: EntityKind.Person } person)
        {
            return Reworded(question, $"{question.Text[..sayer.Start]}{person.Name}{question.Text[sayer.End..]}");
        }

        if (!AsksForNames(question.Tokens))
        {
            return question;
        }

        foreach (var citation in citations)
        {
            foreach (var group in index.EntitiesIn(new Span(citation.Start, citation.End)))
            {
                if (group.Kind is EntityKind.Group && HasMembersElsewhere(group, citation.Sentence))
                {
                    return Reworded(question, $"Which are the {group.Name}?");
                }
            }
        }

        return question;
    }

    /// <summary>The question for the members of a group, where who they are was asked and the draft says only what they are together; else null.</summary>
    public Question? Members(QuestionReading reading, Draft draft) =>
        draft is { Outcome: Outcome.Answered, Sources: [var source, ..] } && AsksWhich(reading.Question.Tokens)
        && index.EntitiesIn(source).FirstOrDefault(entity => entity.Kind is EntityKind.Group && draft.Text.StartsWith($"{entity.Name}.", StringComparison.OrdinalIgnoreCase)) is { } group
        && index.Knowledge.Sentences.FirstOrDefault(sentence => sentence.Span.Overlaps(source)) is { } sentence && HasMembersElsewhere(group, sentence.Id)
            ? Reworded(reading.Question, $"Which are the {group.Name}?") : null;

    /// <summary>"Who", "which 3 countries"; not "which group of countries", "how many".</summary>
    private static bool AsksWhich(Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Lower is "who" or "whom" || (tokens[i].Lower is "which" or "what" && tokens.AsSpan(i + 1, Math.Min(2, tokens.Length - i - 1)).ToArray().Any(next => next.IsWord && next.Lower[^1] == 's' && Interrogative.KindOfNoun(next.Lower) is not null)))
            {
                return true;
            }
        }

        return false;
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

    private static Question Reworded(Question question, string text) => question with { Text = text, Tokens = Tokenizer.Tokenize(text), Numbers = QuantityScanner.Scan(text) };

    /// <summary>The "she" of "did she say so", "she mentions it", "it was her who said it", where no other pronoun may be meant; null where there is none.</summary>
    private static Token? Sayer(Token[] tokens)
    {
        var saying = Participants.Saying(tokens, 0);
        for (var i = Math.Max(0, saying - 3); i < saying; i++)
        {
            if (tokens[i].Lower is "he" or "she" || (tokens[i].Lower is "him" or "her" && tokens[i + 1].Lower is "who" or "that"))
            {
                return tokens[i];
            }
        }

        return null;
    }

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
