using System.Collections.Frozen;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>What each sentence of an article has, whatever is asked: told once, for every question.</summary>
internal sealed class SentenceTraits
{
    private static readonly FrozenSet<string> s_reasons = "because after due since so blamed caused cause reason as for".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_plainReasons = "because due blamed caused reason meaning".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly Trait[] _traits;
    private readonly string[][] _persons;

    [Flags]
    private enum Trait
    {
        None = 0,
        Headline = 1,
        Quote = 2,
        Reason = 4,
        PlainReason = 8,
    }

    public SentenceTraits(ArticleIndex index)
    {
        var sentences = index.Knowledge.Sentences;
        var quoting = index.Passages.Where(passage => passage.Kind is PassageKind.Quote).Select(passage => passage.Sentence.Id).ToHashSet(StringComparer.Ordinal);
        _traits = new Trait[sentences.Count];
        _persons = new string[sentences.Count][];
        for (var place = 0; place < sentences.Count; place++)
        {
            var tokens = index.TokensOf(sentences[place]);
            _persons[place] = [.. index.EntitiesIn(sentences[place].Span).Where(entity => entity.Kind is EntityKind.Person).Select(entity => entity.Id)];
            _traits[place] = (place == 0 && sentences[0].Text[^1] is not ('.' or '?' or '!' or '”' or '"') ? Trait.Headline : 0)
                | (quoting.Contains(sentences[place].Id) ? Trait.Quote : 0)
                | (Array.Exists(tokens, token => s_reasons.Contains(token.Lower)) ? Trait.Reason : 0)
                | (Array.Exists(tokens, token => s_plainReasons.Contains(token.Lower)) ? Trait.PlainReason : 0);
        }
    }

    /// <summary>It stands over the story rather than in it.</summary>
    public bool IsHeadline(int place) => _traits[place].HasFlag(Trait.Headline);

    public bool Quotes(int place) => _traits[place].HasFlag(Trait.Quote);

    /// <summary>A word that may give a reason: "as", "for", "after".</summary>
    public bool MayGiveReason(int place) => _traits[place].HasFlag(Trait.Reason);

    /// <summary>A word that gives a reason: "because".</summary>
    public bool GivesReason(int place) => _traits[place].HasFlag(Trait.PlainReason);

    /// <summary>Ids of the people whom it names.</summary>
    public IReadOnlyList<string> Persons(int place) => _persons[place];
}
