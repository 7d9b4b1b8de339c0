using System.Collections.Frozen;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>A sentence of an article, with what tells its worth.</summary>
internal sealed record StorySentence
{
    private static readonly FrozenSet<string> s_pointingBack =
        "it they he she this these those his her their its another such both neither either none others".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public required Sentence Sentence { get; init; }

    /// <summary>Its place in the article, from 0.</summary>
    public required int At { get; init; }

    /// <summary>Stems of its words that have a meaning.</summary>
    public required FrozenSet<string> Contents { get; init; }

    /// <summary>How much of what the article talks about stands in it, from 0 to 1.</summary>
    public required float Centrality { get; init; }

    /// <summary>Its numbers that count or measure something: no ages, years or times of day.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>The share of it that stands in quotation marks.</summary>
    public required float Quoted { get; init; }

    /// <summary>Who is quoted in it without being named in it; null where it can be read alone.</summary>
    public required Entity? UnnamedSpeaker { get; init; }

    /// <summary>The line above the story rather than a sentence of it.</summary>
    public required bool IsHeadline { get; init; }

    /// <summary>It begins with a word that stands for something said before; "this year" does not.</summary>
    public required bool PointsBack { get; init; }

    public int Words => Sentence.Text.AsSpan().Count(' ') + 1;

    public Span Span => new(Sentence.Start, Sentence.End);

    /// <summary>Its own words, its quotation marks made to pair; its speaker before them where it does not say.</summary>
    public string Text
    {
        get
        {
            var words = Sentence.Text;
            if (UnnamedSpeaker is { } speaker)
            {
                return $"{speaker.Name}: {Quotation.Of(words.Trim('“', '”', '"', ' '))}";
            }

            return words.AsSpan().IndexOfAny('“', '”') >= 0 ? Quotation.Of(words) : words;
        }
    }

    public static StorySentence Read(ArticleIndex index, Sentence sentence, int at, FrozenSet<string> contents, float centrality)
    {
        var span = sentence.Span;
        var quoted = 0;
        Entity? speaker = null;
        foreach (var quote in index.Knowledge.Quotes)
        {
            foreach (var part in quote.Spans.Where(part => part.Overlaps(span)))
            {
                quoted += Math.Min(part.End, span.End) - Math.Max(part.Start, span.Start);
                speaker ??= quote.Speaker is { } id ? index.Entity(id) : null;
            }
        }

        var isNamed = speaker is null || quoted < span.Length - 8;
        return new StorySentence
        {
            Sentence = sentence,
            At = at,
            Contents = contents,
            Centrality = centrality,
            Figures = [.. index.Knowledge.Figures.Where(figure => figure.Sentence == sentence.Id && Counts(figure))],
            Quoted = (float)quoted / span.Length,
            UnnamedSpeaker = isNamed ? null : speaker,
            IsHeadline = at == 0 && index.Knowledge.Sentences.Count > 1 && char.IsLetterOrDigit(sentence.Text[^1]),
            PointsBack = index.TokensOf(sentence) is [var first, .. var rest] && s_pointingBack.Contains(first.Lower) && rest is not [{ Lower: "year" or "week" or "month" }, ..],
        };
    }

    private static bool Counts(Figure figure) => figure.Form is NumberForm.Count or NumberForm.Percent or NumberForm.Money or NumberForm.Measure
        or NumberForm.Fraction or NumberForm.OneIn or NumberForm.Multiplier or NumberForm.Score;
}
