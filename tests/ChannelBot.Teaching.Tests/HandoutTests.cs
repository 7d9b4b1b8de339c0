using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Handouts;
using ChannelBot.Teaching.Material;
using ChannelBot.Teaching.Rendering;

namespace ChannelBot.Teaching.Tests;

public sealed class HandoutTests
{
    public static TheoryData<string> All => [.. Articles.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_name_time_and_figure_stands_in_the_paragraph_that_is_cited(string name)
    {
        var knowledge = await Articles.ReadAsync(name);
        var handout = new HandoutMaker(knowledge).Make();
        string Paragraph(int number) => handout.Paragraphs[number - 1];

        Assert.All(handout.Timeline, entry => Assert.All(entry.When, when => Assert.Contains(when, Paragraph(entry.Paragraph), StringComparison.Ordinal)));
        Assert.All(handout.Timeline, entry => Assert.Contains(entry.Words, Paragraph(entry.Paragraph), StringComparison.Ordinal));
        Assert.All(handout.Figures, entry => Assert.Contains(entry.Says, Paragraph(entry.Paragraph), StringComparison.Ordinal));
        Assert.All(handout.People.Concat(handout.Organisations).Concat(handout.Places), entry =>
        {
            var entity = knowledge.Entities.First(entity => entity.Name == entry.Name);
            Assert.All(entry.Paragraphs, number => Assert.Contains(
                entity.Mentions, mention => Paragraph(number).Contains(knowledge.Article.Text[mention.Start..mention.End], StringComparison.Ordinal)));
        });
        Assert.NotEmpty(handout.Figures);
        Assert.NotEmpty(handout.Timeline);
        Assert.True(handout.Questions.Count >= 4);
        Assert.DoesNotContain(handout.Questions, question => Deaths.AreIn(question.Text));
        Assert.DoesNotContain(handout.Questions, question => question.Text.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bound_stays_a_bound_and_what_is_worked_out_shows_its_working()
    {
        var handout = new HandoutMaker(await Articles.ReadAsync("channel-crossings")).Make();
        Assert.Contains(handout.Figures, entry => entry is { Says: "at least 60 migrants", CanBe: "60 or more" });
        Assert.Contains(handout.Figures, entry => entry is { Says: "18 percent", CanBe: "17.5% to 18.5%" });
        Assert.Contains(handout.Calculated, entry => entry.Result == "about 26,700 (26,612 to 26,838)" && entry.Working.Count == 1);
    }

    [Fact]
    public async Task The_teacher_is_told_where_the_article_speaks_of_deaths_and_not_where_it_does_not()
    {
        Assert.Contains("paragraph 2", new HandoutMaker(await Articles.ReadAsync("flood")).Make().Note, StringComparison.Ordinal);
        Assert.Null(new HandoutMaker(await Articles.ReadAsync("rail-strike")).Make().Note);
    }

    [Fact]
    public async Task Pages_hold_no_markup_of_the_article_s_and_nothing_from_elsewhere()
    {
        var knowledge = await ChannelBot.KnowledgeBuilder.KnowledgeCompiler.BuildAsync(await WrittenAsync("Ann Lee, the mayor, said 12 <b>of</b> the 30 buses would run on Monday, & more | less.\n"), null, TestContext.Current.CancellationToken);
        var page = HandoutHtml.Of(new HandoutMaker(knowledge).Make());
        Assert.Contains("12 &lt;b&gt;of&lt;/b&gt; the 30 buses", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\\| less", HandoutMarkdown.Of(new HandoutMaker(knowledge).Make()), StringComparison.Ordinal);
    }

    private static async Task<string> WrittenAsync(string article)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("channelbot-").FullName, "article.txt");
        await File.WriteAllTextAsync(path, article, TestContext.Current.CancellationToken);
        return path;
    }
}
