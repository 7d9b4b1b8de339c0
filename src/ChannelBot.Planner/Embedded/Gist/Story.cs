using System.Collections.Frozen;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Conduct;

namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>An article as its gist needs it: what each sentence is worth, who speaks in it, what it counts.</summary>
internal sealed class Story
{
    /// <summary>A passage is on a topic where it covers so much of it, and nearly as much as the best does.</summary>
    private const float OnTopicScore = 0.5f;

    private const float NearTheBest = 0.75f;

    /// <summary>Neighbours often say the same in other words.</summary>
    private const float OfNeighbours = 0.25f;

    private const int MostHits = 400;

    private readonly FrozenDictionary<string, StorySentence> _sentences;
    private readonly FrozenDictionary<string, float> _rarity;

    public Story(ArticleIndex index)
    {
        Index = index;
        var tokens = Knowledge.Sentences.ToDictionary(sentence => sentence.Id, sentence => Contents(index.TokensOf(sentence)), StringComparer.Ordinal);
        var spread = tokens.Values.SelectMany(stems => stems).CountBy(stem => stem).ToDictionary(StringComparer.Ordinal);
        _rarity = spread.ToFrozenDictionary(entry => entry.Key, entry => MathF.Log(1 + ((float)Knowledge.Sentences.Count / entry.Value)), StringComparer.Ordinal);
        var centralities = tokens.ToDictionary(entry => entry.Key, entry => Centrality(entry.Value, spread), StringComparer.Ordinal);
        var most = Math.Max(0.001f, centralities.Values.DefaultIfEmpty(1).Max());
        Sentences = [.. Knowledge.Sentences.Select((sentence, at) => StorySentence.Read(index, sentence, at, tokens[sentence.Id], centralities[sentence.Id] / most))];
        _sentences = Sentences.ToFrozenDictionary(sentence => sentence.Sentence.Id, StringComparer.Ordinal);
        Dead = DeathToll.Of(Knowledge) is { FigureId.Length: > 0 } toll ? toll.Sentence : null;
    }

    public ArticleIndex Index { get; }

    public KnowledgeFile Knowledge => Index.Knowledge;

    public IReadOnlyList<StorySentence> Sentences { get; }

    /// <summary>The sentence that counts most of the dead; null where nobody is said to have died.</summary>
    public Span? Dead { get; }

    public StorySentence this[string sentence] => _sentences[sentence];

    /// <summary>The lines that are on <paramref name="topic"/>: those that have its words; else by what they stand for, or their sentence.</summary>
    public List<GistLine> On(string topic, List<GistLine> lines)
    {
        var tokens = Tokenizer.Tokenize(topic);
        var terms = Index.Terms(tokens, QuantityScanner.Scan(topic));
        if (terms.All(term => term.Weight == 0))
        {
            return [];
        }

        var asked = terms.Where(term => term.Weight > 0).Select(term => tokens[term.FirstToken].Stem).ToArray();
        if (lines.FindAll(line => Array.TrueForAll(asked, Tokenizer.Tokenize(line.Text).Select(token => token.Stem).Contains)) is { Count: > 0 } named)
        {
            return named;
        }

        var scores = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var hit in Index.Search(tokens, terms, MostHits))
        {
            scores.TryAdd(hit.Passage.Id, hit.Score);
            scores.TryAdd(hit.Passage.Sentence.Id, hit.Score);
        }

        var least = Math.Max(OnTopicScore, NearTheBest * scores.Values.DefaultIfEmpty().Max());
        return lines.FindAll(line => (scores.TryGetValue(line.Id, out var own) ? own : scores.GetValueOrDefault(line.Sentence)) >= least);
    }

    /// <summary>How much two sentences have in common, from 0 to 1.</summary>
    public float Alike(GistLine one, GistLine other)
    {
        var (left, right) = (this[one.Sentence].Contents, this[other.Sentence].Contents);
        var common = left.Where(right.Contains).Sum(stem => _rarity[stem]);
        var isNear = Math.Abs(this[one.Sentence].Sentence.Paragraph - this[other.Sentence].Sentence.Paragraph) <= 1;
        return (isNear ? OfNeighbours : 0) + (common / Math.Max(1, Math.Min(left.Sum(stem => _rarity[stem]), right.Sum(stem => _rarity[stem]))));
    }

    private static FrozenSet<string> Contents(Token[] tokens) =>
        tokens.Where(token => token.IsWord && !token.IsStopWord).Select(token => token.Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How much of what the other sentences talk about stands in this one.</summary>
    private static float Centrality(FrozenSet<string> stems, Dictionary<string, int> spread) =>
        stems.Sum(stem => spread[stem] - 1f) / MathF.Sqrt(stems.Count + 4);
}
