using ChannelBot.Bot.Rendering;

namespace ChannelBot.Bot.Tests.Rendering;

public sealed class MarkdownTests
{
    private static readonly HashSet<int> One = [1, 2, 3];

    [Theory]
    [InlineData("<b>bold</b>", @"\<b>bold\</b>")]
    [InlineData("[x](http://evil)", @"\[x\](http\://evil)")]
    [InlineData("![x](y)", @"!\[x\](y)")]
    [InlineData("*a* _b_ `c` ~d~", @"\*a\* \_b\_ \`c\` \~d\~")]
    [InlineData("# not a heading", @"\# not a heading")]
    [InlineData("1. not a list", @"1\. not a list")]
    [InlineData("> not a quotation", @"\> not a quotation")]
    [InlineData("www.example.org and me@example.org", @"www\.example.org and me\@example.org")]
    [InlineData("&lt;b&gt;", @"\&lt;b\&gt;")]
    [InlineData("About 57% (56.96%): 18 & 20.", "About 57% (56.96%): 18 & 20.")]
    public void What_looks_like_markup_is_text(string text, string markdown) => Assert.Equal(markdown, Markdown.From(text, One));

    [Theory]
    [InlineData("So it is [1].", "So it is [1].")]
    [InlineData("So it is [1][2][3].", "So it is [1] [2] [3].")]
    [InlineData("So it is [1] [2].", "So it is [1] [2].")]
    [InlineData("So it is [1](http://evil).", @"So it is [1]\(http\://evil).")]
    [InlineData("[1]: http://evil", @"[1]\: http\://evil")]
    [InlineData("So it is [9].", "So it is .")]
    public void Marks_cite_and_nothing_else(string text, string markdown) => Assert.Equal(markdown, Markdown.From(text, One));

    [Fact]
    public void Lines_are_paragraphs_and_a_list_stays_one() =>
        Assert.Equal("He said:\n\n- one [1]\n- two\n\nAnd then.", Markdown.From("He said:\n- one [1]\n- two\nAnd then.", One));

    [Fact]
    public void Control_characters_and_marks_that_turn_the_direction_are_left_out() =>
        Assert.Equal("abc", Markdown.From("a\u0000\u202Eb\u2066c\uD800", One));
}
