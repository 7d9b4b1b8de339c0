using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Retrieval;

/// <summary>A sentence that may answer.</summary>
/// <param name="Index">Which of the sentences given, counted from 0.</param>
/// <param name="Score">Comparable among the sentences of one question only.</param>
/// <param name="Coverage">Which share of the question's meaning the sentence itself has, from 0 to 1: rare words count more.</param>
/// <param name="Confidence">From 0 to 1, comparable among questions: how likely it is that there is an answer here.</param>
public sealed record RankedSentence(int Index, double Score, double Coverage, double Confidence);

/// <summary>Finds the sentences that answer a question, in one article or in ten thousand.</summary>
/// <remarks>An inverted index gives the paragraphs worth a look; their sentences are measured against the question: words and their rarity in the
/// article at hand, synonyms, order and nearness, what the sentences around them have, and whether there is anything of the kind asked for.</remarks>
public sealed class SentenceRanker
{
    /// <summary>Collections of so many sentences are measured whole.</summary>
    private const int FewSentences = 256;

    /// <summary>Of larger ones, the sentences whose paragraphs are looked at.</summary>
    private const int MostCandidates = 48;

    /// <summary>A synonym finds candidates too, but the word itself is better.</summary>
    private const float SynonymWeight = 0.4f;

    [ThreadStatic]
    private static ParagraphScorer? scorer;

    private readonly SentenceCollection _sentences;
    private readonly TermReach _reach;

    private SentenceRanker(SentenceCollection sentences)
    {
        _sentences = sentences;
        _reach = new TermReach(sentences.Vocabulary);
    }

    /// <summary>How many sentences there are.</summary>
    public int Count => _sentences.Count;

    /// <summary>A ranker of one article's sentences; <see cref="RankedSentence.Index"/> counts into <see cref="KnowledgeFile.Sentences"/>.</summary>
    public static SentenceRanker Build(KnowledgeFile knowledge) =>
        Build(knowledge.Sentences.Select(sentence => new SourceSentence(sentence.Text, sentence.Paragraph)));

    /// <summary>A ranker of sentences that follow each other in one paragraph.</summary>
    public static SentenceRanker Build(IReadOnlyList<string> sentences) => Build(sentences.Select(text => new SourceSentence(text)));

    /// <summary>A ranker of many articles.</summary>
    public static SentenceRanker Build(IEnumerable<SourceSentence> sentences) => new(new SentenceCollection(sentences));

    /// <summary>The best <paramref name="top"/> sentences, best first; fewer where fewer have a word of the question.</summary>
    public IReadOnlyList<RankedSentence> Rank(string question, int top) => Rank(Tokenizer.Tokenize(question), top);

    /// <summary>The same for a question already cut into tokens, and only among the sentences <paramref name="within"/>, if given.</summary>
    /// <remarks>The range begins and ends with paragraphs.</remarks>
    public IReadOnlyList<RankedSentence> Rank(Token[] question, int top, SentenceRange? within = null)
    {
        var ranked = new List<RankedSentence>();
        Measure(question, within ?? new SentenceRange(0, Count), (sentence, features) =>
        {
            var coverage = features[(int)RankingFeature.Coverage];
            var around = features[(int)RankingFeature.OnlyBefore] + features[(int)RankingFeature.OnlyAfter];
            if (coverage > 0 || around > 0)
            {
                ranked.Add(new RankedSentence(sentence, RankingWeights.Score(features), coverage, RankingWeights.Confidence(features)));
            }
        });
        ranked.Sort((one, other) => other.Score != one.Score ? other.Score.CompareTo(one.Score) : one.Index.CompareTo(other.Index));
        return ranked.Count > top ? ranked.GetRange(0, top) : ranked;
    }

    /// <summary>Measures every sentence that is worth it.</summary>
    internal void Measure(Token[] question, SentenceRange within, ParagraphScorer.Measured measured)
    {
        var terms = QuestionTerms.Of(question);
        if (terms.Terms.Count == 0 || within.Count <= 0)
        {
            return;
        }

        var scoring = scorer ??= new ParagraphScorer();
        scoring.Begin(terms, _sentences, _reach);
        try
        {
            foreach (var paragraph in Paragraphs(terms, within))
            {
                scoring.Score(paragraph, measured);
            }
        }
        finally
        {
            scoring.End();
        }
    }

    private IEnumerable<int> Paragraphs(QuestionTerms question, SentenceRange within)
    {
        if (within.Count <= FewSentences)
        {
            var first = _sentences.ParagraphOf(within.First);
            return Enumerable.Range(first, _sentences.ParagraphOf(within.End - 1) - first + 1);
        }

        var found = _sentences.Index.Search(Query(question), MostCandidates, within.First, within.End);
        return new SortedSet<int>(found.Select(sentence => _sentences.ParagraphOf(sentence.Document)));
    }

    private IEnumerable<QueryTerm> Query(QuestionTerms question)
    {
        foreach (var term in question.Terms)
        {
            // A large collection has the words of a root by the hundred; what holds one alone is no candidate where the word itself is known.
            var reach = _reach.Of(term.Stem);
            var isKnown = reach is [{ Weight: >= 1 }, ..];
            foreach (var reached in reach)
            {
                if (!reached.IsDerived || !isKnown)
                {
                    yield return new QueryTerm(reached.Term, term.Weight * (reached.Weight >= 1 ? 1 : reached.Weight * SynonymWeight));
                }
            }
        }
    }
}
