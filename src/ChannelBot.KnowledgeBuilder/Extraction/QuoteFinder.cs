using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Joins the parts of each quotation and finds who speaks: before it, after it, in its middle, or a paragraph earlier.</summary>
internal sealed class QuoteFinder(ArticleText article, List<Reading> readings, Speakers speakers)
{
    private readonly string _text = article.Article.Text;
    private readonly List<Quote> _quotes = [];

    /// <summary>The speaker and the paragraph of the quotation or attribution before.</summary>
    private string? _lastSpeaker;
    private int _lastParagraph = -2;

    public List<Quote> Find()
    {
        var spans = QuotedSpan.Find(_text, article.Article.Paragraphs);
        for (var i = 0; i < spans.Count;)
        {
            var next = i + 1;
            while (next < spans.Count && Continues(spans[next - 1], spans[next]))
            {
                next++;
            }

            Add(spans.GetRange(i, next - i));
            i = next;
        }

        return _quotes;
    }

    /// <summary>Whether a part goes on where the one before ended: in the next paragraph, unclosed, or behind an attribution.</summary>
    private bool Continues(QuotedSpan before, QuotedSpan part)
    {
        var opens = part.Inner.Start - 1;
        if (part.Paragraph == before.Paragraph + 1)
        {
            return !before.IsClosed && opens == article.Article.Paragraphs[part.Paragraph].Start;
        }

        if (part.Paragraph != before.Paragraph || !before.IsClosed || !IsFull(before))
        {
            return false;
        }

        // “First part,” said Ann Lee, “second part.” or “First.” Lee said. “Second.”: one attribution between, nothing else.
        var between = new Span(before.Inner.End + 1, opens);
        var sentence = ReadingAt(between.Start)?.Sentence;
        return between.Length < 160 && (sentence is null || sentence.End >= between.End - 2) && AttributionIn(between) is not null && !_text.AsSpan(between.Start, between.Length).TrimEnd().EndsWith(':');
    }

    /// <summary>A whole utterance ends in a stop or comma inside its marks; "called it “odd”" quotes a word or two.</summary>
    private bool IsFull(QuotedSpan span) => span.Inner.Length > 0 && _text[span.Inner.End - 1] is ',' or '.' or '?' or '!' or '…' or '—';

