using System.Globalization;
using System.Text;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Teaching.Rendering;

/// <summary>A quiz as plain text, and as Markdown: the questions first, their key after them.</summary>
public static class QuizText
{
    /// <param name="withKey">Adds the answers with their sources.</param>
    public static string Plain(Quiz quiz, bool withKey) => new Writer(isMarkdown: false).Write(quiz, withKey);

    /// <inheritdoc cref="Plain"/>
    public static string Markdown(Quiz quiz, bool withKey) => new Writer(isMarkdown: true).Write(quiz, withKey);

    /// <summary>"the Channel story" → "Quiz on the Channel story (medium, seed 7)".</summary>
    internal static string Title(Quiz quiz) => string.Create(CultureInfo.InvariantCulture, $"Quiz on {quiz.Article} ({QuizNames.Of(quiz.Level)}, seed {quiz.Seed})");

    /// <summary>"b) Ann Lee", "c, a, b: 3, 14, 310", "13,574".</summary>
    public static string Answer(QuizQuestion question) => question.Key.Right.Count switch
    {
        0 => $"{question.Key.Text}{Unit(question)}",
        1 => $"{QuizMarking.Letter(question.Key.Right[0])}) {question.Key.Text}",
        _ => $"{string.Join(", ", question.Key.Right.Select(QuizMarking.Letter))}: {question.Key.Text}",
    };

    internal static string Hint(int paragraph) => string.Create(CultureInfo.InvariantCulture, $"Look in paragraph {paragraph}.");

    internal static string Paragraph(int paragraph) => string.Create(CultureInfo.InvariantCulture, $"paragraph {paragraph}");

    /// <summary>A unit that the number does not show: a count's.</summary>
    private static string Unit(QuizQuestion question) =>
        question.Key.Number is { Unit.Length: > 0 } number && !question.Key.Text.Any(letter => letter is '%' or '£' or '$' or '€') && !question.Key.Text.Contains(number.Unit, StringComparison.Ordinal)
            ? " " + number.Unit
            : "";

    private sealed class Writer(bool isMarkdown)
    {
        private const string Indent = "   ";

        private readonly StringBuilder _text = new();

        public string Write(Quiz quiz, bool withKey)
        {
            Heading(1, Title(quiz));
            foreach (var question in quiz.Questions)
            {
                WriteQuestion(question);
            }

            if (withKey)
            {
                Heading(2, "Key");
                foreach (var question in quiz.Questions)
                {
                    WriteKey(question);
                }
            }

            return _text.ToString().TrimEnd('\n') + "\n";
        }

        private void WriteQuestion(QuizQuestion question)
        {
            Numbered(question.Number, question.Paragraph is { } paragraph ? $"{question.Prompt} ({Hint(paragraph)})" : question.Prompt);
            if (question.Passage is { } passage)
            {
                Line(isMarkdown ? $"{Indent}> {Escaped(passage)}" : Indent + passage);
                Gap();
            }

            for (var i = 0; i < question.Options.Count; i++)
            {
                Line($"{Indent}{(isMarkdown ? "- " : "")}{QuizMarking.Letter(i)}) {Escaped(question.Options[i].Text)}");
            }

            if (question.Options.Count == 0)
            {
                Line($"{Indent}Answer: {Escaped("__________")}");
            }

            Line("");
        }

        private void WriteKey(QuizQuestion question)
        {
            Numbered(question.Number, Answer(question), strong: true);
            Line(Indent + Escaped(question.Key.Because));
            Gap();
            foreach (var step in question.Key.Working)
            {
                Line($"{Indent}{(isMarkdown ? "- " : "")}{Escaped(step.Expression)}");
            }

            foreach (var citation in question.Key.Citations)
            {
                Line($"{Indent}{(isMarkdown ? "- " : "")}{Escaped($"[{citation.N}] {Paragraph(citation.Paragraph)}: “{citation.Quote}”")}");
            }

            Line("");
        }

        private void Heading(int level, string text)
        {
            Line(isMarkdown ? $"{new string('#', level)} {Escaped(text)}" : text);
            Line("");
        }

        private void Numbered(int number, string text, bool strong = false)
        {
            var mark = isMarkdown && strong ? "**" : "";
            Line(string.Create(CultureInfo.InvariantCulture, $"{number}. {mark}{Escaped(text)}{mark}"));
            Gap();
        }

        /// <summary>In Markdown a blank line parts what would run together.</summary>
        private void Gap()
        {
            if (isMarkdown)
            {
                Line("");
            }
        }

        private void Line(string text) => _text.Append(text).Append('\n');

        private string Escaped(string text) => isMarkdown ? MarkdownText.Escaped(text) : text;
    }
}
