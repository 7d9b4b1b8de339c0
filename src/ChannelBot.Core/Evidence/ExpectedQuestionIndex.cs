using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>Tells which of the things that a curation expects questions about a question is about.</summary>
/// <remarks>A question with the very words of an expected one is that. For others a classifier that has learnt from the expected questions, and from the other words of facts, finds the likeliest facts and silences, and nearness in meaning weighs these; of its
/// questions the one most alike says which phrase answers, and whether something is taken for granted that the fact denies.</remarks>
internal sealed class ExpectedQuestionIndex
{
    /// <summary>What was asked before counts so much where a question of hardly a word leans on it, and less where it has words of its own.</summary>
    private const float OfContext = 0.5f;
    private const float OfContextBesideOwnWords = 0.15f;

    private const int MostOnStack = 256;

    /// <summary>The likelihoods of so many are more than anybody needs.</summary>
    private const int Most = 8;

    /// <summary>What is less likely than this changes nothing.</summary>
    private const float Unlikely = 0.001f;

    /// <summary>The class of the question that has exactly these features.</summary>
    private readonly Dictionary<ulong, int> _exact = [];

    /// <param name="Words">As features, each once.</param>
    private sealed record Ask(Expectation Meaning, string Text, int[] Words);

    /// <param name="First">Where the first of its questions stands among those of all classes.</param>
    private sealed record Class(Ask[] Asks, int First);

    private readonly List<Class> _classes = [];

    private sealed record Answered(Token[] Tokens, List<ExpectedQuestionMatch> Found);

    /// <summary>In one turn several ask about the same question.</summary>
    private Answered? _last;

    /// <summary>Of each feature the questions that have it, numbered over all classes, in order.</summary>
    private readonly int[][] _holders;

    private readonly int _longestClass;
    private readonly QuestionFeatures _features;
    private readonly QuestionClassifier? _classifier;
    private readonly ClassMeanings _meanings;

    public ExpectedQuestionIndex(KnowledgeFile knowledge, PhraseTable phrases)
    {
        _features = new QuestionFeatures(phrases, knowledge.Synonyms);
        var questions = new List<QuestionWords>();
        var besides = new List<Example>();
        foreach (var fact in knowledge.Facts.Where(fact => fact.Asks.Count + fact.Denies.Count > 0))
        {
            var denied = new DeniedByFact(fact);
            AddClass(
                [.. fact.Asks.Select(ask => Learnt(new AnsweredByFact(fact, ask.Slot), ask.Text)), .. fact.Denies.Select(text => Learnt(denied, text))],
                [fact.About, knowledge.Article.Text[fact.Evidence.Start..fact.Evidence.End], .. fact.Words]);
        }

        foreach (var silence in knowledge.Silences)
        {
            var unsaid = new NotSaid(silence);
            AddClass([.. silence.Asks.Select(text => Learnt(unsaid, text))], [silence.Missing]);
        }

        foreach (var rewording in knowledge.Rewordings)
        {
            var reworded = new Reworded(rewording);
            AddClass([.. rewording.Asks.Append(rewording.Question).Select(text => Learnt(reworded, text))], []);
        }

        _features.LearnPairs(questions);
        var examples = _classes.SelectMany((of, number) => of.Asks.Select((_, ask) => new Example(number, _features.Of(questions[of.First + ask]), IsQuestion: true)));
        _holders = Holders(questions, _features.Count);
        _meanings = new ClassMeanings(of => _classes[of].Asks.Select(ask => ask.Text));
        _longestClass = _classes.Count == 0 ? 0 : _classes.Max(of => of.Asks.Length);
        _classifier = _classes.Count == 0 ? null : new QuestionClassifier([.. examples, .. besides], _features.Count, _classes.Count);

        Ask Learnt(Expectation meaning, string text)
        {
            questions.Add(_features.Learn(Tokenizer.Tokenize(text)));
            return new Ask(meaning, text, questions[^1].Words);
        }

        void AddClass(Ask[] asks, IEnumerable<string> others)
        {
            var of = _classes.Count;
            _classes.Add(new Class(asks, of == 0 ? 0 : _classes[^1].First + _classes[^1].Asks.Length));
            foreach (var ask in asks)
            {
                _exact.TryAdd(Signature(ask.Words), of);
            }

            besides.AddRange(others.Select(text => new Example(of, _features.Learn(Tokenizer.Tokenize(text)).Words, IsQuestion: false)));
        }
    }

    /// <summary>True where an expected question has the word.</summary>
    public bool Has(string stem) => _features.Has(stem);

    /// <summary>The likeliest things first, at most <paramref name="most"/> and <see cref="Most"/>, the first however unlikely it is; nothing where the curation expects no questions.</summary>
    /// <param name="context">The question before, where this one leans on it; else empty.</param>
    public IReadOnlyList<ExpectedQuestionMatch> Find(Token[] tokens, Token[] context, int most)
    {
        if (_classifier is null)
        {
            return [];
        }

        var found = context.Length > 0 ? Find(_classifier, tokens, context) : FindOnce(_classifier, tokens);
        return found.Count <= most ? found : found.GetRange(0, most);
    }

