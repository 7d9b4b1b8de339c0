using System.Globalization;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Curation;

/// <summary>Finds the words that curated items stand on, and says what the article has instead where they are not there.</summary>
internal sealed class Evidence(ArticleText article)
{
    private readonly string _text = article.Article.Text;
    private string? _plain;

    /// <summary>The only place of the words in the whole article.</summary>
    /// <exception cref="CurationMismatchException">They are not there, or there more than once.</exception>
    public Span Find(Words words) => Find(words, new Span(0, _text.Length))
        ?? throw Bad(words, $"are not in the article.{Nearest(words.Text)}");

    /// <summary>The only place of the words near some evidence: inside it, else in its sentences, else in its paragraph.</summary>
    public Span FindNear(Words words, IReadOnlyList<Span> evidence)
    {
        foreach (var scope in evidence.Concat(evidence.Select(SentencesOf)).Concat(evidence.Select(ParagraphOf)))
        {
            if (Find(words, scope) is { } place)
            {
                return place;
            }
        }

        throw Bad(words, $"are not in the evidence, nor in its sentence or paragraph.{Nearest(words.Text)}");
    }

    /// <summary>Every place of the words, as whole words.</summary>
    public IEnumerable<Span> All(string words)
    {
        for (var from = 0; Next(words, from, _text.Length) is { } place; from = place.Start + 1)
        {
            yield return place;
        }
    }

    /// <summary>Ids of the sentences that a place touches.</summary>
    public IEnumerable<string> SentenceIds(Span place) =>
        article.Sentences.Where(sentence => place.Overlaps(sentence.Span)).Select(sentence => sentence.Id);

    public static CurationMismatchException Bad(Words words, string what) => Bad(words.Item, $"the words '{words.Text}' {what}");

    public static CurationMismatchException Bad(string item, string what) => new(item, what);

    private Span? Find(Words words, Span scope)
    {
        if (Next(words.Text, scope.Start, scope.End) is not { } place)
        {
            return null;
        }

        return Next(words.Text, place.Start + 1, scope.End) is { } second
            ? throw Bad(words, $"are there more than once: in {Place(place)} and in {Place(second)}. Quote more of them.")
            : place;
    }

    private Span? Next(string words, int from, int to)
    {
        while (from + words.Length <= to)
        {
            var at = _text.AsSpan(from, to - from).IndexOf(words, StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }

            var place = new Span(from + at, from + at + words.Length);
            if (!Joined(place.Start) && !Joined(place.End))
            {
                return place;
            }

            from = place.Start + 1;
        }

        return null;
    }

    /// <summary>Whether a word runs over this boundary: "on" is not in "one".</summary>
    private bool Joined(int at) =>
        at > 0 && at < _text.Length && char.IsLetterOrDigit(_text[at - 1]) && char.IsLetterOrDigit(_text[at]);

    private Span SentencesOf(Span evidence)
    {
        var touched = article.Sentences.Where(sentence => evidence.Overlaps(sentence.Span)).ToList();
        return touched.Count == 0 ? evidence : new Span(touched[0].Start, touched[^1].End);
    }

    private Span ParagraphOf(Span evidence) =>
        article.Article.Paragraphs.FirstOrDefault(paragraph => paragraph.Overlaps(evidence), evidence);

    private string Place(Span span)
    {
        var sentence = article.Sentences.FirstOrDefault(s => span.Overlaps(new Span(s.Start, s.End)));
        return string.Create(CultureInfo.InvariantCulture, $"{sentence?.Id ?? "the article"} at {span.Start}");
    }

    /// <summary>What stands there in other characters or case; else how far the words can be followed.</summary>
    private string Nearest(string words)
    {
        _plain ??= Plain(_text);
        var plain = Plain(words);
        if (_plain.IndexOf(plain, StringComparison.Ordinal) is >= 0 and var at)
        {
            return $" It has '{_text.Substring(at, words.Length)}': evidence is quoted character by character (quotation marks, dashes, capitals).";
        }

        for (var length = plain.LastIndexOf(' '); length > 0; length = plain.LastIndexOf(' ', length - 1))
        {
            if (_plain.IndexOf(plain[..length], StringComparison.Ordinal) is >= 0 and var start)
            {
                return $" Nearest: '{_text.Substring(start, Math.Min(words.Length + 20, _text.Length - start)).ReplaceLineEndings(" ")}'.";
            }
        }

        return "";
    }

    /// <summary>The same length, so that a place in it is a place in the article.</summary>
    private static string Plain(string text) => string.Create(text.Length, text, static (plain, from) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = from[i] switch
            {
                '“' or '”' or '„' or '«' or '»' => '"',
                '‘' or '’' or '`' => '\'',
                '–' or '—' or '‑' or '−' => '-',
                '\u00A0' or '\u202F' or '\n' or '\r' or '\t' => ' ',
                var c => char.ToLowerInvariant(c),
            };
        }
    });
}
