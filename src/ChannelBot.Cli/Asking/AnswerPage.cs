using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Planner;
using Spectre.Console;

namespace ChannelBot.Cli.Asking;

/// <summary>An answer as a person reads it: the text, the article's words it stands on, the sums, what to ask next.</summary>
internal sealed class AnswerPage(Terminal terminal)
{
    private static readonly Style Label = new(decoration: Decoration.Dim);
    private static readonly Style Mark = new(foreground: Color.Teal);
    private static readonly Style Strong = new(decoration: Decoration.Bold);

    private readonly Page _page = new(terminal);

    /// <summary>Everything that the record holds for a reader.</summary>
    public void Write(Answer answer)
    {
        _page.Paragraph(answer.Text, Strong);
        WriteSources(answer);
        WriteWorking(answer);
        WriteChart(answer);
        WriteSuggestions(answer);
    }

    /// <summary>The same without the sums, which a chat shows when asked.</summary>
    public void WriteForChat(Answer answer)
    {
        _page.Paragraph(answer.Text, Strong);
        WriteSources(answer);
        WriteChart(answer);
        WriteSuggestions(answer);
    }

    /// <summary>How to get the picture that is told here in words.</summary>
    private void WriteChart(Answer answer)
    {
        if (answer.Chart is { } chart)
        {
            _page.Line();
            _page.Heading("As a picture", Label);
            _page.Item("·", $"channelbot chart {string.Join(' ', chart.Bars.Select(bar => bar.Id.Contains('(', StringComparison.Ordinal) ? $"'{bar.Id}'" : bar.Id))} --out chart.svg", Label);
        }
    }

    private void WriteSuggestions(Answer answer)
    {
        if (answer.Suggestions.Count > 0)
        {
            _page.Line();
            _page.Heading("You could also ask", Label);
            foreach (var suggestion in answer.Suggestions)
            {
                _page.Item("·", suggestion, Label);
            }
        }
    }

    /// <summary>The sentences cited, with their paragraph.</summary>
    private void WriteSources(Answer answer)
    {
        var citations = answer.AllCitations();
        if (citations.Count is 0)
        {
            return;
        }

        _page.Line();
        foreach (var citation in citations)
        {
            // Words that the answer itself quotes are not read twice.
            var quote = answer.Text.Contains(citation.Quote, StringComparison.Ordinal) ? "" : $": “{citation.Quote}”";
            _page.Item(
                string.Create(CultureInfo.InvariantCulture, $"[{citation.N}]"),
                string.Create(CultureInfo.InvariantCulture, $"Paragraph {citation.Paragraph}{quote}"),
                Mark);
        }
    }

    /// <summary>How each number was worked out.</summary>
    public void WriteWorking(Answer answer)
    {
        var working = answer.AllWorking();
        if (working.Count is 0)
        {
            return;
        }

        _page.Line();
        _page.Heading("Working", Label);
        foreach (var step in working)
        {
            _page.Item("=", $"{step.Function}: {step.Expression}", Mark);
            if (step.Assumption is { } assumption)
            {
                _page.Item(" ", $"assumption: {assumption}", Label);
            }
        }
    }

    /// <summary>What the question was taken to ask, the plan as function calls with their results, and what the guards found.</summary>
    public void Write(Answer answer, Explanation explanation)
    {
        _page.Line();
        _page.Heading("Analysis", Label);
        foreach (var line in explanation.Analysis)
        {
            _page.Item("·", line, Label);
        }

        _page.Heading("Plan", Label);
        for (var i = 0; i < explanation.Calls.Count; i++)
        {
            var call = explanation.Calls[i];
            _page.Item(string.Create(CultureInfo.InvariantCulture, $"{i + 1}."), $"{call.Function}({call.Arguments})", Mark);
            foreach (var line in call.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                _page.Item("   →", line, Label);
            }
        }

        if (explanation.Model is { } model)
        {
            _page.Heading("Model", Label);
            foreach (var line in model.Lines)
            {
                _page.Item("·", line, Label);
            }
        }

        _page.Heading("Guards", Label);
        foreach (var line in explanation.Guards)
        {
            _page.Item("·", line, Label);
        }

        var reason = answer.Reason is { } why
            ? $" ({why.Code}{(why.Missing is null ? "" : $", missing: {why.Missing}")}{(why.Nearest is null ? "" : $", nearest: {why.Nearest}")})"
            : "";
        _page.Heading(
            string.Create(CultureInfo.InvariantCulture, $"Outcome: {answer.Outcome.Name()}{reason}, {answer.Planner} planner, {answer.ElapsedMs:0.###} ms"),
            Label);
    }
}
