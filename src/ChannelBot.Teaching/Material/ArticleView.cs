using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Teaching.Material;

/// <summary>Look-ups in one article that all teaching material needs.</summary>
internal sealed class ArticleView
{
    private readonly Dictionary<string, Sentence> _sentences;
    private readonly Dictionary<string, Entity> _entities;
    private readonly HashSet<int> _paragraphsOfDeath;

    public ArticleView(KnowledgeFile knowledge)
    {
        Knowledge = knowledge;
        _sentences = knowledge.Sentences.ToDictionary(sentence => sentence.Id, StringComparer.Ordinal);
        _entities = knowledge.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        _paragraphsOfDeath = [.. knowledge.Sentences.Where(sentence => Deaths.AreIn(sentence.Text)).Select(sentence => sentence.Paragraph)];
    }

    public KnowledgeFile Knowledge { get; }

    public string Text => Knowledge.Article.Text;

    /// <summary>People reviewed this article: its knowledge holds facts that they confirmed.</summary>
    public bool IsCurated => Knowledge.IsCurated;

    /// <summary>People reviewed it; of an article that nobody reviewed, any figure will do.</summary>
    public bool IsConfirmed(Figure figure) => !IsCurated || figure.Id.StartsWith("f:", StringComparison.Ordinal);

    public Sentence Sentence(string id) => _sentences[id];

    public Entity? Entity(string? id) => id is null ? null : _entities.GetValueOrDefault(id);

    /// <summary>It stands in a paragraph that tells of a death.</summary>
    public bool IsOfDeath(Sentence sentence) => _paragraphsOfDeath.Contains(sentence.Paragraph);

    public bool IsOfDeath(Figure figure) =>
        IsOfDeath(Sentence(figure.Sentence)) || Deaths.AreIn($"{figure.Name} {figure.Quantity.Unit.Name} {figure.Text}");

    public bool IsOfDeath(Fact fact) => Deaths.AreIn(fact.About) || fact.Sentences.Any(id => IsOfDeath(Sentence(id)));

    public static bool IsNamedIn(Entity entity, Sentence sentence) => entity.Mentions.Any(sentence.Span.Contains);

    /// <summary>The sentence is part of what somebody is quoted as saying, with none of the reporter's words in it.</summary>
    public Quote? QuoteAround(Sentence sentence) => Knowledge.Quotes.FirstOrDefault(quote => quote.Spans.Any(span =>
        Math.Max(span.Start, sentence.Start) is var start && Math.Min(span.End, sentence.End) - start >= sentence.Span.Length - 4));

    /// <summary>The number of a figure as it stands in its sentence, hedge included, noun left out; null where it is read from other words ("another").</summary>
    public NumberMention? NumberOf(Figure figure)
    {
        var sentence = Sentence(figure.Sentence);
        return QuantityScanner.Scan(sentence.Text).FirstOrDefault(mention =>
            mention.Form != NumberForm.Label && new Span(mention.Start + sentence.Start, mention.End + sentence.Start).Overlaps(new Span(figure.Start, figure.End)));
    }

    /// <summary>One citation for each of the sentences, in the order of the article.</summary>
    public IReadOnlyList<Citation> Cite(params IEnumerable<string> sentences) =>
        [.. sentences.Distinct().Select(Sentence).OrderBy(sentence => sentence.Start).Select((sentence, i) =>
            new Citation(i + 1, sentence.Paragraph, sentence.Id, sentence.Start, sentence.End, sentence.Text))];
}
