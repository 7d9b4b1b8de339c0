using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Teaching.Rendering;

/// <summary>A quiz as a page to print: the key, where it is wanted, on a page of its own.</summary>
public static class QuizHtml
{
    public static string Of(Quiz quiz, bool withKey)
    {
        var page = new HtmlPage().Add("<p class=\"name\">Name: <span></span> Date: <span></span></p>").Add("<ol class=\"questions\">");
        foreach (var question in quiz.Questions)
        {
            page.Add("<li>");
            page.Element("p", question.Prompt);
            if (question.Paragraph is { } paragraph)
            {
                page.Element("p", QuizText.Hint(paragraph), "note");
            }

            if (question.Passage is { } passage)
            {
                page.Element("blockquote", passage);
            }

            page.Add(question.Options.Count == 0
                ? "<p class=\"blank\">Answer: <span></span></p>"
                : $"<ol class=\"options\">{string.Concat(question.Options.Select(option => HtmlPage.Of("li", option.Text)))}</ol>");
            page.Add("</li>");
        }

        page.Add("</ol>");
        if (withKey)
        {
            WriteKey(page, quiz);
        }

        return page.Write(QuizText.Title(quiz));
    }

    private static void WriteKey(HtmlPage page, Quiz quiz)
    {
        page.Element("h2", "Key", "new-page").Add("<ol class=\"key\">");
        foreach (var question in quiz.Questions)
        {
            page.Add("<li>").Element("p", QuizText.Answer(question), "answer").Element("p", question.Key.Because);
            foreach (var step in question.Key.Working)
            {
                page.Element("p", step.Expression, "working");
            }

            foreach (var citation in question.Key.Citations)
            {
                page.Element("p", $"[{citation.N}] {QuizText.Paragraph(citation.Paragraph)}: “{citation.Quote}”", "source");
            }

            page.Add("</li>");
        }

        page.Add("</ol>");
    }
}
