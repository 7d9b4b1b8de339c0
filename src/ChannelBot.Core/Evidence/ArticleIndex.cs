using System.Collections.Concurrent;
using System.Collections.Frozen;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Core.Retrieval;

namespace ChannelBot.Core.Evidence;

/// <summary>Finds the passages of one knowledge file that a question's words touch.</summary>
/// <remarks>An inverted index: each word or concept lists the passages that hold it, with how plainly they do.
/// A question word reaches the words that mean nearly the same through the lexicon; what it reaches is remembered.</remarks>
public sealed class ArticleIndex
{
    private const int MostRememberedWords = 20_000;
    private const float LeastSimilarity = 0.45f;

    /// <summary>A person vouched for a curated synonym.</summary>
    private const float OfASynonym = 0.95f;

    private readonly ArticleLookup _lookup;
    private readonly PhraseTable _phrases;
    private readonly FrozenDictionary<string, Posting[]> _postings;
    private readonly FrozenDictionary<string, float> _rarity;
    private readonly (string[] Stems, int Passage)[] _factPhrases;
    private readonly FrozenDictionary<string, string[]> _synonyms;
    private readonly SentenceRanker _ranker;
    private readonly FrozenDictionary<string, int> _places;
    private readonly ConcurrentDictionary<string, Reach[]> _reach = new(StringComparer.Ordinal);

    private ArticleIndex(
        KnowledgeFile knowledge,
        IReadOnlyList<Passage> passages,
        PhraseTable phrases,
        FrozenDictionary<string, Posting[]> postings,
        FrozenDictionary<string, float> rarity,
        (string[] Stems, int Passage)[] factPhrases,
        FrozenDictionary<string, string[]> synonyms)
    {
        Knowledge = knowledge;
        _lookup = new ArticleLookup(knowledge);
        Passages = passages;
        _phrases = phrases;
        _postings = postings;
        _rarity = rarity;
        _factPhrases = factPhrases;
        _synonyms = synonyms;
        _ranker = SentenceRanker.Build(knowledge);
        _places = knowledge.Sentences.Select((sentence, place) => (sentence.Id, place)).ToFrozenDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
    }

    internal readonly record struct Posting(int Passage, float Weight);

    private readonly record struct Reach(string Key, float Similarity);

    public KnowledgeFile Knowledge { get; }

    public IReadOnlyList<Passage> Passages { get; }

