using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Retrieval;

namespace ChannelBot.Cli.Evaluation;

/// <summary>How often a sentence that holds the gold answer's start comes first, and among the first three.</summary>
internal sealed record SquadHits(double Hit1, double Hit3);

/// <summary>The scores of a SQuAD file.</summary>
/// <param name="Questions">Questions that have an answer.</param>
/// <param name="Sentences">Sentences found in all paragraphs.</param>
/// <param name="Paragraph">Searching the gold paragraph.</param>
/// <param name="Article">Searching its article.</param>
/// <param name="All">Searching all articles.</param>
/// <param name="Auc">How well the confidence tells the question's own paragraph from the next one of the same article: 0.5 is chance, 1 perfect.</param>
internal sealed record SquadScores(int Questions, int Sentences, SquadHits Paragraph, SquadHits Article, SquadHits All, double Auc);

/// <summary>Measures the search for sentences on questions whose answers are known.</summary>
internal sealed class SquadEvaluation
{
    private const int Top = 3;

    private readonly List<Span> _sentences = [];
    private readonly List<SentenceRange> _paragraphs = [];
    private readonly SquadFile _file;
    private readonly SentenceRanker _ranker;
    private readonly Tally _inParagraph = new();
    private readonly Tally _inArticle = new();
    private readonly Tally _inAll = new();
    private readonly List<double> _answerable = [];
    private readonly List<double> _unanswerable = [];

    private SquadEvaluation(SquadFile file)
    {
        _file = file;
        var sources = new List<SourceSentence>();
        for (var article = 0; article < file.Articles.Count; article++)
        {
            foreach (var paragraph in file.Articles[article].Paragraphs)
            {
                var spans = SentenceSplitter.Split(paragraph.Text, new Span(0, paragraph.Text.Length));
                sources.AddRange(spans.Select(span => new SourceSentence(paragraph.Text[span.Start..span.End], _paragraphs.Count, article)));
                _paragraphs.Add(new SentenceRange(_sentences.Count, spans.Count));
                _sentences.AddRange(spans);
            }
        }

        _ranker = SentenceRanker.Build(sources);
    }

    /// <param name="asked">Called after each question, for a progress bar.</param>
    public static SquadScores Run(SquadFile file, Action? asked = null, CancellationToken cancellationToken = default)
    {
        var evaluation = new SquadEvaluation(file);
        evaluation.AskAll(asked, cancellationToken);
        return new SquadScores(
            evaluation._inAll.Questions,
            evaluation._sentences.Count,
            evaluation._inParagraph.Hits,
            evaluation._inArticle.Hits,
            evaluation._inAll.Hits,
            AreaUnderCurve(evaluation._answerable, evaluation._unanswerable));
    }

    /// <summary>The chance that a positive is above a negative; equal ones count half.</summary>
    public static double AreaUnderCurve(IReadOnlyCollection<double> positives, IReadOnlyCollection<double> negatives)
    {
        if (positives.Count == 0 || negatives.Count == 0)
        {
            return 0.5;
        }

        var sorted = negatives.Order().ToArray();
        double above = 0;
        foreach (var positive in positives)
        {
            var below = Array.FindIndex(sorted, negative => negative >= positive) is >= 0 and var first ? first : sorted.Length;
            var same = sorted.Skip(below).TakeWhile(negative => negative == positive).Count();
            above += below + (same / 2.0);
        }

        return above / ((double)positives.Count * negatives.Count);
    }

    private void AskAll(Action? asked, CancellationToken cancellationToken)
    {
        var everything = SpellingCorrector.For(string.Join('\n', _file.Articles.SelectMany(article => article.Paragraphs).Select(paragraph => paragraph.Text)));
        var paragraph = 0;
        foreach (var article in _file.Articles)
        {
            var first = paragraph;
            var corrector = SpellingCorrector.For(string.Join('\n', article.Paragraphs.Select(text => text.Text)));
            for (; paragraph < first + article.Paragraphs.Count; paragraph++)
            {
                foreach (var question in article.Paragraphs[paragraph - first].Questions)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Ask(question, paragraph, new SentenceRange(first, article.Paragraphs.Count), corrector, everything);
                    asked?.Invoke();
                }
            }
        }
    }

    /// <param name="article">The article's paragraphs, by number.</param>
    private void Ask(SquadQuestion question, int paragraph, SentenceRange article, SpellingCorrector corrector, SpellingCorrector everything)
    {
        var gold = GoldSentence(question, _paragraphs[paragraph]);
        var text = QuestionText.Clean(question.Text);
        var tokens = Tokenizer.Tokenize(corrector.Correct(text).Text);
        var own = _ranker.Rank(tokens, Top, _paragraphs[paragraph]);
        var articleRange = new SentenceRange(_paragraphs[article.First].First, article.Count == 0 ? 0 : _paragraphs[article.End - 1].End - _paragraphs[article.First].First);
        _inParagraph.Add(own, gold);
        _inArticle.Add(_ranker.Rank(tokens, Top, articleRange), gold);
        _inAll.Add(_ranker.Rank(Tokenizer.Tokenize(everything.Correct(text).Text), Top), gold);
        if (article.Count > 1)
        {
            var other = article.First + ((paragraph - article.First + 1) % article.Count);
            _answerable.Add(ConfidenceOf(own));
            _unanswerable.Add(ConfidenceOf(_ranker.Rank(tokens, Top, _paragraphs[other])));
        }
    }

    private static double ConfidenceOf(IReadOnlyList<RankedSentence> ranked) => ranked.Count == 0 ? 0 : ranked.Max(sentence => sentence.Confidence);

    private int GoldSentence(SquadQuestion question, SentenceRange paragraph)
    {
        for (var sentence = paragraph.First; sentence < paragraph.End; sentence++)
        {
            if (question.AnswerStart >= _sentences[sentence].Start && question.AnswerStart < _sentences[sentence].End)
            {
                return sentence;
            }
        }

        return -1;
    }

    private sealed class Tally
    {
        private int _first;
        private int _among;

        public int Questions { get; private set; }

        public SquadHits Hits => new((double)_first / Math.Max(1, Questions), (double)_among / Math.Max(1, Questions));

        public void Add(IReadOnlyList<RankedSentence> ranked, int gold)
        {
            Questions++;
            _first += ranked.Count > 0 && ranked[0].Index == gold ? 1 : 0;
            _among += ranked.Any(sentence => sentence.Index == gold) ? 1 : 0;
        }
    }
}
