using System.Net;
using System.Text.RegularExpressions;
using ChannelBot.Core.Knowledge;
using ChannelBot.Host.Page;

namespace ChannelBot.Host.Tests.Page;

public sealed partial class ArticlePageTests
{
    private const string Template = "<title>{{title}}</title>{{article}}<i nonce='{{nonce}}'>";

    private static readonly KnowledgeFile Shipped =
        KnowledgeReader.Read(Path.Combine(AppContext.BaseDirectory, "knowledge", "channel-crossings", "knowledge.json"));

    [Fact]
    public void The_page_holds_the_article_word_for_word()
    {
        var paragraphs = Paragraph().Matches(Write(Shipped)).Select(match => WebUtility.HtmlDecode(Tag().Replace(match.Groups[1].Value, "")));

        Assert.Equal(Shipped.Article.Text.TrimEnd().Split('\n'), paragraphs);
    }

    [Fact]
    public void Each_sentence_has_the_id_that_answers_cite()
    {
        var page = Write(Shipped);

        Assert.All(Shipped.Sentences, sentence => Assert.Contains(
            $"<span class=\"sentence\" id=\"{sentence.Id}\">{WebUtility.HtmlEncode(sentence.Text)}</span>", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Markup_in_the_article_is_text()
    {
        const string Text = "<script>x</script> & so on.";
        var knowledge = Shipped with
        {
            Article = new Article("<b>", "test", Text, [new Span(0, Text.Length)]),
            Sentences = [new Sentence("p1.s1", 1, 0, Text.Length, Text)],
        };

        var page = Write(knowledge);

        Assert.Contains("&lt;script&gt;x&lt;/script&gt; &amp; so on.", page, StringComparison.Ordinal);
        Assert.StartsWith("<title>&lt;b&gt;</title>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the harbour bridge article", "Harbour bridge")]
    [InlineData("Mayor Smith has announced", "Mayor Smith has announced")]
    [InlineData("the article", "Article")]
    public void The_headline_is_the_title_without_the_words_around_it(string title, string headline) => Assert.StartsWith(
        $"<title>{headline}</title>",
        Write(Shipped with { Article = Shipped.Article with { Title = title } }),
        StringComparison.Ordinal);

    private static string Write(KnowledgeFile knowledge) => new ArticlePage(knowledge, Template, ArticlePlace.Front).Write("n");

    [GeneratedRegex("""<p class="paragraph"><span class="number" aria-hidden="true">\d+</span>(.*?)</p>""")]
    private static partial Regex Paragraph();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
