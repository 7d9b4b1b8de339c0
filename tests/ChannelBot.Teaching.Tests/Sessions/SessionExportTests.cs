using ChannelBot.Teaching.Sessions;
using ChannelBot.Teaching.Sessions.Exports;

namespace ChannelBot.Teaching.Tests.Sessions;

/// <summary>What a teacher keeps of a session.</summary>
public sealed class SessionExportTests
{
    private readonly Lesson _lesson = new();

    public SessionExportTests()
    {
        _lesson.Ask(Lesson.Ada, "How many *boats* came?", Lesson.Answered("Nine boats [1].\n- and <more>", "p6.s1"));
        _lesson.Ask(Lesson.Ben, "how many boats came", Lesson.Answered("Nine boats [1].\n- and <more>", "p6.s1"));
        _lesson.Ask(Lesson.Ben, "What colour?", Lesson.NotInArticle());
        _lesson.Ask(Lesson.Ben, "Rude?", Lesson.NotInArticle());
        _lesson.Add(at => new QuestionMarked(at, 4, QuestionMark.Hidden, IsOn: true));
        _lesson.Add(at => new EducatorAnswered(at, 3, "Look at the photo."));
    }

    [Fact]
    public void Markdown_has_each_question_once_with_its_source_and_the_teachers_words_as_the_teachers() => Assert.Equal(
        """
        # Monday

        Session of 2 March 2026. 2 people took part; 3 questions were asked. Answers rest on the article's sentences, which are quoted. What the teacher said is marked as the teacher's.

        ## Questions

        ### How many \*boats\* came?

        *Asked 2 times, also as: how many boats came*

        Nine boats \[1\].  
        - and \<more\>

        > \[1\] Paragraph 6: “The words of p6.s1.”

        ## What the article does not say

        ### What colour?

        The article does not say.

        **The teacher's own words:** Look at the photo.

        """.ReplaceLineEndings("\n"),
        SessionMarkdown.Of(_lesson.Session));

    [Fact]
    public void The_page_to_print_has_the_same_and_markup_in_it_is_text()
    {
        var page = SessionHtml.Of(_lesson.Session);
        Assert.Contains("<p>- and &lt;more&gt;</p>", page, StringComparison.Ordinal);
        Assert.Contains("<h3>How many *boats* came?</h3>\n<p class=\"note\">Asked 2 times, also as: how many boats came</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rude", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @SUM(A1)", "'  @SUM(A1)")]
    [InlineData("+44 7", "'+44 7")]
    [InlineData("-5", "-5")]
    [InlineData("say \"hi\", now", "\"say \"\"hi\"\", now\"")]
    public void No_cell_of_the_table_is_a_formula(string question, string cell)
    {
        _lesson.Ask(Lesson.Ada, question, Lesson.NotInArticle());
        var last = SessionCsv.Of(_lesson.Session).Split("\r\n")[^2];
        Assert.Contains($",Ada,directline,{cell},not_in_article,", last, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_for_discussion_stands_first()
    {
        _lesson.Add(at => new QuestionMarked(at, 3, QuestionMark.ForDiscussion, IsOn: true));
        var text = SessionMarkdown.Of(_lesson.Session);
        Assert.InRange(text.IndexOf("## For discussion\n\n### What colour?", StringComparison.Ordinal), 0, text.IndexOf("## Questions", StringComparison.Ordinal));
        Assert.DoesNotContain("## What the article does not say", text, StringComparison.Ordinal);
    }
}
