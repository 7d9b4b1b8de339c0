using System.Runtime.InteropServices;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Retrieval;

/// <summary>A sentence to be found, and where it belongs.</summary>
/// <param name="Paragraph">Sentences of one paragraph follow each other and share a number.</param>
/// <param name="Article">Sentences of one article follow each other and share a number.</param>
public sealed record SourceSentence(string Text, int Paragraph = 0, int Article = 0);

/// <summary>What a token is, as far as it may answer a question.</summary>
[Flags]
internal enum TokenTraits : byte
{
    None = 0,
    Stop = 1,
    Number = 2,
    Date = 4,
    Name = 8,

    /// <summary>Stands for something said before.</summary>
    Refers = 16,
}

/// <summary>The sentences of a collection as numbers: what each token is, and where sentences, paragraphs and articles begin.</summary>
internal sealed class SentenceCollection
{
    private readonly List<int> _terms = [];
    private readonly List<TokenTraits> _traits = [];
    private readonly List<int> _sentenceStarts = [0];
    private readonly List<int> _paragraphOfSentence = [];
    private readonly List<int> _articleOfSentence = [];
    private readonly List<int> _paragraphStarts = [0];
    private readonly List<int> _articleStarts = [0];
    private readonly List<float> _averageLengths = [];
    private readonly List<int> _articlesOfTerm = [];
    private readonly List<int> _lastArticleOfTerm = [];
    private readonly List<ulong> _kindsOfTerm = [];
    private readonly List<int> _content = [];

    public SentenceCollection(IEnumerable<SourceSentence> sentences)
    {
        SourceSentence? last = null;
        foreach (var sentence in sentences)
        {
            var isNewArticle = last is not null && last.Article != sentence.Article;
            if (last is not null && (isNewArticle || last.Paragraph != sentence.Paragraph))
            {
                _paragraphStarts.Add(Count);
            }

            if (isNewArticle)
            {
                _articleStarts.Add(Count);
            }

            Add(sentence.Text);
            last = sentence;
        }

        _paragraphStarts.Add(Count);
        _articleStarts.Add(Count);
        for (var article = 0; article + 1 < _articleStarts.Count; article++)
        {
            var range = Article(article);
            float length = 0;
            for (var i = range.First; i < range.End; i++)
            {
                length += LengthOf(i);
            }

            _averageLengths.Add(Math.Max(1, length / Math.Max(1, range.Count)));
        }
    }

    /// <summary>The content words of each sentence; its documents are the sentences.</summary>
    public InvertedIndex Index { get; } = new();

    public Vocabulary Vocabulary { get; } = new();

    public int Count => Index.Count;

    public ReadOnlySpan<int> TermsOf(int sentence) => CollectionsMarshal.AsSpan(_terms)[_sentenceStarts[sentence].._sentenceStarts[sentence + 1]];

    public TokenTraits TraitsAt(int sentence, int token) => _traits[_sentenceStarts[sentence] + token];

    /// <summary>Whether the sentence begins with a word that stands for something said before.</summary>
    public bool RefersBack(int sentence)
    {
        const int Beginning = 2;
        var end = Math.Min(_sentenceStarts[sentence] + Beginning, _sentenceStarts[sentence + 1]);
        for (var i = _sentenceStarts[sentence]; i < end; i++)
        {
            if ((_traits[i] & TokenTraits.Refers) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The kinds of what the term names: bits of <see cref="Lexicon.KindSetOf"/>.</summary>
    public ulong KindsOf(int term) => _kindsOfTerm[term];

    /// <summary>How many articles there are.</summary>
    public int Articles => _articleStarts.Count - 1;

    /// <summary>How many of them have the term.</summary>
    public int ArticlesOf(int term) => term < 0 ? 0 : _articlesOfTerm[term];

    /// <summary>How many words of content the sentence has.</summary>
    public int LengthOf(int sentence) => Index.LengthOf(sentence);

    public int ParagraphOf(int sentence) => _paragraphOfSentence[sentence];

    public int ArticleOf(int sentence) => _articleOfSentence[sentence];

    /// <summary>At least 1.</summary>
    public float AverageLength(int article) => _averageLengths[article];

    public SentenceRange Paragraph(int paragraph) => Range(_paragraphStarts, paragraph);

    public SentenceRange Article(int article) => Range(_articleStarts, article);

    private static SentenceRange Range(List<int> starts, int number) => new(starts[number], starts[number + 1] - starts[number]);

    private void Add(string text)
    {
        _content.Clear();
        foreach (var token in Tokenizer.Tokenize(text))
        {
            if (!IsTerm(token))
            {
                continue;
            }

            var term = TermOf(token);
            _traits.Add(AnswerTraits.Of(token, _traits.Count > _sentenceStarts[^1]));
            _terms.Add(term);
            if (!token.IsStopWord)
            {
                _content.Add(term);
                CountArticle(term);
            }
        }

        _paragraphOfSentence.Add(_paragraphStarts.Count - 1);
        _articleOfSentence.Add(_articleStarts.Count - 1);
        _sentenceStarts.Add(_terms.Count);
        Index.Add(CollectionsMarshal.AsSpan(_content));
    }

    private void CountArticle(int term)
    {
        if (_lastArticleOfTerm[term] != _articleStarts.Count)
        {
            _lastArticleOfTerm[term] = _articleStarts.Count;
            _articlesOfTerm[term]++;
        }
    }

    private int TermOf(in Token token)
    {
        var term = Vocabulary.Add(token.Stem);
        if (term == _kindsOfTerm.Count)
        {
            _kindsOfTerm.Add(Lexicon.English.KindSetOf(token.Stem));
            _articlesOfTerm.Add(0);
            _lastArticleOfTerm.Add(0);
        }

        return term;
    }

    /// <summary>Words, numbers, and the signs that say what a number counts.</summary>
    public static bool IsTerm(in Token token) => token.IsWord || token.Lower is "%" or "$" or "£" or "€";
}

/// <summary>Sentences that follow each other.</summary>
/// <param name="First">Index of the first.</param>
public readonly record struct SentenceRange(int First, int Count)
{
    public int End => First + Count;
}
