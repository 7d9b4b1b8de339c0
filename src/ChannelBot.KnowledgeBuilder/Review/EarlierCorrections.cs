using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder.Curation;

namespace ChannelBot.KnowledgeBuilder.Review;

/// <summary>What was corrected in an article before, as its curation has it: the knowledge shows the outcome, not what was taken out.</summary>
internal sealed class EarlierCorrections(KnowledgeFile knowledge, string? curation)
{
    private readonly CurationFile _file = curation is null ? CurationFile.Empty : CurationReader.Read(curation, "your corrections");

    public IEnumerable<string> NotNames => _file.NotNames.Select(words => words.Text);

    public IEnumerable<string> NotFigures => _file.NotFigures.Select(words => words.Text);

    /// <summary>The words by which a correction finds its name or figure; null where it was not corrected.</summary>
    public string? EvidenceOf(string id) =>
        _file.Entities.FirstOrDefault(entity => entity.Id == id)?.Evidence.Text ?? _file.Figures.FirstOrDefault(figure => figure.Id == id)?.Evidence.Text;

    /// <summary>Quotations that were corrected, with the words that find them and who speaks.</summary>
    public IEnumerable<(Quote Quote, string Evidence, string? Speaker)> Quotes => _file.Quotes
        .Select(item => (Of(item.Evidence.Text), item.Evidence.Text, item.Speaker))
        .Where(item => item.Item1 is not null)
        .Select(item => (item.Item1!, item.Text, item.Speaker));

    private Quote? Of(string words)
    {
        var start = knowledge.Article.Text.IndexOf(words, StringComparison.Ordinal);
        return knowledge.Quotes.FirstOrDefault(quote => quote.Spans.Any(span => span.Overlaps(new Span(start, start + words.Length))));
    }
}
