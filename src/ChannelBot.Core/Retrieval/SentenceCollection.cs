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
}

/// <summary>The sentences of a collection as numbers: what each token is, and where sentences, paragraphs and articles begin.</summary>
internal sealed class SentenceCollection
{
    private readonly List<int> _terms = [];
    private readonly List<TokenTraits> _traits = [];
    private readonly List<int> _sentenceStarts = [0];
    private readonly List<int> _lengths = [];
    private readonly List<int> _paragraphOfSentence = [];
    private readonly List<int> _articleOfSentence = [];
    private readonly List<int> _paragraphStarts = [0];
    private readonly List<int> _articleStarts = [0];
    private readonly List<float> _averageLengths = [];

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
                length += _lengths[i];
            }

            _averageLengths.Add(Math.Max(1, length / Math.Max(1, range.Count)));
        }
    }

    public InvertedIndex Index { get; } = new();

    public int Count => _lengths.Count;

    public ReadOnlySpan<int> TermsOf(int sentence) => CollectionsMarshal.AsSpan(_terms)[_sentenceStarts[sentence].._sentenceStarts[sentence + 1]];

    public TokenTraits TraitsAt(int sentence, int token) => _traits[_sentenceStarts[sentence] + token];

    /// <summary>How many words of content the sentence has.</summary>
    public int LengthOf(int sentence) => _lengths[sentence];

    public int ParagraphOf(int sentence) => _paragraphOfSentence[sentence];

    public int ArticleOf(int sentence) => _articleOfSentence[sentence];

    /// <summary>At least 1.</summary>
    public float AverageLength(int article) => _averageLengths[article];

    public SentenceRange Paragraph(int paragraph) => Range(_paragraphStarts, paragraph);

    public SentenceRange Article(int article) => Range(_articleStarts, article);

    private static SentenceRange Range(List<int> starts, int number) => new(starts[number], starts[number + 1] - starts[number]);

    private void Add(string text)
    {
        var length = 0;
        var tokens = Tokenizer.Tokenize(text);
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (!IsTerm(token))
            {
                continue;
            }

            var term = Index.Vocabulary.Add(token.Stem);
            _terms.Add(term);
            _traits.Add(AnswerTraits.Of(token, _traits.Count > _sentenceStarts[^1]));
            if (!token.IsStopWord)
            {
                Index.ListOf(term).Add(Count, 1);
                length++;
            }
        }

        _paragraphOfSentence.Add(_paragraphStarts.Count - 1);
        _articleOfSentence.Add(_articleStarts.Count - 1);
        _lengths.Add(length);
        Index.AddLength(length);
        _sentenceStarts.Add(_terms.Count);
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
