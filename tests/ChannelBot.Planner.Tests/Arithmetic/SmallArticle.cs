using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>A knowledge file made by hand for a test: a short text, a sentence a line, and the figures named in it.</summary>
internal sealed class SmallArticle(string title, params string[] sentences)
{
    private readonly List<Figure> _figures = [];
    private readonly List<IReadOnlyList<string>> _synonyms = [];
    private readonly List<Entity> _entities = [];
    private readonly string _text = string.Join('\n', sentences);

    public SmallArticle With(
        string id,
        string mention,
        Quantity quantity,
        string name,
        string? noun = null,
        NumberForm? form = null,
        string? period = null,
        string? place = null,
        string? comparator = null,
        string? partOf = null,
        string? baseOf = null,
        int direction = 0,
        string[]? keywords = null)
    {
        var start = _text.IndexOf(mention, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{mention}' is not in the article.");
        var sentence = _text[..start].Count(c => c == '\n');
        form ??= quantity.Unit.Dimension switch
        {
            Dimension.Percent => NumberForm.Percent,
            Dimension.Money => NumberForm.Money,
            Dimension.Count or Dimension.None => NumberForm.Count,
            Dimension.Time => NumberForm.Duration,
            _ => NumberForm.Measure,
        };
        _figures.Add(new Figure(
            id, name, noun, quantity, form.Value, period, place, comparator, partOf, baseOf, direction, keywords ?? [], SentenceId(sentence), start,
            start + mention.Length, mention));
        return this;
    }

    public SmallArticle Same(params string[] words)
    {
        _synonyms.Add(words);
        return this;
    }

    public SmallArticle Named(EntityKind kind, string name, params string[] aliases)
    {
        _entities.Add(new Entity($"e:{name}", kind, name, null, aliases, []));
        return this;
    }

    public KnowledgeFile Build()
    {
        var spans = new List<Span>();
        var at = 0;
        foreach (var sentence in sentences)
        {
            spans.Add(new Span(at, at + sentence.Length));
            at += sentence.Length + 1;
        }

        return new KnowledgeFile
        {
            SchemaVersion = KnowledgeFile.CurrentSchemaVersion,
            ContentSha256 = "",
            Article = new Article(title, "", _text, spans),
            Sentences = [.. spans.Select((span, i) => new Sentence(SentenceId(i), i + 1, span.Start, span.End, sentences[i]))],
            Entities = _entities,
            Figures = _figures,
            Quotes = [],
            Statements = [],
            Synonyms = _synonyms,
            Facts = [],
        };
    }

    private static string SentenceId(int sentence) => $"p{sentence + 1}.s1";
}
