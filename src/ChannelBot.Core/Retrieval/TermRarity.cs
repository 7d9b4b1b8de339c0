namespace ChannelBot.Core.Retrieval;

/// <summary>How rare the terms of a question are in one article: among its sentences, and among its paragraphs; and how far the article is about them.</summary>
internal sealed class TermRarity
{
    /// <summary>An article that has a word in so many sentences is half about it.</summary>
    private const float HalfOfTopic = 2;

    private readonly float[] _inSentences = new float[64];
    private readonly float[] _inParagraphs = new float[64];
    private int _article = -1;

    /// <summary>Rarity times the term's own weight, over all terms.</summary>
    public float Total { get; private set; }

    /// <summary>How many words of content the article's sentences have on average.</summary>
    public float AverageLength { get; private set; }

    /// <summary>Which share of the question the article is about, from 0 to 1: by rarity among articles, and how often it says the words.</summary>
    public float OfArticle { get; private set; }

    /// <summary>Rarity among sentences, times the term's own weight.</summary>
    public float Of(int term) => _inSentences[term];

    public float InParagraphs(int term) => _inParagraphs[term];

    public void Forget() => _article = -1;

    public void Set(QuestionTerms question, SentenceCollection collection, int article)
    {
        if (_article == article)
        {
            return;
        }

        _article = article;
        var range = collection.Article(article);
        var paragraphs = collection.ParagraphOf(range.End - 1) - collection.ParagraphOf(range.First) + 1;
        float total = 0, all = 0, own = 0;
        for (var i = 0; i < question.Terms.Count; i++)
        {
            var term = question.Terms[i];
            var number = collection.Vocabulary.Find(term.Stem);
            var (sentences, inParagraphs) = Count(collection, number, range);
            _inSentences[i] = InvertedIndex.Rarity(sentences, range.Count) * term.Weight;
            _inParagraphs[i] = InvertedIndex.Rarity(inParagraphs, paragraphs) * term.Weight;
            var amongArticles = InvertedIndex.Rarity(collection.ArticlesOf(number), collection.Articles) * term.Weight;
            total += _inSentences[i];
            all += amongArticles;
            own += amongArticles * sentences / (sentences + HalfOfTopic);
        }

        Total = total;
        OfArticle = all > 0 ? own / all : 0;
        AverageLength = collection.AverageLength(article);
    }

    private static (int Sentences, int Paragraphs) Count(SentenceCollection collection, int term, SentenceRange range)
    {
        var postings = collection.Index.Of(term);
        var documents = postings.Documents;
        int sentences = 0, paragraphs = 0, last = -1;
        for (var i = postings.FirstFrom(range.First); i < documents.Length && documents[i] < range.End; i++)
        {
            sentences++;
            var paragraph = collection.ParagraphOf(documents[i]);
            paragraphs += paragraph == last ? 0 : 1;
            last = paragraph;
        }

        return (sentences, paragraphs);
    }
}
