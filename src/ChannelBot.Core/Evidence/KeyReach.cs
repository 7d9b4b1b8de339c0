using System.Collections.Concurrent;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>A word or concept of the article that a word of a question means, and how nearly.</summary>
internal sealed record ReachedKey(string Key, float Similarity);

/// <summary>Finds what a question's words mean among the words and concepts of an article; what it finds is remembered.</summary>
internal sealed class KeyReach(HashSet<string> keys, IReadOnlyDictionary<string, string[]> synonyms)
{
    private const int MostRememberedWords = 20_000;
    private const float LeastSimilarity = 0.45f;

    /// <summary>A person vouched for a curated synonym.</summary>
    private const float OfASynonym = 0.95f;

    private readonly ConcurrentDictionary<string, ReachedKey[]> _reach = new(StringComparer.Ordinal);

    /// <summary>The word itself first, where the article has it; then its curated synonyms, then what the lexicon has.</summary>
    public ReachedKey[] Of(string key)
    {
        if (_reach.TryGetValue(key, out var known))
        {
            return known;
        }

        var reach = new Dictionary<string, float>(StringComparer.Ordinal);
        if (keys.Contains(key))
        {
            reach[key] = 1;
        }

        foreach (var synonym in synonyms.GetValueOrDefault(key, []))
        {
            if (keys.Contains(synonym))
            {
                reach.TryAdd(synonym, OfASynonym);
            }
        }

        if (key.Length < 2 || key[1] != ':')
        {
            AddSimilar(key, reach);
        }

        ReachedKey[] found = [.. reach.Select(entry => new ReachedKey(entry.Key, entry.Value))];
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
            if (similarity >= LeastSimilarity && similarity > reach.GetValueOrDefault(word) && keys.Contains(word))
            {
                reach[word] = (float)similarity;
            }
        }
    }
}
