using System.Globalization;
using System.Text;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Results;

namespace ChannelBot.Testing.Reports;

/// <summary>One turn on the page: what was said as bubbles, what it rests on, and what does not hold.</summary>
internal static class TurnHtml
{
    public static void Write(StringBuilder html, TurnResult turn)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"bubble user\"><span class=\"who\">User</span>{ReportPage.Lines(turn.Said)}</div>\n");
        foreach (var message in turn.Observation.Messages)
        {
            WriteMessage(html, message);
        }

        WriteList(html, "ul class=\"sources\"", [
            .. Observed.Citations(turn.Observation).Select((citation, at) => FormattableString.Invariant($"[{at + 1}] {citation}")),
            .. Observed.Working(turn.Observation).Select(step => $"Working, {step.Function}: {step.Expression}")]);
        foreach (var failure in turn.Failures)
        {
            WriteFailure(html, failure);
        }

        WriteEvidence(html, turn.Observation);
    }

    private static void WriteMessage(StringBuilder html, Activity message)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"bubble bot\"><span class=\"who\">Bot</span>{ReportPage.Lines(message.Text ?? "")}");
        foreach (var attachment in message.Attachments ?? [])
        {
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"attachment\">{ReportPage.Text(attachment.ContentType ?? "attachment")}</span>");
        }

        if (message.SuggestedActions?.Actions is { Count: > 0 } actions)
        {
            html.Append("<span class=\"actions\">").AppendJoin(' ', actions.Select(action => $"<span>{ReportPage.Text(action.Title ?? "")}</span>")).Append("</span>");
        }

        html.Append("</div>\n");
    }

    private static void WriteFailure(StringBuilder html, Failure failure)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"failure\"><p><b>{ReportPage.Text(failure.Expectation)}</b> <span class=\"place\">{ReportPage.Text(failure.Place?.ToString() ?? "")}</span></p>\n");
        if (failure.Diff.Count > 0)
        {
            html.Append("<p>").AppendJoin("", failure.Diff.Select(piece => piece.Kind switch
            {
                DiffKind.Missing => $"<del>{ReportPage.Lines(piece.Text)}</del>",
                DiffKind.Unexpected => $"<ins>{ReportPage.Lines(piece.Text)}</ins>",
                _ => ReportPage.Lines(piece.Text),
            })).Append("</p></div>\n");
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<dl><dt>expected</dt><dd>{ReportPage.Lines(failure.Expected)}</dd><dt>actual</dt><dd>{ReportPage.Lines(failure.Actual)}</dd></dl></div>\n");
    }

    private static void WriteEvidence(StringBuilder html, TurnObservation observation)
    {
        if (observation.Answer is null && observation.Plan.Count is 0)
        {
            return;
        }

        html.Append("<details class=\"evidence\"><summary>How it came about</summary>\n");
        WriteList(html, "ul", [
            .. observation.Answer is { } answer ? (string[])[$"Outcome: {answer.Outcome}{(answer.Reason is { } reason ? $" because {reason.Code}" : "")}"] : [],
            .. observation.Explanation,
            .. observation.Plan.Select(call => $"{call} → {call.Result}")]);
        html.Append("</details>\n");
    }

    private static void WriteList(StringBuilder html, string tag, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<{tag}>\n").AppendJoin("", lines.Select(line => $"<li>{ReportPage.Lines(line)}</li>\n")).Append("</ul>\n");
        }
    }
}
