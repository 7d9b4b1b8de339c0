using System.Runtime.InteropServices;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>A feature of a question, and how nearly the question has it: 1 for a word of its own.</summary>
internal sealed record WeightedFeature(int Feature, float Share);

/// <summary>An expected question as numbers of words.</summary>
/// <param name="Words">Each once.</param>
/// <param name="Line">One for each name, phrase or word as they follow each other; -1 for what is no word.</param>
internal sealed record QuestionWords(int[] Words, int[] Line);

/// <summary>What tells questions apart: names and phrases as one, other words by stem and by the group of synonyms that they are in, and which of these stand side by side.</summary>
internal sealed class QuestionFeatures
{
    private const int MostRemembered = 20_000;
    private const double LeastSimilarity = 0.6;

    /// <summary>So many words that mean nearly the same stand in for one that no expected question has.</summary>
    private const int MostRelated = 2;

    /// <summary>Who, when, where, why and how tell what is wanted; common as they are, rarity would make little of them.</summary>
    private const float OfAQuestionWord = 2;

    /// <summary>A pair that fewer expected questions have tells nothing of others.</summary>
    private const int FewestWithPair = 2;

    private readonly PhraseTable _phrases;
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(int First, int Second), int> _pairs = [];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, WeightedFeature[]> _related = new(StringComparer.Ordinal);

    public QuestionFeatures(PhraseTable phrases, IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        _phrases = phrases;
        for (var group = 0; group < synonyms.Count; group++)
        {
            foreach (var words in synonyms[group])
            {
                if (!words.Contains(' ', StringComparison.Ordinal))
                {
                    _groups.TryAdd(WordForms.StemOf(words), $"s:{group}");
                }
            }
        }
    }

    public int Count => _numbers.Count + _pairs.Count;

    /// <summary>True where an expected question has the word.</summary>
    public bool Has(string stem) => _numbers.ContainsKey(stem);

    /// <summary>An expected question's words, each once; those not met before are added.</summary>
    public QuestionWords Learn(Token[] tokens)
    {
        var words = new List<int>(tokens.Length * 2);
        var line = new List<int>(tokens.Length);
        foreach (var (key, isFirst) in Keys(tokens))
        {
            var number = key is null ? -1 : NumberOf(key);
            if (isFirst)
            {
                line.Add(number);
            }

            if (number >= 0 && !words.Contains(number))
            {
                words.Add(number);
            }
        }

        return new QuestionWords([.. words], [.. line]);
    }

    private int NumberOf(string key)
    {
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers[key] = number = _numbers.Count;
        }

        return number;
    }

    /// <summary>Takes the pairs that several of the expected questions have for features, once all words are learnt.</summary>
    public void LearnPairs(IEnumerable<QuestionWords> questions)
    {
        var holders = new Dictionary<(int, int), int>();
        foreach (var (_, line) in questions)
        {
            for (var at = 1; at < line.Length; at++)
            {
                if (line[at - 1] >= 0 && line[at] >= 0)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(holders, (line[at - 1], line[at]), out _)++;
                }
            }
        }

        foreach (var (pair, count) in holders)
        {
            if (count >= FewestWithPair)
            {
                _pairs[pair] = Count;
            }
        }
    }

    /// <summary>All features of an expected question, each once.</summary>
    public int[] Of(QuestionWords question)
    {
        var features = new List<int>(question.Words.Length + question.Line.Length);
        features.AddRange(question.Words);
        for (var at = 1; at < question.Line.Length; at++)
        {
            if (_pairs.TryGetValue((question.Line[at - 1], question.Line[at]), out var pair) && !features.Contains(pair))
            {
                features.Add(pair);
            }
        }

        return [.. features];
    }

    /// <summary>The words of a question, each once, with how nearly it has them; words that no expected question has count by what they mean.</summary>
    /// <param name="pairs">The pairs that it has, as features.</param>
    public List<WeightedFeature> Of(Token[] tokens, List<WeightedFeature> pairs)
    {
        var features = new List<WeightedFeature>(tokens.Length * 2);
        var asksWhether = tokens.Length > 0 && tokens[0].Lower is "did" or "does" or "do" or "is" or "are" or "was" or "were" or "has" or "have" or "had" or "will";
        var before = -1;
        foreach (var (key, isFirst) in Keys(tokens))
        {
            var number = key is null ? -1 : _numbers.GetValueOrDefault(key, -1);
            if (number >= 0)
            {
                // "Did anybody drown when it sank?" asks no time.
                Add(features, number, !asksWhether && key is "who" or "when" or "where" or "why" or "how" ? OfAQuestionWord : 1);
            }
            else if (key?.Length > 1 && key[1] != ':')
            {
                foreach (var (related, share) in Related(key))
                {
                    Add(features, related, share);
                }
            }

            if (isFirst)
            {
                if (_pairs.TryGetValue((before, number), out var pair))
                {
                    Add(pairs, pair, 1);
                }

                before = number;
            }
        }

        return features;

        static void Add(List<WeightedFeature> to, int number, float share)
        {
            foreach (var (known, _) in to)
            {
                if (known == number)
                {
                    return;
                }
            }

            to.Add(new WeightedFeature(number, share));
        }
    }

    private WeightedFeature[] Related(string stem)
    {
        if (_related.TryGetValue(stem, out var known))
        {
            return known;
        }

        var words = Lexicon.English.Related(stem)
            .Where(word => word.Similarity >= LeastSimilarity && _numbers.ContainsKey(word.Stem))
            .OrderByDescending(word => word.Similarity).Take(MostRelated).ToArray();
        WeightedFeature[] related = [.. words.Select(word => new WeightedFeature(_numbers[word.Stem], (float)word.Similarity / words.Length))];
        if (_related.Count < MostRemembered)
        {
            _related.TryAdd(stem, related);
        }

        return related;
    }

    /// <summary>What the words of a question are known by, the first of each as that which stands for it beside others; null for what is no word.</summary>
    private IEnumerable<(string? Key, bool IsFirst)> Keys(Token[] tokens)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (!tokens[at].IsWord)
            {
                yield return (null, true);
            }
            else if (_phrases.At(tokens, at, out var end) is { } concept)
            {
                yield return (concept, true);
                at = end - 1;
            }
            else
            {
                var hasGroup = _groups.TryGetValue(tokens[at].Stem, out var group);
                if (hasGroup)
                {
                    yield return (group, true);
                }

                yield return (tokens[at].Stem, !hasGroup);
            }
        }
    }
}