    public static ArticleIndex Build(KnowledgeFile knowledge)
    {
        var builder = new ArticleIndexBuilder(knowledge);
        return new ArticleIndex(
            knowledge, builder.Passages, builder.Phrases, builder.Postings(), builder.Rarity(), [.. builder.FactPhrases],
            builder.Synonyms.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The entity with <paramref name="id"/>; null where there is none.</summary>
    public Entity? Entity(string id) => _lookup.Entity(id);

    /// <summary>The entity of that name or alias; null where there is none.</summary>
    public Entity? Named(string name)
    {
        var tokens = Tokenizer.Tokenize(name);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (_phrases.At(tokens, i, out _) is { } concept && Entity(concept) is { } entity)
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>The sentence that says who or what an entity is; else the first that names it.</summary>
    public Sentence Introducing(Entity entity) => _lookup.Introducing(entity);

    /// <summary>The entities that the article names within <paramref name="span"/>.</summary>
    public IReadOnlyList<Entity> EntitiesIn(Span span) => _lookup.EntitiesIn(span);

    /// <summary>The figures of the passage's own words; where these hold none, of its sentence.</summary>
    public IReadOnlyList<Figure> FiguresIn(Passage passage) => _lookup.FiguresIn(passage);

    /// <summary>Which sentence of the article it is, from 0.</summary>
    public int PlaceOf(Sentence sentence) => _places[sentence.Id];

    public Token[] TokensOf(Sentence sentence) => _lookup.TokensOf(sentence);

    /// <summary>False where the passage's sentence certainly has no phrase of that kind: no time for "when", no number for "how many".</summary>
    public bool MayHold(Passage passage, SlotRole role) => _lookup.MayHold(passage, role);

    /// <summary>True where the article, or its curation, has the word or one that means nearly the same.</summary>
    public bool Knows(string key) => ReachOf(key).Length > 0;

    /// <summary>True where <paramref name="word"/> of the article means nearly what the question's <paramref name="key"/> does.</summary>
    public bool Reaches(string key, string word) => Array.Exists(ReachOf(key), reach => reach.Key == word);

    /// <summary>True where the article itself, or its curation, has exactly this word or concept.</summary>
    public bool Has(string key) => _postings.ContainsKey(key);

    /// <summary>What <paramref name="tokens"/> ask about: names and phrases as one, other words by stem, numbers by value.</summary>
    public List<Term> Terms(ReadOnlySpan<Token> tokens, IReadOnlyList<NumberMention> numbers)
    {
        var terms = new List<Term>(tokens.Length);
        var at = 0;
        while (at < tokens.Length)
        {
            if (_phrases.At(tokens, at, out var end) is { } concept)
            {
                terms.Add(new Term(concept, at, end, concept[0] == 'e' ? TermWeights.Name : WeightOf(tokens[at..end])));
                at = end;
                continue;
            }

            if (NumberAt(tokens[at], numbers) is { } number)
            {
                terms.Add(new Term(NumberKey(number), at, at + 1, 0));
            }
            else if (TermWeights.Of(tokens[at]) is > 0 and var weight)
            {
                terms.Add(new Term(tokens[at].Stem, at, at + 1, weight));
            }

            at++;
        }

        return terms;
    }

    /// <summary>The passages that cover most of <paramref name="terms"/>, best first.</summary>
    public IReadOnlyList<Hit> Search(Token[] tokens, IReadOnlyList<Term> terms, int most)
    {
        var coverage = new Dictionary<int, float[]>();
        for (var term = 0; term < terms.Count; term++)
        {
            Cover(terms, term, terms[term].Key, 1, coverage);
            if (terms[term].EndToken - terms[term].FirstToken > 1 || terms[term].IsConcept)
            {
                CoverByWords(tokens, terms, term, coverage);
            }
        }

        CoverByExpressions(tokens, terms, coverage);
        CoverByFactPhrases(tokens, terms, coverage);
        return Best(terms, coverage, Relevance(tokens), most);
    }

    internal static string NumberKey(NumberMention number) => "n:" + number.Quantity.Value.ToString();

    private static NumberMention? NumberAt(in Token token, IReadOnlyList<NumberMention> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            if (token.Start >= numbers[i].NumberStart && token.Start < numbers[i].NumberEnd)
            {
                return numbers[i];
            }
        }

        return null;
    }

    private static float WeightOf(ReadOnlySpan<Token> phrase)
    {
        var weight = 0f;
        foreach (var token in phrase)
        {
            weight = Math.Max(weight, TermWeights.Of(token));
        }

        return Math.Max(weight, TermWeights.Weak);
    }

    private void Cover(IReadOnlyList<Term> terms, int term, string key, float share, Dictionary<int, float[]> coverage)
    {
        foreach (var reach in ReachOf(key))
        {
            foreach (var posting in _postings[reach.Key])
            {
                var covered = CoveredBy(posting.Passage, terms, coverage);
                covered[term] = Math.Max(covered[term], posting.Weight * reach.Similarity * share);
            }
        }
    }

    private static float[] CoveredBy(int passage, IReadOnlyList<Term> terms, Dictionary<int, float[]> coverage)
    {
        if (!coverage.TryGetValue(passage, out var covered))
        {
            coverage[passage] = covered = new float[terms.Count];
        }

        return covered;
    }

    /// <summary>An expression ("called off") covers its words together with what means the same ("cancelled").</summary>
    private void CoverByExpressions(ReadOnlySpan<Token> tokens, IReadOnlyList<Term> terms, Dictionary<int, float[]> coverage)
    {
        foreach (var expression in Lexicon.English.Phrases.In(tokens))
        {
            for (var term = 0; term < terms.Count; term++)
            {
                if (expression.Holds(terms[term].FirstToken))
                {
                    Cover(terms, term, expression.Stem, 1, coverage);
                }
            }
        }
    }

    /// <summary>A passage that has only some of a name's words covers it in part.</summary>
    private void CoverByWords(ReadOnlySpan<Token> tokens, IReadOnlyList<Term> terms, int term, Dictionary<int, float[]> coverage)
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
                Cover(terms, term, tokens[i].Stem, OfAName / words, coverage);
            }
        }
    }

    /// <summary>A curated phrase covers the question's words of it together, or not at all.</summary>
    private void CoverByFactPhrases(ReadOnlySpan<Token> tokens, IReadOnlyList<Term> terms, Dictionary<int, float[]> coverage)
    {
        foreach (var (stems, passage) in _factPhrases)
        {
            if (!ContainsAll(tokens, stems))
            {
                continue;
            }

            var covered = CoveredBy(passage, terms, coverage);
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

    /// <summary>For each sentence how far it is behind the one that most resembles the question, 0 for that itself.</summary>
    private float[] Relevance(Token[] tokens)
    {
        const float Least = -5;
        var relevance = new float[Knowledge.Sentences.Count];
        Array.Fill(relevance, Least);
        var ranked = _ranker.Rank(tokens, relevance.Length);
        foreach (var sentence in ranked)
        {
            relevance[sentence.Index] = Math.Max(Least, (float)(sentence.Score - ranked[0].Score));
        }

        return relevance;
    }

    private List<Hit> Best(IReadOnlyList<Term> terms, Dictionary<int, float[]> coverage, float[] relevance, int most)
    {
        var total = 0f;
        Span<float> weights = terms.Count <= 64 ? stackalloc float[terms.Count] : new float[terms.Count];
        for (var term = 0; term < terms.Count; term++)
        {
            weights[term] = terms[term].Weight * RarityOf(terms[term].Key);
            total += weights[term];
        }

        var hits = new List<Hit>(coverage.Count);
        foreach (var (passage, covered) in coverage)
        {
            var sum = 0f;
            for (var term = 0; term < terms.Count; term++)
            {
                sum += weights[term] * covered[term];
            }

            if (sum > 0)
            {
                hits.Add(new Hit(Passages[passage], sum / total, covered, relevance[_places[Passages[passage].Sentence.Id]]));
            }
        }

        hits.Sort(static (left, right) =>
        {
            var byScore = right.Score.CompareTo(left.Score);
            return byScore != 0 ? byScore
                : left.Passage.Kind != right.Passage.Kind ? left.Passage.Kind.CompareTo(right.Passage.Kind)
                : left.Passage.Source.Start.CompareTo(right.Passage.Source.Start);
        });
        if (hits.Count > most)
        {
            hits.RemoveRange(most, hits.Count - most);
        }

        return hits;
    }

    /// <summary>From 0.5 for a word that is everywhere in the article to 1 for one that is in a single sentence, or in none.</summary>
    public float RarityOf(string key)
    {
        var rarity = 0f;
        foreach (var reach in ReachOf(key))
        {
            rarity = Math.Max(rarity, _rarity.GetValueOrDefault(reach.Key, 1));
        }

        return rarity == 0 ? 1 : rarity;
    }

    private Reach[] ReachOf(string key)
    {
        if (_reach.TryGetValue(key, out var known))
        {
            return known;
        }

        var reach = new Dictionary<string, float>(StringComparer.Ordinal);
        if (_postings.ContainsKey(key))
        {
            reach[key] = 1;
        }

        foreach (var synonym in _synonyms.GetValueOrDefault(key, []))
        {
            if (_postings.ContainsKey(synonym))
            {
                reach.TryAdd(synonym, OfASynonym);
            }
        }

        if (key.Length < 2 || key[1] != ':')
        {
            AddSimilar(key, reach);
        }

        Reach[] found = [.. reach.Select(entry => new Reach(entry.Key, entry.Value))];
        if (_reach.Count < MostRememberedWords)
        {
            _reach.TryAdd(key, found);
        }

        return found;
    }

    private void AddSimilar(string key, Dictionary<string, float> reach)
    {
        foreach (var (word, similarity) in Lexicon.English.Related(key))
        {
            if (similarity >= LeastSimilarity && similarity > reach.GetValueOrDefault(word) && _postings.ContainsKey(word))
            {
                reach[word] = (float)similarity;
            }
        }
    }
}
