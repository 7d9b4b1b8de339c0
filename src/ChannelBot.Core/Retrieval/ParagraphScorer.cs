using System.Numerics;

namespace ChannelBot.Core.Retrieval;

/// <summary>Measures the sentences of a paragraph against a question. One thread, one question at a time; used again for the next.</summary>
internal sealed class ParagraphScorer
{
    private const float Saturation = 1.2f;
    private const float LengthPenalty = 0.3f;

    private readonly TermMarks _marks = new();
    private readonly TermRarity _rarity = new();
    private SentenceMatch[] _matches = [new()];
    private bool[] _isInParagraph = new bool[64];
    private SentenceCollection _collection = null!;
    private QuestionTerms _question = null!;

    /// <summary>Called for each sentence: its index, its features in the order of <see cref="RankingFeature"/>.</summary>
    public delegate void Measured(int sentence, ReadOnlySpan<float> features);

    public void Begin(QuestionTerms question, SentenceCollection collection, TermReach reach)
    {
        _question = question;
        _collection = collection;
        _rarity.Forget();
        _marks.Set(question, collection.Index.Vocabulary, reach);
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
        for (var i = 0; i < range.Count; i++)
        {
            features.Clear();
            features[(int)RankingFeature.ParagraphRarity] = paragraphRarity;
            features[(int)RankingFeature.ParagraphCoverage] = paragraphCoverage;
            Measure(features, range.First + i, _matches[i], i > 0 ? _matches[i - 1] : null, i + 1 < range.Count ? _matches[i + 1] : null);
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

        Array.Clear(_isInParagraph);
        for (var i = 0; i < range.Count; i++)
        {
            _matches[i].Read(_collection, range.First + i, _marks, _question.Terms.Count);
            for (var term = 0; term < _question.Terms.Count; term++)
            {
                _isInParagraph[term] |= _matches[i].Frequency(term) > 0;
            }
        }
    }

    private (float Rarity, float Coverage) OfParagraph()
    {
        float rarity = 0, coverage = 0;
        for (var term = 0; term < _question.Terms.Count; term++)
        {
            if (_isInParagraph[term])
            {
                rarity += _rarity.InParagraphs(term);
                coverage += _rarity.Of(term);
            }
        }

        return (rarity, coverage / _rarity.Total);
    }

    private void Measure(Span<float> features, int sentence, SentenceMatch match, SentenceMatch? before, SentenceMatch? after)
    {
        var norm = Saturation * (1 - LengthPenalty + (LengthPenalty * _collection.LengthOf(sentence) / _rarity.AverageLength));
        for (var term = 0; term < _question.Terms.Count; term++)
        {
            var rarity = _rarity.Of(term);
            var degree = match.Degree(term);
            features[(int)RankingFeature.Coverage] += rarity * degree / _rarity.Total;
            if (match.Frequency(term) is > 0 and var frequency)
            {
                features[(int)FeatureOf(_question.Terms[term])] += rarity * frequency * (Saturation + 1) / (frequency + norm);
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

        MeasurePairs(features, match.Pairs);
        MeasureNearness(features, match);
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

    private void MeasureNearness(Span<float> features, SentenceMatch match)
    {
        for (var term = 0; term + 1 < _question.Terms.Count; term++)
        {
            if (match.Frequency(term) > 0 && match.Frequency(term + 1) > 0)
            {
                var asked = _question.Terms[term + 1].Place - _question.Terms[term].Place;
                features[(int)RankingFeature.Nearness] += Nearest(match.Places(term), match.Places(term + 1), asked);
            }
        }
    }

    /// <summary>1 where the two stand as far apart as in the question and in its order, less the more they differ.</summary>
    private static float Nearest(ReadOnlySpan<int> ones, ReadOnlySpan<int> others, int asked)
    {
        var nearest = 0f;
        foreach (var one in ones)
        {
            foreach (var other in others)
            {
                var distance = other - one;
                nearest = Math.Max(nearest, (distance > 0 ? 1f : 0.5f) / (1 + (Math.Abs(distance - asked) / 3f)));
            }
        }

        return nearest;
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
