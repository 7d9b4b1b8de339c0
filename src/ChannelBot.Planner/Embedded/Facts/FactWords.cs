using System.Collections.Concurrent;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Grammar;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>The stems of the words by which a curation expects a fact to be asked for, worked out once for each fact.</summary>
internal sealed class FactWords(ArticleIndex index)
{
    private readonly ConcurrentDictionary<string, (HashSet<string> Right, HashSet<string> Denied)> _words = new(StringComparer.Ordinal);

    /// <summary>Those of the questions that it answers, its other words and its sentence.</summary>
    public HashSet<string> Right(Fact fact) => Of(fact).Right;

    /// <summary>Those of what it denies.</summary>
    public HashSet<string> Denied(Fact fact) => Of(fact).Denied;

    private (HashSet<string> Right, HashSet<string> Denied) Of(Fact fact) => _words.GetOrAdd(fact.Id, _ =>
        ([.. Stems(fact.Asks.Select(ask => ask.Text).Concat(fact.Words)), .. index.TokensOf(index.Passages.First(passage => passage.Fact?.Id == fact.Id).Sentence).Select(token => token.Stem)],
        [.. Stems(fact.Denies)]));

    private static IEnumerable<string> Stems(IEnumerable<string> texts) => texts.SelectMany(text => Tokenizer.Tokenize(text)).SelectMany(token => new[] { token.Stem, Verbs.Lemma(token.Lower) });
}
