using System.Text;
using ChannelBot.Core.Answers;
using ChannelBot.Teaching.Rendering;

namespace ChannelBot.Teaching.Sessions.Exports;

/// <summary>A session to keep, as Markdown (CommonMark).</summary>
public static class SessionMarkdown
{
    public static string Of(Session session)
    {
        var text = new StringBuilder();
        Line(text, $"# {MarkdownText.Escaped(session.Title)}");
        Line(text, SessionReport.Summary(session));
        foreach (var (title, groups) in SessionReport.Parts(session))
        {
            Line(text, $"## {title}");
            foreach (var group in groups)
            {
                Add(text, group);
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Add(StringBuilder text, SessionGroup group)
    {
        var answer = group.Head.Answer;
        Line(text, $"### {OneLine(group.Head.Text)}");
        if (SessionReport.HowOften(group) is { } often)
        {
            Line(text, $"*{OneLine(often)}*");
        }

        Line(text, Lines(answer.Text));
        foreach (var citation in answer.AllCitations())
        {
            Line(text, $"> {OneLine(SessionReport.Source(citation))}");
        }

        foreach (var working in answer.AllWorking())
        {
            Line(text, $"Working: {OneLine(working.Expression)}");
        }

        foreach (var own in group.EducatorsAnswers)
        {
            Line(text, $"**{SessionReport.Educator}** {Lines(own)}");
        }
    }

    private static string OneLine(string text) => MarkdownText.Escaped(text.ReplaceLineEndings(" "));

    /// <summary>A line that begins with a hyphen stays an item of a list, as answers have them; every other line end is one.</summary>
    private static string Lines(string text) => string.Join("  \n", text.ReplaceLineEndings("\n").Split('\n').Select(MarkdownText.Escaped));

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\n\n");
}
