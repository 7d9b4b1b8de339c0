using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>A feature of a question, and how nearly the question has it: 1 for a word of its own.</summary>
internal sealed record WeightedFeature(int Feature, float Share);

/// <summary>What tells questions apart: names and phrases as one, other words by stem and by the group of synonyms that they are in.</summary>
internal sealed class QuestionFeatures
{
    private const int MostRemembered = 20_000;
    private const double LeastSimilarity = 0.6;

    /// <summary>So many words that mean nearly the same stand in for one that no expected question has.</summary>
    private const int MostRelated = 2;

    /// <summary>Who, when, where, why and how tell what is wanted; common as they are, rarity would make little of them.</summary>
    private const float OfAQuestionWord = 2;

    private readonly PhraseTable _phrases;
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
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

    public int Count => _numbers.Count;

    /// <summary>True where an expected question has the word.</summary>
    public bool Has(string stem) => _numbers.ContainsKey(stem);

    /// <summary>The features of an expected question, each once; those not met before are added.</summary>
    public int[] Learn(Token[] tokens)
    {
        var features = new List<int>(tokens.Length * 2);
        foreach (var key in Keys(tokens))
        {
            if (!_numbers.TryGetValue(key, out var number))
            {
                _numbers[key] = number = _numbers.Count;
            }

            if (!features.Contains(number))
            {
                features.Add(number);
            }
        }

        return [.. features];
    }

    /// <summary>The features of a question, each once, with how nearly it has them; words that no expected question has count by what they mean.</summary>
    public List<WeightedFeature> Of(Token[] tokens)
    {
        var features = new List<WeightedFeature>(tokens.Length * 2);
        var asksWhether = tokens.Length > 0 && tokens[0].Lower is "did" or "does" or "do" or "is" or "are" or "was" or "were" or "has" or "have" or "had" or "will";
        foreach (var key in Keys(tokens))
        {
            if (_numbers.TryGetValue(key, out var number))
            {
                // "Did anybody drown when it sank?" asks no time.
                Add(number, !asksWhether && key is "who" or "when" or "where" or "why" or "how" ? OfAQuestionWord : 1);
            }
            else if (key.Length > 1 && key[1] != ':')
            {
                foreach (var (related, share) in Related(key))
                {
                    Add(related, share);
                }
            }
        }

        return features;

        void Add(int number, float share)
        {
            foreach (var (known, _) in features)
            {
                if (known == number)
                {
                    return;
                }
            }

            features.Add(new WeightedFeature(number, share));
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

    private IEnumerable<string> Keys(Token[] tokens)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (!tokens[at].IsWord)
            {
                continue;
            }

            if (_phrases.At(tokens, at, out var end) is { } concept)
            {
                yield return concept;
                at = end - 1;
            }
            else
            {
                if (_groups.TryGetValue(tokens[at].Stem, out var group))
                {
                    yield return group;
                }

                yield return tokens[at].Stem;
            }
        }
    }
}
