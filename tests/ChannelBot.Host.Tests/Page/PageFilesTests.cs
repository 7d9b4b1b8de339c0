using ChannelBot.Host.Page;

namespace ChannelBot.Host.Tests.Page;

public sealed class PageFilesTests
{
    private static readonly PageFiles Files = new();

    [Theory]
    [InlineData("page.css")]
    [InlineData("page.js")]
    [InlineData("article.js")]
    [InlineData("icon.svg")]
    public void The_pages_own_files_are_there(string name) => Assert.NotNull(Files.Find(name)!.Plain);

    [Fact]
    public void Web_Chat_is_sent_compressed_to_whoever_takes_it_and_whole_to_others()
    {
        var webChat = Files.Find("webchat.js")!;

        Assert.Equal("br", webChat.For("gzip, deflate, br").Encoding);
        Assert.Equal("gzip", webChat.For("gzip;q=1.0, deflate").Encoding);
        var (body, encoding) = webChat.For(null);
        Assert.Null(encoding);
        Assert.InRange(body.Length, 3_000_000, 5_000_000);
    }

    [Theory]
    [InlineData("../appsettings.json")]
    [InlineData("webchat.js.br")]
    [InlineData("")]
    public void Nothing_else_is(string name) => Assert.Null(Files.Find(name));

    [Fact]
    public void No_file_of_the_page_names_another_site()
    {
        foreach (var name in new[] { "page.html", "page.css", "page.js", "article.js", "citations.js", "look.js" })
        {
            Assert.DoesNotContain("//", System.Text.Encoding.UTF8.GetString(Files.Find(name)!.Plain!).Replace("\n//", "", StringComparison.Ordinal)
                .TrimStart('/').Replace("  //", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }
}
