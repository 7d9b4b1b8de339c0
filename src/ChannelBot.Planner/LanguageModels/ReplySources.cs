using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Gist;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>What a model's answer may refer to: what functions have returned for this question, what was cited before, what the user wrote.</summary>
internal sealed class ReplySources(KnowledgeFile knowledge, ConversationState conversation, string userText, TurnLedger ledger)
{
    private readonly Dictionary<string, Figure> _figures = knowledge.Figures.ToDictionary(figure => figure.Id, StringComparer.Ordinal);

    public TurnLedger Ledger => ledger;

    /// <summary>Null where the article has no figure of this id.</summary>
    public Figure? Figure(string id) => _figures.GetValueOrDefault(id);

    public Sentence SentenceOf(Figure figure) => knowledge.Sentences.First(sentence => sentence.Id == figure.Sentence);

    /// <summary>Whether a sentence was returned by a function, or cited earlier in the conversation: a model recalls nothing.</summary>
    public bool HasShown(string sentence) =>
        ledger.Returned.Any(result => Shown(result).Contains(sentence, StringComparer.Ordinal))
        || conversation.Turns.Any(turn => turn.Answer.AllCitations().Any(citation => citation.Sentence == sentence));

    /// <summary>Whether the user wrote this number, in this question or before.</summary>
    public bool HasUserSaid(string number) =>
        QuantityScanner.Scan(number) is [var asked, ..]
        && QuantityScanner.Scan(userText).Any(said => said.Quantity.Value == asked.Quantity.Value);

    private IEnumerable<string> Shown(object? result) => result switch
    {
        Found found => found.Hits.Select(hit => hit.Passage.Sentence.Id),
        FoundFigures found => found.Figures.Select(figure => figure.Sentence),
        Identity identity => [identity.Sentence.Id],
        GistLines gist => gist.Lines.Select(line => line.Sentence),
        DrawnChart drawn => drawn.Bars.SelectMany(bar => bar.Figures).Select(figure => figure.Sentence),
        CalculationResult calculation => calculation.Working.Operands
            .Select(operand => operand.Figure is { } id ? Figure(id)?.Sentence : null).OfType<string>(),
        _ => [],
    };
}
