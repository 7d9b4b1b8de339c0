using System.Globalization;
using System.Net;
using System.Text;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Host.Page;

/// <summary>The page with the article in it, sentence by sentence, each with its id as an answer cites it.</summary>
internal sealed class ArticlePage
{
    private const string Nonce = "{{nonce}}";

    private readonly string _before;
    private readonly string _after;

    public ArticlePage(KnowledgeFile knowledge, string template, string version)
    {
        var page = template
            .Replace("{{version}}", version, StringComparison.Ordinal)
            .Replace("{{title}}", WebUtility.HtmlEncode(Headline(knowledge.Article.Title)), StringComparison.Ordinal)
            .Replace("{{article}}", Paragraphs(knowledge), StringComparison.Ordinal);
        var at = page.IndexOf(Nonce, StringComparison.Ordinal);
        (_before, _after) = (page[..at], page[(at + Nonce.Length)..]);
    }

    /// <param name="nonce">By which this one response's styles are known to be ours.</param>
    public string Write(string nonce) => string.Concat(_before, nonce, _after);

    /// <summary>"the harbour bridge article" is the bot's name for it; a reader's is "Harbour bridge".</summary>
    private static string Headline(string title)
    {
        const string Article = " article";
        var name = title.StartsWith("the ", StringComparison.Ordinal) ? title[4..] : title;
        name = name.EndsWith(Article, StringComparison.Ordinal) ? name[..^Article.Length] : name;
        return name.Length is 0 ? title : char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string Paragraphs(KnowledgeFile knowledge)
    {
        var html = new StringBuilder();
        var text = knowledge.Article.Text;
        var sentences = knowledge.Sentences.ToLookup(sentence => sentence.Paragraph);
        for (var number = 1; number <= knowledge.Article.Paragraphs.Count; number++)
        {
            var paragraph = knowledge.Article.Paragraphs[number - 1];
            html.Append(CultureInfo.InvariantCulture, $"    <p class=\"paragraph\"><span class=\"number\" aria-hidden=\"true\">{number}</span>");
            var at = paragraph.Start;
            foreach (var sentence in sentences[number].OrderBy(sentence => sentence.Start))
            {
                html.Append(WebUtility.HtmlEncode(text[at..sentence.Start]))
                    .Append("<span class=\"sentence\" id=\"").Append(WebUtility.HtmlEncode(sentence.Id)).Append("\">")
                    .Append(WebUtility.HtmlEncode(text[sentence.Start..sentence.End]))
                    .Append("</span>");
                at = sentence.End;
            }

            html.Append(WebUtility.HtmlEncode(text[at..paragraph.End])).Append("</p>\n");
        }

        return html.ToString().TrimEnd();
    }
}
