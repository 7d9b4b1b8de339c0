using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Teaching.Material;

/// <summary>What of an article a quiz may ask about.</summary>
/// <remarks>
/// Where an educator ticked items, those; else, of an article that people reviewed, what they confirmed; else what the builder is sure of.
/// Nothing of a paragraph that tells of a death is among it, whoever ticked it.
/// </remarks>
internal sealed class LessonMaterial
{
    private const int FewestWords = 4;
    private const int LongestSentence = 330;

    private static readonly NumberForm[] s_forms = [NumberForm.Count, NumberForm.Percent, NumberForm.Money, NumberForm.Measure, NumberForm.Duration];

    public LessonMaterial(ArticleView article, IReadOnlyCollection<string>? ticked)
    {
        Article = article;
        var chosen = ticked is { Count: > 0 } ? new TickedItems(article, ticked) : null;
        Figures = [.. article.Knowledge.Figures.Where(figure => IsSure(figure) && (chosen?.Has(figure) ?? Article.IsConfirmed(figure)))];
        Sentences = [.. article.Knowledge.Sentences.Where(sentence => !article.IsOfDeath(sentence) && (chosen?.Has(sentence) ?? IsConfirmed(sentence)))];
        Sayings = [.. article.Knowledge.Quotes.SelectMany(SayingsIn).Where(saying => chosen?.Has(saying) ?? true)];
        Facts = [.. article.Knowledge.Facts.Where(fact => !article.IsOfDeath(fact) && (chosen?.Has(fact) ?? true))];
    }

    public ArticleView Article { get; }

    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>In the order of the article.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Sentences of quotations, with their speakers.</summary>
    public IReadOnlyList<Saying> Sayings { get; }

    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>Sentences in the reporter's words, short enough to be read in a question.</summary>
    public IEnumerable<Sentence> Told => Sentences.Where(sentence =>
        sentence.Text.Length <= LongestSentence && sentence.Text[^1] is '.' && Article.QuoteAround(sentence) is null);

    private bool IsSure(Figure figure) =>
        s_forms.Contains(figure.Form)
        && figure.Quantity.Unit.Dimension is not (Dimension.Calendar or Dimension.Ratio)
        && (figure.Quantity.Low ?? figure.Quantity.High) is { } end && end >= 2
        && (figure.Quantity.Unit != Unit.None || Quantity.IsWhole(figure.Quantity.Value))
        && Article.NumberOf(figure) is { } number && number.Quantity.Value == figure.Quantity.Value
        && !Article.IsOfDeath(figure);

    private bool IsConfirmed(Sentence sentence) =>
        !Article.IsCurated || Article.Knowledge.Facts.Any(fact => fact.Sentences.Contains(sentence.Id, StringComparer.Ordinal));

    /// <summary>Each sentence of a quotation by itself.</summary>
    private IEnumerable<Saying> SayingsIn(Quote quote)
    {
        if (Article.Entity(quote.Speaker) is not { Kind: EntityKind.Person or EntityKind.Organisation or EntityKind.Group } speaker)
        {
            yield break;
        }

        foreach (var sentence in quote.Sentences.Select(Article.Sentence).Where(sentence => !Article.IsOfDeath(sentence)))
        {
            foreach (var span in quote.Spans)
            {
                var (start, end) = (Math.Max(span.Start, sentence.Start), Math.Min(span.End, sentence.End));
                var words = start < end ? Article.Text[start..end].Trim(' ', ',', '“', '”', '"') : "";
                if (words.Count(letter => letter is ' ') >= FewestWords - 1 && !Deaths.AreIn(words))
                {
                    yield return new Saying(quote, speaker, sentence, words);
                }
            }
        }
    }
}

/// <param name="Words">What is said in this sentence, without quotation marks and the reporter's words.</param>
internal sealed record Saying(Quote Quote, Entity Speaker, Sentence Sentence, string Words);

/// <summary>The items that an educator chose by their ids: of facts, figures, quotes, statements, sentences.</summary>
internal sealed class TickedItems
{
    private readonly HashSet<string> _ids;
    private readonly List<Span> _places = [];

    /// <exception cref="BadInputException">An id is of nothing in the article, or of what tells of a death.</exception>
    public TickedItems(ArticleView article, IReadOnlyCollection<string> ids)
    {
        _ids = new HashSet<string>(ids, StringComparer.Ordinal);
        foreach (var id in _ids)
        {
            _places.AddRange(Places(article, id));
        }
    }

    public bool Has(Figure figure) => Covers(new Span(figure.Start, figure.End));

    public bool Has(Sentence sentence) => _places.Exists(place => place.Overlaps(sentence.Span));

    public bool Has(Saying saying) => Has(saying.Sentence) && saying.Quote.Spans.Any(span => _places.Exists(span.Overlaps));

    public bool Has(Fact fact) => _ids.Contains(fact.Id);

    private bool Covers(Span span) => _places.Exists(place => place.Overlaps(span));

    private static Span[] Places(ArticleView article, string id)
    {
        var knowledge = article.Knowledge;
        if (knowledge.Facts.FirstOrDefault(fact => fact.Id == id) is { } fact)
        {
            return article.IsOfDeath(fact) ? throw OfDeath(id) : [fact.Evidence];
        }

        var (places, sentences) =
            knowledge.Figures.FirstOrDefault(figure => figure.Id == id) is { } figure ? ([new Span(figure.Start, figure.End)], [figure.Sentence])
            : knowledge.Quotes.FirstOrDefault(quote => quote.Id == id) is { } quote ? ([.. quote.Spans], quote.Sentences)
            : knowledge.Statements.FirstOrDefault(statement => statement.Id == id) is { } statement ? ([new Span(statement.Start, statement.End)], [statement.Sentence])
            : knowledge.Sentences.FirstOrDefault(sentence => sentence.Id == id) is { } sentence ? ([sentence.Span], [sentence.Id])
            : ((Span[])[], (IReadOnlyList<string>)[]);
        if (sentences.Count == 0)
        {
            throw new BadInputException(
                "only", $"'{id}' is nothing of this article. Give ids of its facts, figures, quotes, statements or sentences, as 'channelbot knowledge show' and the knowledge file have them.");
        }

        return sentences.Any(part => !article.IsOfDeath(article.Sentence(part))) ? places : throw OfDeath(id);
    }

    private static BadInputException OfDeath(string id) =>
        new("only", $"'{id}' stands where the article tells of a death. No quiz question is made of that; the hand-out has it.");
}
