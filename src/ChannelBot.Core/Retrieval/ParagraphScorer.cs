using System.Numerics;

namespace ChannelBot.Core.Retrieval;

/// <summary>Measures the sentences of a paragraph against a question. One thread, one question at a time; used again for the next.</summary>
internal sealed class ParagraphScorer
{
    private readonly TermMarks _marks = new();
    private readonly TermRarity _rarity = new();
    private SentenceMatch[] _matches = [new()];
    private ulong _inParagraph;
    private SentenceCollection _collection = null!;
    private QuestionTerms _question = null!;

    /// <summary>Called for each sentence: its index, its features in the order of <see cref="RankingFeature"/>.</summary>
    public delegate void Measured(int sentence, ReadOnlySpan<float> features);

    public void Begin(QuestionTerms question, SentenceCollection collection, TermReach reach)
    {
        _question = question;
        _collection = collection;
        _rarity.Forget();
        _marks.Set(question, collection.Vocabulary, reach);
    }

    public void End() => _marks.Clear();

    public void Score(int paragraph, Measured measured)
    {
        var range = _collection.Paragraph(paragraph);
        _rarity.Set(_question, _collection, _collection.ArticleOf(range.First));
        if (_rarity.Total <= 0)
        {
            return;
        }

        Read(range);
        Span<float> features = stackalloc float[RankingWeights.Count];
        var (paragraphRarity, paragraphCoverage) = OfParagraph();
        var earlier = 0UL;
        for (var i = 0; i < range.Count; i++)
        {
            var (before, after) = (i > 0 ? _matches[i - 1] : null, i + 1 < range.Count ? _matches[i + 1] : null);
            features.Clear();
            features[(int)RankingFeature.ParagraphRarity] = paragraphRarity;
            features[(int)RankingFeature.ParagraphCoverage] = paragraphCoverage;
            features[(int)RankingFeature.Article] = _rarity.OfArticle;
            features[(int)RankingFeature.Opens] = i == 0 ? 1 : 0;
            Measure(features, range.First + i, _matches[i], before, after);
            earlier |= i > 1 ? _matches[i - 2].Exact : 0;
            features[(int)RankingFeature.Earlier] = ShareOf(earlier & ~(_matches[i].Any | (before?.Any ?? 0) | (after?.Any ?? 0)));
            measured(range.First + i, features);
        }
    }

    private void Read(SentenceRange range)
    {
        var known = _matches.Length;
        if (known < range.Count)
        {
            Array.Resize(ref _matches, range.Count);
            for (var i = known; i < range.Count; i++)
            {
                _matches[i] = new SentenceMatch();
            }
        }

        _inParagraph = 0;
        for (var i = 0; i < range.Count; i++)
        {
            _matches[i].Read(_collection, range.First + i, _marks, _question.Terms.Count);
            _inParagraph |= _matches[i].Exact;
        }
    }

    private (float Rarity, float Coverage) OfParagraph()
    {
        float rarity = 0;
        for (var terms = _inParagraph; terms != 0; terms &= terms - 1)
        {
            rarity += _rarity.InParagraphs(BitOperations.TrailingZeroCount(terms));
        }

        return (rarity, ShareOf(_inParagraph));
    }

    /// <summary>Which share of the question the terms are, by their rarity among sentences.</summary>
    private float ShareOf(ulong terms)
    {
        float rarity = 0;
        for (; terms != 0; terms &= terms - 1)
        {
            rarity += _rarity.Of(BitOperations.TrailingZeroCount(terms));
        }

        return rarity / _rarity.Total;
    }

    private void Measure(Span<float> features, int sentence, SentenceMatch match, SentenceMatch? before, SentenceMatch? after)
    {
        float length = _collection.LengthOf(sentence), average = _rarity.AverageLength;
        for (var term = 0; term < _question.Terms.Count; term++)
        {
            var rarity = _rarity.Of(term);
            var degree = match.Degree(term);
            features[(int)RankingFeature.Coverage] += rarity * degree / _rarity.Total;
            if (match.Frequency(term) is > 0 and var frequency)
            {
                features[(int)FeatureOf(_question.Terms[term])] += rarity * InvertedIndex.Frequency(frequency, length, average);
                continue;
            }

            features[(int)RankingFeature.Synonyms] += rarity * match.Synonym(term);
            features[(int)RankingFeature.SameRoot] += match.Synonym(term) > 0 ? 0 : rarity * match.SameRoot(term);
            if (degree == 0)
            {
                features[(int)RankingFeature.OnlyBefore] += rarity * (before?.Degree(term) ?? 0) / _rarity.Total;
                features[(int)RankingFeature.OnlyAfter] += rarity * (after?.Degree(term) ?? 0) / _rarity.Total;
            }
        }

        features[(int)RankingFeature.RefersBefore] = _collection.RefersBack(sentence) ? features[(int)RankingFeature.OnlyBefore] : 0;
        features[(int)RankingFeature.HasKind] = (match.NewKinds & _question.Kinds) != 0 ? 1 : 0;
        MeasurePairs(features, match.Pairs);
        MeasureWanted(features, match.NewTraits);
    }

    private static RankingFeature FeatureOf(in QuestionTerm term) =>
        term.IsNumber ? RankingFeature.Numbers : term.IsName ? RankingFeature.Names : RankingFeature.Words;

    private void MeasurePairs(Span<float> features, ulong pairs)
    {
        for (; pairs != 0; pairs &= pairs - 1)
        {
            var token = BitOperations.TrailingZeroCount(pairs);
            var isLoose = _question.Tokens[token].IsStopWord || _question.Tokens[token + 1].IsStopWord;
            features[(int)(isLoose ? RankingFeature.LoosePairs : RankingFeature.ContentPairs)]++;
        }
    }

    private void MeasureWanted(Span<float> features, TokenTraits traits)
    {
        var (feature, needed) = _question.Wanted switch
        {
            WantedAnswer.Number => (RankingFeature.HasNumber, TokenTraits.Number),
            WantedAnswer.Date => (RankingFeature.HasDate, TokenTraits.Date),
            WantedAnswer.Person => (RankingFeature.HasPerson, TokenTraits.Name),
            WantedAnswer.Place => (RankingFeature.HasPlace, TokenTraits.Name),
            _ => default,
        };
        if (needed != TokenTraits.None && (traits & needed) != 0)
        {
            features[(int)feature] = 1;
        }
    }
}
