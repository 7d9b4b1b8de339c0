namespace ChannelBot.Core.Retrieval;

/// <summary>How rare the terms of a question are in one article: among its sentences, and among its paragraphs.</summary>
internal sealed class TermRarity
{
    private readonly float[] _inSentences = new float[64];
    private readonly float[] _inParagraphs = new float[64];
    private int _article = -1;

    /// <summary>Rarity times the term's own weight, over all terms.</summary>
    public float Total { get; private set; }

    /// <summary>How many words of content the article's sentences have on average.</summary>
    public float AverageLength { get; private set; }

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
        Total = 0;
        for (var i = 0; i < question.Terms.Count; i++)
        {
            var term = question.Terms[i];
            var (sentences, inParagraphs) = Count(collection, collection.Index.Vocabulary.Find(term.Stem), range);
            _inSentences[i] = InvertedIndex.Rarity(sentences, range.Count) * term.Weight;
            _inParagraphs[i] = InvertedIndex.Rarity(inParagraphs, paragraphs) * term.Weight;
            Total += _inSentences[i];
        }

        AverageLength = collection.AverageLength(article);
    }

    private static (int Sentences, int Paragraphs) Count(SentenceCollection collection, int term, SentenceRange range)
    {
        if (term < 0)
        {
            return (0, 0);
        }

        var documents = collection.Index.ListOf(term).Documents;
        int sentences = 0, paragraphs = 0, last = -1;
        for (var i = collection.Index.ListOf(term).FirstFrom(range.First); i < documents.Length && documents[i] < range.End; i++)
        {
            sentences++;
            var paragraph = collection.ParagraphOf(documents[i]);
            paragraphs += paragraph == last ? 0 : 1;
            last = paragraph;
        }

        return (sentences, paragraphs);
    }
}
