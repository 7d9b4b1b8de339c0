using System.Globalization;
using ChannelBot.Teaching.Quizzes;
using ChannelBot.Teaching.Rendering;
using Spectre.Console;

namespace ChannelBot.Cli.Teaching;

/// <summary>A quiz taken in the terminal: a question, the answer typed, and at once what the article says.</summary>
internal sealed class QuizSession(Terminal terminal)
{
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Quiet = new(decoration: Decoration.Dim);

    private readonly Page _page = new(terminal);

    /// <summary>Ends with the last question, or where the input ends. Enter alone passes a question on.</summary>
    public async Task RunAsync(Quiz quiz, CancellationToken cancellationToken)
    {
        _page.Heading(string.Create(CultureInfo.InvariantCulture, $"{quiz.Questions.Count} questions on {quiz.Article}."), Strong);
        _page.Paragraph("Type an answer and press Enter. Enter alone shows the answer; Ctrl-C ends.", Quiet);
        var (right, answered) = (0, 0);
        foreach (var question in quiz.Questions)
        {
            _page.Line();
            Ask(question);
            var (isOver, marked) = await AnswerAsync(question, cancellationToken);
            if (isOver)
            {
                break;
            }

            answered += marked is null ? 0 : 1;
            right += marked is { IsRight: true } ? 1 : 0;
            Tell(question, marked);
        }

        _page.Line();
        _page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{answered} of {quiz.Questions.Count} answered, {right} as the article has it."), Quiet);
    }

    private void Ask(QuizQuestion question)
    {
        _page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{question.Number}. {question.Prompt}"), Strong);
        if (question.Paragraph is { } paragraph)
        {
            _page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Look in paragraph {paragraph}."), Quiet);
        }

        if (question.Passage is { } passage)
        {
            _page.Paragraph(passage, Style.Plain);
        }

        for (var i = 0; i < question.Options.Count; i++)
        {
            _page.Item($"{QuizMarking.Letter(i)})", question.Options[i].Text, Quiet);
        }
    }

    private async Task<(bool IsOver, Marked? Marked)> AnswerAsync(QuizQuestion question, CancellationToken cancellationToken)
    {
        while (true)
        {
            await terminal.Out.WriteAsync("> ");
            await terminal.FlushAsync();
            var line = await terminal.In.ReadLineAsync(cancellationToken);
            if (string.IsNullOrWhiteSpace(line))
            {
                return (line is null, null);
            }

            if (QuizMarking.Mark(question, line) is { } marked)
            {
                return (false, marked);
            }

            _page.Paragraph($"That cannot be read as an answer: {QuizMarking.Expected(question)} is expected.", Quiet);
        }
    }

    private void Tell(QuizQuestion question, Marked? marked)
    {
        var verdict = marked switch
        {
            { IsRight: true } => "Yes, so the article has it.",
            { IsRight: false } => $"The article has it otherwise: {QuizText.Answer(question)}",
            null => $"Answer: {QuizText.Answer(question)}",
        };
        _page.Paragraph(verdict, Strong);
        _page.Paragraph(question.Key.Because, Style.Plain);
        foreach (var step in question.Key.Working)
        {
            _page.Paragraph(step.Expression, Style.Plain);
        }

        foreach (var citation in question.Key.Citations)
        {
            _page.Item(string.Create(CultureInfo.InvariantCulture, $"[{citation.N}]"), string.Create(CultureInfo.InvariantCulture, $"paragraph {citation.Paragraph}: “{citation.Quote}”"), Quiet);
        }
    }
}
