using ChannelBot.Core.Answers;
using ChannelBot.Teaching.Rendering;

namespace ChannelBot.Teaching.Sessions.Exports;

/// <summary>A session to keep, as a page to print: on paper, or as a PDF by the browser.</summary>
public static class SessionHtml
{
    public static string Of(Session session)
    {
        var page = new HtmlPage().Element("p", SessionReport.Summary(session), "note");
        foreach (var (title, groups) in SessionReport.Parts(session))
        {
            page.Element("h2", title).Add("<ul class=\"key\">");
            foreach (var group in groups)
            {
                page.Add("<li>");
                Add(page, group);
                page.Add("</li>");
            }

            page.Add("</ul>");
        }

        return page.Write(session.Title);
    }

    private static void Add(HtmlPage page, SessionGroup group)
    {
        var answer = group.Head.Answer;
        page.Element("h3", group.Head.Text);
        if (SessionReport.HowOften(group) is { } often)
        {
            page.Element("p", often, "note");
        }

        Lines(page, answer.Text);
        foreach (var citation in answer.AllCitations())
        {
            page.Element("p", SessionReport.Source(citation), "source");
        }

        foreach (var working in answer.AllWorking())
        {
            page.Element("p", working.Expression, "working");
        }

        foreach (var own in group.EducatorsAnswers)
        {
            page.Element("p", SessionReport.Educator, "answer");
            Lines(page, own);
        }
    }

    private static void Lines(HtmlPage page, string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            page.Element("p", line);
        }
    }
}
