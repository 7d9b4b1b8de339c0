using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>A passage that holds a word, and how plainly, from 0 to 1.</summary>
internal readonly record struct Posting(int Passage, float Weight);

/// <summary>Gathers which passages hold which words and concepts.</summary>
internal sealed class KeyPostings(PhraseTable phrases)
{
    private readonly Dictionary<string, Dictionary<int, float>> _words = new(StringComparer.Ordinal);

    public Dictionary<string, Posting[]> ToPostings() => _words.ToDictionary(word => word.Key, word => Listed(word.Value), StringComparer.Ordinal);

    private static Posting[] Listed(Dictionary<int, float> weights)
    {
        var postings = new Posting[weights.Count];
        var at = 0;
        foreach (var (passage, weight) in weights)
        {
            postings[at++] = new Posting(passage, weight);
        }

        return postings;
    }

    /// <summary>From 0.5 for a word in every sentence to 1 for a word in one.</summary>
    public Dictionary<string, float> Rarity(IReadOnlyCollection<Token[]> sentences)
    {
        var inSentences = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tokens in sentences)
        {
            foreach (var key in Keys(tokens).ToHashSet(StringComparer.Ordinal))
            {
                inSentences[key] = inSentences.GetValueOrDefault(key) + 1;
            }
        }

        var all = Math.Log(1 + sentences.Count);
        return inSentences.ToDictionary(
            entry => entry.Key, entry => (float)(1 - 0.5 * Math.Log(entry.Value) / all), StringComparer.Ordinal);
    }

    /// <summary>Adds all words, expressions and concepts of <paramref name="text"/>.</summary>
    public void Add(int passage, string text, float weight) => Add(passage, Tokenizer.Tokenize(text), weight);

    public void Add(int passage, Token[] tokens, float weight)
    {
        foreach (var key in Keys(tokens))
        {
            AddKey(passage, key, weight);
        }
    }

    /// <summary>Adds one stem or concept; of several weights for a passage the greatest stays.</summary>
    public void AddKey(int passage, string key, float weight)
    {
        if (!_words.TryGetValue(key, out var postings))
        {
            _words[key] = postings = [];
        }

        postings[passage] = Math.Max(postings.GetValueOrDefault(passage), weight);
    }

    /// <summary>Every word with meaning, and besides them the concepts and the expressions that they form.</summary>
    private IEnumerable<string> Keys(Token[] tokens)
    {
        foreach (var expression in Lexicon.English.Phrases.In(tokens))
        {
            yield return expression.Stem;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (phrases.At(tokens, i, out _) is { } concept)
            {
                yield return concept;
            }

            if (tokens[i].IsWord && !tokens[i].IsStopWord)
            {
                yield return tokens[i].Stem;
            }
        }
    }
}
