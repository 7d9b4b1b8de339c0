using System.Collections.Concurrent;
using ChannelBot.Core.Grammar;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.FixedTexts;
using ChannelBot.Planner.Guards.Relations;

namespace ChannelBot.Planner.Guards;

/// <summary>An article as the guards need it: its sentences, each read at its first citation, and the names that mean the same.</summary>
internal sealed class EvidenceBook
{
    private readonly SentenceEvidence?[] _sentences;
    private readonly Dictionary<string, Figure> _figures;
    private readonly Dictionary<string, List<string>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Alias>> _aliases = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, ClauseMap> _clauses = new(StringComparer.Ordinal);
    private readonly Lazy<Capitals> _capitals;

    public EvidenceBook(KnowledgeFile knowledge)
    {
        Knowledge = knowledge;
        _sentences = new SentenceEvidence?[knowledge.Sentences.Count];
        foreach (var entity in knowledge.Entities)
        {
            foreach (var name in entity.Aliases.Append(entity.Name).Append(entity.Role ?? "").Where(name => name.Length > 0))
            {
                AddAlias(entity.Id, Tokenizer.Tokenize(name));
            }
        }

        _figures = knowledge.Figures.ToDictionary(figure => figure.Id, StringComparer.Ordinal);
        _capitals = new Lazy<Capitals>(ReadCapitals);
        var title = ReviewedText.ShortTitle(knowledge);
        TitleWords = Tokenizer.Tokenize(title).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A name of an entity, as lower-case words without "the" before them.</summary>
    internal sealed record Alias(string Entity, string[] Words);

    public KnowledgeFile Knowledge { get; }

    /// <summary>Stems of the short title by which answers call the article.</summary>
    public HashSet<string> TitleWords { get; }

    /// <summary>The sentences that <paramref name="place"/> touches.</summary>
    public IEnumerable<SentenceEvidence> Touched(Span place)
    {
        for (var at = First(place.Start); at < _sentences.Length && Knowledge.Sentences[at].Start < place.End; at++)
        {
            yield return _sentences[at] ??= Read(Knowledge.Sentences[at]);
        }
    }

    /// <summary>How the article writes its words.</summary>
    public Capitals Capitals => _capitals.Value;

    /// <summary>The clauses of a sentence, read once.</summary>
    public ClauseMap ClausesOf(SentenceEvidence evidence) =>
        _clauses.GetOrAdd(evidence.Sentence.Id, static (_, read) => ClauseMap.Of(read.Text, read.Capitals), (evidence.Sentence.Text, Capitals));

    public Figure? Figure(string id) => _figures.GetValueOrDefault(id);

    /// <summary>The names that begin with a word.</summary>
    public IReadOnlyList<Alias> BeginningWith(string lower) => _aliases.TryGetValue(lower, out var aliases) ? aliases : [];

    /// <summary>Entities with this word anywhere in a name or role.</summary>
    public IReadOnlyList<string> WithWord(string lower) => _byWord.TryGetValue(lower, out var entities) ? entities : [];

    private void AddAlias(string entity, Token[] tokens)
    {
        var words = tokens.Where(token => token.IsWord).Select(token => token.Lower).SkipWhile(word => word is "the" or "a" or "an").ToArray();
        if (words.Length == 0)
        {
            return;
        }

        if (!_aliases.TryGetValue(words[0], out var aliases))
        {
            _aliases.Add(words[0], aliases = []);
        }

        aliases.Add(new Alias(entity, words));
        foreach (var word in words.Where(word => word is not ("the" or "a" or "an")))
        {
            if (!_byWord.TryGetValue(word, out var entities))
            {
                _byWord.Add(word, entities = []);
            }

            if (!entities.Contains(entity))
            {
                entities.Add(entity);
            }
        }
    }

    private Capitals ReadCapitals()
    {
        var capitals = new Capitals();
        foreach (var sentence in Knowledge.Sentences)
        {
            capitals.Look(WordReader.Read(sentence.Text, 0, QuantityScanner.Scan(sentence.Text)));
        }

        return capitals;
    }

    private SentenceEvidence Read(Sentence sentence)
    {
        var place = sentence.Span;
        var present = Knowledge.Entities.Where(entity => entity.Mentions.Any(place.Overlaps));
        var speakers = Knowledge.Quotes.Where(quote => quote.Spans.Any(place.Overlaps)).Select(quote => quote.Speaker)
            .Concat(Knowledge.Statements.Where(statement => statement.Sentence == sentence.Id).Select(statement => statement.Speaker))
            .Concat(Knowledge.Facts.Where(fact => fact.Evidence.Overlaps(place)).Select(fact => fact.Speaker));
        return new SentenceEvidence(sentence, present, speakers.OfType<string>(), Knowledge.Figures.Where(figure => figure.Sentence == sentence.Id));
    }

    private int First(int start)
    {
        var (low, high) = (0, Knowledge.Sentences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Knowledge.Sentences[middle].End <= start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