    private void Add(List<QuotedSpan> parts)
    {
        var first = parts[0];
        var last = parts[^1];
        var attribution = Attributed(parts);
        string? speaker = null;
        string? words = null;
        if (attribution is var (reading, found))
        {
            speaker = speakers.Resolve(reading, found.Speaker, Near(first.Paragraph) ? _lastSpeaker : null);
            words = reading.Text(found.Words.First, found.Words.Last);
        }
        else if (Near(first.Paragraph) && IsFull(last) && first.Inner.Length > 20)
        {
            speaker = _lastSpeaker;
        }

        if (speaker is not null)
        {
            _lastSpeaker = speaker;
        }

        _lastParagraph = last.Paragraph;
        Span[] spans = [.. parts.Select(part => part.Inner)];
        _quotes.Add(new Quote(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"q{_quotes.Count + 1}"),
            speaker,
            words,
            string.Join(' ', spans.Select(span => _text[span.Start..span.End])),
            spans,
            [.. spans.SelectMany(Sentences).Distinct(StringComparer.Ordinal)]));
    }

    private bool Near(int paragraph) => paragraph - _lastParagraph <= 1;

    private (Reading, Attribution)? Attributed(List<QuotedSpan> parts)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts[i].Paragraph == parts[i - 1].Paragraph && AttributionIn(new Span(parts[i - 1].Inner.End + 1, parts[i].Inner.Start - 1)) is { } between)
            {
                return between;
            }
        }

        var first = parts[0];
        var last = parts[^1];
        var before = Before(first);
        var isIntroduced = before.Length > 0 && _text.AsSpan(before.Start, before.Length).TrimEnd() is [.., ':' or ','];
        if (isIntroduced && AttributionIn(before) is { } introduced)
        {
            return introduced;
        }

        // "called it “odd” and said he would": for a word or two, what stands before counts.
        if (!IsFull(last) && AttributionIn(before, isBroad: true) is { } calling)
        {
            return calling;
        }

        if (After(last) is var after && after.Length > 0 && (IsFull(last) || !isIntroduced) && AttributionIn(after, mustBegin: IsFull(last)) is { } behind)
        {
            return behind;
        }

        return AttributionIn(before) ?? Earlier(first);
    }

    /// <summary>The same sentence up to the opening mark.</summary>
    private Span Before(QuotedSpan first)
    {
        var reading = ReadingAt(first.Inner.Start);
        return new Span(reading is null ? first.Inner.Start - 1 : Math.Min(reading.Sentence.Start, first.Inner.Start - 1), first.Inner.Start - 1);
    }

    /// <summary>The rest of the sentence behind the closing mark; where the mark ends the sentence, the next sentence of the paragraph.</summary>
    private Span After(QuotedSpan last)
    {
        var from = Math.Min(last.Inner.End + 1, _text.Length);
        var reading = ReadingAt(last.Inner.End);
        if (reading is null)
        {
            return default;
        }

        if (reading.Sentence.End > from)
        {
            return new Span(from, reading.Sentence.End);
        }

        var next = ReadingAt(reading.Sentence.End + 1);
        return next is not null && next.Sentence.Paragraph == reading.Sentence.Paragraph && IsShortAttribution(next)
            ? next.Sentence.Span
            : default;
    }

    /// <summary>A sentence of its own that only says who spoke: "Lee said."</summary>
    private static bool IsShortAttribution(Reading next) => next.Sentence.Text.Length < 80 && next.Sentence.Text.AsSpan().IndexOfAny('“', '"', '‘') < 0
        && next.Chunks.Count <= 5;

    /// <summary>A paragraph that is only quotation belongs to whom the paragraph before introduces: "Ann Lee explained why:".</summary>
    private (Reading, Attribution)? Earlier(QuotedSpan first)
    {
        var paragraph = article.Article.Paragraphs[first.Paragraph];
        if (first.Paragraph == 0 || first.Inner.Start - 1 != paragraph.Start)
        {
            return null;
        }

        var before = article.Article.Paragraphs[first.Paragraph - 1];
        var reading = ReadingAt(before.End - 1);
        if (reading is null || _text[before.End - 1] != ':' && _lastParagraph == first.Paragraph - 1 && _lastSpeaker is not null)
        {
            return null;
        }

        return Attribution.Find(reading, 0, reading.Chunks.Count) is { } found ? (reading, found) : null;
    }

    private (Reading, Attribution)? AttributionIn(Span place, bool mustBegin = false, bool isBroad = false)
    {
        if (place.Length <= 1)
        {
            return null;
        }

        for (var at = FirstReading(place.Start); at < readings.Count && readings[at].Sentence.Start < place.End; at++)
        {
            var reading = readings[at];
            int first = 0, last = reading.Chunks.Count;
            while (first < last && reading.Words[reading.Chunks[first].First].Start < place.Start)
            {
                first++;
            }

            while (last > first && reading.Words[reading.Chunks[last - 1].Last - 1].End > place.End)
            {
                last--;
            }

            if (first < last && Attribution.Find(reading, first, last, isBroad) is { } found && (!mustBegin || found.Words.First - reading.Chunks[first].First <= 2))
            {
                return (reading, found);
            }
        }

        return null;
    }

    private IEnumerable<string> Sentences(Span span)
    {
        for (var at = FirstReading(span.Start); at < readings.Count && readings[at].Sentence.Start < span.End; at++)
        {
            yield return readings[at].Sentence.Id;
        }
    }

    private Reading? ReadingAt(int place)
    {
        var at = FirstReading(place);
        return at < readings.Count && readings[at].Sentence.Start <= place ? readings[at] : null;
    }

    /// <summary>Index of the first sentence that ends behind a place.</summary>
    private int FirstReading(int place)
    {
        int low = 0, high = readings.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (readings[middle].Sentence.End <= place)
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
