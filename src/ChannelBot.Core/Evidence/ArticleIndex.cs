using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Core.Retrieval;

namespace ChannelBot.Core.Evidence;

/// <summary>Finds the passages of one knowledge file that a question's words touch.</summary>
/// <remarks>An inverted index: each word or concept lists the passages that hold it, with how plainly they do.</remarks>
public sealed class ArticleIndex
{
    private readonly ArticleLookup _lookup;
    private readonly PhraseTable _phrases;
    private readonly Dictionary<string, Posting[]> _postings;
    private readonly Dictionary<string, float> _rarity;
    private readonly ILookup<string, FactPhrase> _factPhrases;
    private readonly SentenceRanker _ranker;
    private readonly Dictionary<string, int> _places;
    private readonly KeyReach _reach;

    /// <summary>Null for a curated article: there a person has said with which words is asked for what.</summary>
    private readonly SentenceMeanings? _meanings;

    /// <summary>Learnt while the rest of the planner is made ready: a curation may expect thousands of questions.</summary>
    private readonly Task<ExpectedQuestionIndex> _expected;

    private ArticleIndex(KnowledgeFile knowledge, ArticleIndexBuilder builder)
    {
        Knowledge = knowledge;
        Passages = builder.Passages;
        _lookup = new ArticleLookup(knowledge);
        _phrases = builder.Phrases;
        _postings = builder.Postings();
        _rarity = builder.Rarity();
        _factPhrases = builder.FactPhrases.ToLookup(phrase => phrase.Stems[0], StringComparer.Ordinal);
        _reach = new KeyReach(_postings.Keys.ToHashSet(StringComparer.Ordinal), builder.Synonyms);
        _expected = Task.Run(() => new ExpectedQuestionIndex(knowledge, _phrases));
        _ranker = SentenceRanker.Build(knowledge);
        _meanings = IsCurated ? null : SentenceMeanings.Of(knowledge);
        _places = knowledge.Sentences.Select((sentence, place) => (sentence.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
    }

    public KnowledgeFile Knowledge { get; }

    /// <summary>A person has said what is asked of the article and with which words.</summary>
    public bool IsCurated => Knowledge.IsCurated;

    public IReadOnlyList<Passage> Passages { get; }

    public static ArticleIndex Build(KnowledgeFile knowledge) => new(knowledge, new ArticleIndexBuilder(knowledge));

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

    /// <summary>What the sentence states, a clause each.</summary>
    public IEnumerable<Statement> StatementsOf(Sentence sentence) => _lookup.StatementsOf(sentence);

    public Token[] TokensOf(Sentence sentence) => _lookup.TokensOf(sentence);

    /// <summary>False where the passage's sentence certainly has no phrase of that kind: no time for "when", no number for "how many".</summary>
    public bool MayHold(Passage passage, SlotRole role) => _lookup.MayHold(passage, role);

    /// <summary>True where the article, or its curation, has the word or one that means nearly the same.</summary>
    public bool Knows(string key) => _reach.Of(key).Length > 0;

    /// <summary>True where <paramref name="word"/> of the article means nearly what the question's <paramref name="key"/> does.</summary>
    public bool Reaches(string key, string word) => Array.Exists(_reach.Of(key), reach => reach.Key == word);

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
        var coverage = new TermCoverage(terms, Passages.Count, _reach, _postings, _factPhrases);
        return Best(terms, coverage.Cover(tokens), Relevance(tokens), _meanings?.Nearness(tokens), most);
    }

    /// <summary>How near each sentence is to <paramref name="tokens"/> in meaning; empty for a curated article.</summary>
    public SentenceMeaning[] MeaningOf(ReadOnlySpan<Token> tokens) => _meanings?.Of(tokens) ?? [];

    /// <summary>What of that which the curation expects questions about <paramref name="tokens"/> are likely about, the likeliest first.</summary>
    /// <param name="context">The question before, where this one leans on it; else empty.</param>
    public IReadOnlyList<ExpectedQuestionMatch> Expected(Token[] tokens, Token[] context, int most) => _expected.GetAwaiter().GetResult().Find(tokens, context, most);

    /// <summary>True where a question that the curation expects has the word.</summary>
    public bool Expects(string stem) => _expected.GetAwaiter().GetResult().Has(stem);

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

    private Hit[] Best(IReadOnlyList<Term> terms, TermCoverage coverage, float[] relevance, float[]? nearness, int most)
    {
        var total = 0f;
        Span<float> weights = terms.Count <= 64 ? stackalloc float[terms.Count] : new float[terms.Count];
        for (var term = 0; term < terms.Count; term++)
        {
            weights[term] = terms[term].Weight * RarityOf(terms[term].Key);
            total += weights[term];
        }

        Span<RankedPassage> best = most <= 64 ? stackalloc RankedPassage[most] : new RankedPassage[most];
        var count = 0;
        foreach (var passage in nearness is null ? coverage.Found : Enumerable.Range(0, Passages.Count))
        {
            var covered = coverage[passage];
            var sum = 0f;
            for (var term = 0; term < terms.Count; term++)
            {
                sum += weights[term] * covered[term];
            }

            if (sum > 0 || nearness is not null)
            {
                count = new RankedPassage(passage, total > 0 ? sum / total : 0, nearness?[_places[Passages[passage].Sentence.Id]] ?? 0, Passages[passage].Kind, Passages[passage].Source.Start).Join(best, count);
            }
        }

        var hits = new Hit[count];
        for (var i = 0; i < count; i++)
        {
            var passage = Passages[best[i].Passage];
            hits[i] = new Hit(passage, best[i].Score, coverage[best[i].Passage].ToArray(), relevance[_places[passage.Sentence.Id]], best[i].Nearness);
        }

        return hits;
    }

    /// <summary>From 0.5 for a word that is everywhere in the article to 1 for one that is in a single sentence, or in none.</summary>
    public float RarityOf(string key)
    {
        var rarity = 0f;
        foreach (var reach in _reach.Of(key))
        {
            rarity = Math.Max(rarity, _rarity.GetValueOrDefault(reach.Key, 1));
        }

        return rarity == 0 ? 1 : rarity;
    }
}
