using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>How well each passage that holds anything of a question covers each of its terms: 0 not at all, 1 in its own words.</summary>
/// <remarks>A question touches most passages: they share one table, a row each, which a thread uses again for its next search.</remarks>
internal sealed class TermCoverage(
    IReadOnlyList<Term> terms, int passages, KeyReach reach, Dictionary<string, Posting[]> postings, ILookup<string, FactPhrase> factPhrases)
{
    private const float IsFound = 1;

    [ThreadStatic]
    private static float[]? table;

    /// <summary>A row is whether the passage was found, then its coverage of each term.</summary>
    private readonly float[] _rows = Empty(passages * (terms.Count + 1));
    private readonly List<int> _found = new(passages);

    /// <summary>Numbers of the passages found, in the order in which they were.</summary>
    public IReadOnlyList<int> Found => _found;

    /// <summary>The passage's coverage of the terms.</summary>
    public Span<float> this[int passage] => _rows.AsSpan((passage * (terms.Count + 1)) + 1, terms.Count);

    private static float[] Empty(int length)
    {
        if (table is null || table.Length < length)
        {
            table = new float[length];
        }

        Array.Clear(table, 0, length);
        return table;
    }

    public TermCoverage Cover(ReadOnlySpan<Token> tokens)
    {
        for (var term = 0; term < terms.Count; term++)
        {
            Cover(term, terms[term].Key, 1);
            if (terms[term].EndToken - terms[term].FirstToken > 1 || terms[term].IsConcept)
            {
                CoverByWords(tokens, term);
            }
        }

        CoverByExpressions(tokens);
        CoverByFactPhrases(tokens);
        return this;
    }

    private void Cover(int term, string key, float share)
    {
        foreach (var reached in reach.Of(key))
        {
            foreach (var posting in postings[reached.Key])
            {
                ref var covered = ref Of(posting.Passage)[term];
                var weight = posting.Weight * reached.Similarity * share;
                covered = weight > covered ? weight : covered;
            }
        }
    }

    private Span<float> Of(int passage)
    {
        ref var isFound = ref _rows[passage * (terms.Count + 1)];
        if (isFound != IsFound)
        {
            isFound = IsFound;
            _found.Add(passage);
        }

        return this[passage];
    }

    /// <summary>An expression ("called off") covers its words together with what means the same ("cancelled").</summary>
    private void CoverByExpressions(ReadOnlySpan<Token> tokens)
    {
        foreach (var expression in Lexicon.English.Phrases.In(tokens))
        {
            for (var term = 0; term < terms.Count; term++)
            {
                if (expression.Holds(terms[term].FirstToken))
                {
                    Cover(term, expression.Stem, 1);
                }
            }
        }
    }

    /// <summary>A passage that has only some of a name's words covers it in part.</summary>
    private void CoverByWords(ReadOnlySpan<Token> tokens, int term)
    {
        const float OfAName = 0.6f;
        var words = 0;
        for (var i = terms[term].FirstToken; i < terms[term].EndToken; i++)
        {
            words += TermWeights.Of(tokens[i]) > 0 ? 1 : 0;
        }

        for (var i = terms[term].FirstToken; i < terms[term].EndToken; i++)
        {
            if (TermWeights.Of(tokens[i]) > 0)
            {
                Cover(term, tokens[i].Stem, OfAName / words);
            }
        }
    }

    /// <summary>A curated phrase covers the question's words of it together, or not at all.</summary>
    private void CoverByFactPhrases(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            foreach (var (stems, passage) in factPhrases[token.Stem])
            {
                if (ContainsAll(tokens, stems))
                {
                    CoverTogether(tokens, stems, passage);
                }
            }
        }
    }

    private void CoverTogether(ReadOnlySpan<Token> tokens, string[] stems, int passage)
    {
        var covered = Of(passage);
        for (var term = 0; term < terms.Count; term++)
        {
            for (var i = terms[term].FirstToken; i < terms[term].EndToken; i++)
            {
                if (Array.IndexOf(stems, tokens[i].Stem) >= 0)
                {
                    covered[term] = 1;
                }
            }
        }
    }

    private static bool ContainsAll(ReadOnlySpan<Token> tokens, string[] stems)
    {
        foreach (var stem in stems)
        {
            var found = false;
            foreach (var token in tokens)
            {
                if (string.Equals(token.Stem, stem, StringComparison.Ordinal))
                {
                    found = true;
                    break;
                }
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }
}