    private List<ExpectedQuestionMatch> FindOnce(QuestionClassifier classifier, Token[] tokens)
    {
        var last = _last;
        if (last is null || !AreAlike(last.Tokens, tokens))
        {
            _last = last = new Answered(tokens, Find(classifier, tokens, []));
        }

        return last.Found;
    }

    private static bool AreAlike(Token[] one, Token[] other)
    {
        var same = one.Length == other.Length;
        for (var i = 0; same && i < one.Length; i++)
        {
            same = one[i].Stem == other[i].Stem && one[i].Lower == other[i].Lower && one[i].IsStopWord == other[i].IsStopWord;
        }

        return same;
    }

    private List<ExpectedQuestionMatch> Find(QuestionClassifier classifier, Token[] tokens, Token[] context)
    {
        var pairs = new List<WeightedFeature>(tokens.Length);
        var asked = _features.Of(tokens, pairs);
        var all = asked;
        if (context.Length > 0)
        {
            var share = tokens.Count(token => token.IsWord && !token.IsStopWord) > 1 ? OfContextBesideOwnWords : OfContext;
            all = [.. asked, .. _features.Of(context, []).Where(feature => !asked.Exists(own => own.Feature == feature.Feature)).Select(feature => feature with { Share = feature.Share * share })];
        }

        var place = Meanings.English.Of(tokens);
        var likelihoods = classifier.Likelihoods([.. all, .. pairs]);
        if (_exact.TryGetValue(Signature(asked.Select(feature => feature.Feature)), out var exact))
        {
            Array.Clear(likelihoods);
            likelihoods[exact] = 1;
        }
        else
        {
            _meanings.Weigh(place, likelihoods);
        }

        var found = new List<ExpectedQuestionMatch>();
        Span<float> shared = _longestClass <= MostOnStack ? stackalloc float[MostOnStack] : new float[_longestClass];
        for (var n = 0; n < Math.Min(Most, likelihoods.Length); n++)
        {
            var best = Array.IndexOf(likelihoods, likelihoods.Max());
            if (found.Count > 0 && likelihoods[best] < Unlikely)
            {
                break;
            }

            var match = Likest(best, all, likelihoods[best], shared);
            found.Add(n == 0 && match.LeadOfDenial is not null ? match with { MeaningOfDenial = _meanings.Lead(place, best, Array.FindIndex(_classes[best].Asks, ask => ask.Meaning is DeniedByFact)) } : match);
            likelihoods[best] = -1;
        }

        return found;
    }

    private static int[][] Holders(List<QuestionWords> questions, int features)
    {
        var holders = new List<int>?[features];
        for (var question = 0; question < questions.Count; question++)
        {
            foreach (var word in questions[question].Words)
            {
                (holders[word] ??= []).Add(question);
            }
        }

        return Array.ConvertAll(holders, of => of is null ? [] : of.ToArray());
    }

    /// <summary>The same for the same features in any order; that others share it is as good as impossible.</summary>
    private static ulong Signature(IEnumerable<int> features)
    {
        var signature = 0UL;
        foreach (var feature in features)
        {
            // The finalizer of SplitMix64 (Steele et al., 2014) spreads a number over all bits.
            var bits = ((ulong)feature + 1) * 0x9E3779B97F4A7C15;
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            signature += bits ^ (bits >> 31);
        }

        return signature;
    }

    /// <summary>The question of a class that has most in common with what was asked: twice what they share, by what both have.</summary>
    /// <param name="shared">Room for a number a question of the class.</param>
    private ExpectedQuestionMatch Likest(int of, List<WeightedFeature> asked, float likelihood, Span<float> shared)
    {
        var (asks, first) = _classes[of];
        shared = shared[..asks.Length];
        shared.Clear();
        foreach (var (feature, share) in asked)
        {
            var holders = _holders[feature];
            var from = holders.AsSpan().BinarySearch(first);
            for (var holder = from < 0 ? ~from : from; holder < holders.Length && holders[holder] < first + asks.Length; holder++)
            {
                shared[holders[holder] - first] += share;
            }
        }

        var (likest, most) = (asks[0], -1f);
        var (right, denied) = (0f, 0f);
        for (var ask = 0; ask < asks.Length; ask++)
        {
            var likeness = 2 * shared[ask] / (asks[ask].Words.Length + asked.Count);
            if (likeness > most)
            {
                (likest, most) = (asks[ask], likeness);
            }

            if (asks[ask].Meaning is DeniedByFact)
            {
                denied = Math.Max(denied, likeness);
            }
            else
            {
                right = Math.Max(right, likeness);
            }
        }

        return new ExpectedQuestionMatch(likest.Meaning, likest.Text, likelihood, most) { LeadOfDenial = asks[^1].Meaning is DeniedByFact ? denied - right : null };
    }
}
