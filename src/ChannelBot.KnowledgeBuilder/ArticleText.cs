using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.KnowledgeBuilder;

/// <summary>The article as read: its paragraphs and sentences, with their places.</summary>
internal sealed record ArticleText(Article Article, IReadOnlyList<Sentence> Sentences)
{
    private const int WordsOfTitle = 8;

    /// <exception cref="BadInputException">The bytes are not the text of an article.</exception>
    public static ArticleText Read(byte[] bytes, string name)
    {
        var text = Decode(bytes, "article", name);
        var paragraphs = Paragraphs(text);
        if (paragraphs.Count == 0)
        {
            throw new BadInputException("article", $"The article '{name}' is empty. It needs plain text, one paragraph a line.");
        }

        var article = new Article(Title(text, paragraphs[0]), Convert.ToHexStringLower(SHA256.HashData(bytes)), text, paragraphs);
        return new ArticleText(article, SentencesOf(text, paragraphs));
    }

    /// <summary>Strict UTF-8: a place with a replacement character could never be quoted exactly.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string field, string name)
    {
        var body = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var chars = new char[body.Length];
        var status = Utf8.ToUtf16(body, chars, out var read, out var written, replaceInvalidSequences: false);
        if (status != System.Buffers.OperationStatus.Done)
        {
            var at = read + bytes.Length - body.Length;
            throw new BadInputException(
                field,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The {field} '{name}' is not UTF-8: byte {bytes[at]:X2} at offset {at} begins no character. Save it as UTF-8."));
        }

        var zero = body.IndexOf((byte)0);
        if (zero >= 0)
        {
            throw new BadInputException(
                field,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The {field} '{name}' is not plain text: it has a zero byte at offset {zero + bytes.Length - body.Length}."));
        }

        return new string(chars, 0, written);
    }

    private static List<Span> Paragraphs(string text)
    {
        var paragraphs = new List<Span>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            if (Trimmed(text, start, end) is { Length: > 0 } paragraph)
            {
                paragraphs.Add(paragraph);
            }

            start = end + 1;
        }

        return paragraphs;
    }

    private static Span Trimmed(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return new Span(start, end);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF';

    private static List<Sentence> SentencesOf(string text, List<Span> paragraphs)
    {
        var sentences = new List<Sentence>();
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var spans = SentenceSplitter.Split(text, paragraphs[p]);
            for (var s = 0; s < spans.Count; s++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"p{p + 1}.s{s + 1}");
                sentences.Add(new Sentence(id, p + 1, spans[s].Start, spans[s].End, text[spans[s].Start..spans[s].End]));
            }
        }

        return sentences;
    }

    /// <summary>The first words of the article, whole words only.</summary>
    private static string Title(string text, Span first)
    {
        var words = 0;
        for (var i = first.Start; i < first.End; i++)
        {
            if (text[i] == ' ' && ++words == WordsOfTitle)
            {
                return string.Concat(text.AsSpan(first.Start, i - first.Start).TrimEnd(",;:—–-"), "…");
            }
        }

        return text[first.Start..Math.Min(first.End, first.Start + 120)];
    }
}
