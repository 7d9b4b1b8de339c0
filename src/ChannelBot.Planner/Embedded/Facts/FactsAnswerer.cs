using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Answers what the article says or does not say: looks up, checks what the question takes for granted, words the finding.</summary>
internal sealed class FactsAnswerer(ArticleIndex index) : IAnswerer
{
    private readonly QuestionReader _reader = new(index);
    private readonly PassageChoice _choice = new(index);
    private readonly PremiseCheck _premises = new(index);
    private readonly Wording _wording = new(index);

    public Step? Propose(Question question)
    {
        var reading = _reader.Read(question);
        var before = reading.RefersBack ? Before(question) : null;
        if (before is not null && reading.Kind is AskKind.Topic or AskKind.Claim && reading.Terms.Count(term => term.Weight > 0) <= 2)
        {
            // "and since the election?" asks what the question before it asked.
            reading = reading with { Kind = _reader.Read(Past(question, before)).Kind };
        }

        if (before is null && reading.Terms.All(term => term.Weight == 0))
        {
            return null;
        }

        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["words"] = reading.Question.Text };
        if (before is not null)
        {
            arguments["context"] = before.Question;
        }

        return new CallFunctions(
            [new PlannedCall(ArticlePlugin.Name, ArticlePlugin.Search, arguments)],
            results => new Finish(Decide(reading, (Found)results[0]!, before)));
    }

    public IReadOnlyList<string> Describe(Question question)
    {
        var reading = _reader.Read(question);
        return
        [
            $"asks {reading.Kind}{(reading.RefersBack ? ", leaning on what was said" : "")}{(reading.Negated ? ", negated" : "")}",
            $"about {string.Join(", ", reading.Terms.Select((term, at) => $"{reading.WordsOf(at)} ({term.Key}, {reading.Parts[at]}, {term.Weight:0.##})"))}",
            .. reading.Focus >= 0 ? [$"wants {reading.WordsOf(reading.Focus)}"] : Array.Empty<string>(),
            .. reading.Speaker >= 0 ? [$"said by {reading.WordsOf(reading.Speaker)}"] : Array.Empty<string>(),
            .. reading.Agent >= 0 ? [$"done by {reading.WordsOf(reading.Agent)}"] : Array.Empty<string>(),
            .. reading.UnknownName is { } name ? [$"names {name}, which the article does not"] : Array.Empty<string>(),
        ];
    }

    private Draft Decide(QuestionReading reading, Found found, PastTurn? before)
    {
        var choice = _choice.Best(reading, found, before);
        if (choice is null)
        {
            return _wording.NothingOn(reading, nearest: null, missing: null);
        }

        var verdict = _premises.Check(reading, choice);
        if (verdict is Supported or Missing { Code: "not_stated" } && _choice.Other(reading, found, choice) is { } other)
        {
            return _wording.Both(reading, choice, other);
        }

        return verdict switch
        {
            Missing missing => _wording.NothingOn(reading, choice, missing),
            Contradicted contradicted => _wording.Correction(reading, choice, contradicted),
            _ => _wording.Answer(reading, choice),
        };
    }

    private static PastTurn? Before(Question question) => question.Conversation.Turns.Count > 0 ? question.Conversation.Turns[^1] : null;

    private static Question Past(Question question, PastTurn before) => question with
    {
        Text = before.Question,
        Tokens = Core.Language.Tokenizer.Tokenize(before.Question),
        Numbers = [],
    };
}
