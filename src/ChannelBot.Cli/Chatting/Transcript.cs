using System.Globalization;
using System.Text;
using ChannelBot.Cli.Asking;
using ChannelBot.Core.Answers;

namespace ChannelBot.Cli.Chatting;

/// <summary>A conversation as a file: Markdown for people, answer records for programs.</summary>
internal static class Transcript
{
    public static string Of(IReadOnlyList<Answer> answers, string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".jsonl" or ".json"
            ? string.Concat(answers.Select(answer => AnswerRecord.Of(answer) + "\n"))
            : Markdown(answers);

    private static string Markdown(IReadOnlyList<Answer> answers)
    {
        var text = new StringBuilder();
        foreach (var answer in answers)
        {
            text.Append("## ").Append(OneLine(answer.Question)).Append("\n\n").Append(answer.Text).Append("\n\n");
            foreach (var citation in answer.AllCitations())
            {
                text.Append(CultureInfo.InvariantCulture, $"> [{citation.N}] Paragraph {citation.Paragraph}: “{citation.Quote}”\n\n");
            }

            foreach (var step in answer.AllWorking())
            {
                text.Append(CultureInfo.InvariantCulture, $"Working: {step.Expression}\n\n");
            }
        }

        return text.ToString();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
