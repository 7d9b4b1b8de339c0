using System.Globalization;
using System.Net;
using System.Text;
using ChannelBot.Core.Knowledge;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChannelBot.Host.Page;

/// <summary>The page with the article in it, sentence by sentence, each with its id as an answer cites it.</summary>
internal sealed class ArticlePage
{
    private const string Nonce = "{{nonce}}";

    private readonly string _before;
    private readonly string _after;

    public ArticlePage(KnowledgeFile knowledge, string template, ArticlePlace place)
    {
        var page = template
            .Replace("{{root}}", place.Root, StringComparison.Ordinal)
            .Replace("{{chat}}", place.Chat, StringComparison.Ordinal)
            .Replace("{{session}}", place.Session, StringComparison.Ordinal)
            .Replace("{{title}}", WebUtility.HtmlEncode(Headline(knowledge.Article.Title)), StringComparison.Ordinal)
            .Replace("{{article}}", Paragraphs(knowledge), StringComparison.Ordinal);
        var at = page.IndexOf(Nonce, StringComparison.Ordinal);
        (_before, _after) = (page[..at], page[(at + Nonce.Length)..]);
    }

    /// <param name="nonce">By which this one response's styles are known to be ours.</param>
    public string Write(string nonce) => string.Concat(_before, nonce, _after);

    public ContentHttpResult Show(HttpContext context)
    {
        var nonce = PageHeaders.NewNonce();
        PageHeaders.Set(context, nonce);
        return TypedResults.Content(Write(nonce), PageHeaders.Html);
    }

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

/// <summary>Where a page of an article stands, as its relative addresses need it.</summary>
/// <param name="Root">From the page to the host's root: "" or "../".</param>
/// <param name="Chat">From the page to where it gets its token and its transcript.</param>
/// <param name="Session">The code of the session that the page belongs to; empty for none.</param>
internal sealed record ArticlePlace(string Root, string Chat, string Session)
{
    public static ArticlePlace Front { get; } = new("", "webchat", "");
}
