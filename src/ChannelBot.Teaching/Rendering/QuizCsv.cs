using System.Globalization;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Teaching.Rendering;

/// <summary>A quiz as a table for spreadsheets and learning platforms: a question a row (RFC 4180, UTF-8).</summary>
public static class QuizCsv
{
    private const int OptionColumns = 5;

    public static string Of(Quiz quiz, bool withKey)
    {
        var letters = Enumerable.Range(0, OptionColumns).Select(i => $"option_{QuizMarking.Letter(i)}");
        string[] names = ["number", "kind", "level", "prompt", "passage", "paragraph", .. letters, .. withKey ? ["right", "answer", "low", "high", "unit", "because", "working", "sources"] : Array.Empty<string>()];
        var rows = quiz.Questions.Select(question => CsvRow.Of([.. Asked(question), .. withKey ? Key(question) : []]));
        return string.Concat(rows.Prepend(CsvRow.Of(names)));
    }

    private static string[] Asked(QuizQuestion question) =>
    [
        Number(question.Number), QuizNames.Of(question.Kind), QuizNames.Of(question.Level), question.Prompt, question.Passage ?? "",
        question.Paragraph is { } paragraph ? Number(paragraph) : "",
        .. Enumerable.Range(0, OptionColumns).Select(i => i < question.Options.Count ? question.Options[i].Text : ""),
    ];

    private static string[] Key(QuizQuestion question)
    {
        var key = question.Key;
        return
        [
            string.Join(' ', key.Right.Select(QuizMarking.Letter)), key.Text,
            key.Number is { } low ? Number(low.Low.ToDouble()) : "", key.Number is { } high ? Number(high.High.ToDouble()) : "", key.Number?.Unit ?? "", key.Because,
            string.Join("; ", key.Working.Select(step => step.Expression)),
            string.Join(" ", key.Citations.Select(citation => $"{QuizText.Paragraph(citation.Paragraph)}: “{citation.Quote}”")),
        ];
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
