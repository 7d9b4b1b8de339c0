using System.Globalization;
using System.Net;
using System.Text;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;

namespace ChannelBot.Testing.Reports;

/// <summary>A run of scripts as one web page that needs nothing else: each conversation as it went, with citations, working and differences.</summary>
public static class HtmlReport
{
    public static string Of(TestRun run)
    {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append("<title>Conversations with a bot</title>\n<style>\n").Append(Style()).Append("</style>\n</head>\n<body>\n<main>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1 class=\"{(run.HasPassed ? "passed" : "failed")}\">{run.Count(ScriptOutcome.Passed)} of {run.Results.Count} conversations hold</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"facts\">{Text(run.Bot)} · {run.Turns} turns in {run.Elapsed.TotalSeconds:0.00} s · {run.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC</p>\n");
        foreach (var flaky in run.Flaky)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"flaky\">Flaky: {Text(flaky.First.Name)} passed {flaky.Passed} of {flaky.Attempts} times</p>\n");
        }

        foreach (var file in run.Files.OrderBy(file => file.All(result => result.Outcome is ScriptOutcome.Passed)))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(file.Key)}</h2>\n");
            foreach (var result in file)
            {
                WriteConversation(html, result);
            }
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteConversation(StringBuilder html, ScriptResult result)
    {
        var outcome = result.Outcome.ToString().ToLowerInvariant();
        html.Append(CultureInfo.InvariantCulture, $"<details class=\"conversation {outcome}\"{(result.Outcome is ScriptOutcome.Passed ? "" : " open")}>\n<summary><b class=\"mark\">{outcome}</b> {Text(result.Name)}")
            .Append(result.Paraphrase is { } paraphrase ? $", asked as “{Text(paraphrase.Text)}”" : "")
            .Append(result.Attempt > 1 ? FormattableString.Invariant($", attempt {result.Attempt}") : "").Append("</summary>\n");
        if (result.Problem is { } problem)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"problem\">{Lines(problem)}</p>\n");
        }

        foreach (var turn in result.Turns)
        {
            WriteTurn(html, turn);
        }

        html.Append("</details>\n");
    }

    private static void WriteTurn(StringBuilder html, TurnResult turn)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"bubble user\"><span class=\"who\">User</span>{Lines(turn.Said)}</div>\n");
        foreach (var message in turn.Observation.Messages)
        {
            WriteMessage(html, message);
        }

        foreach (var failure in turn.Failures)
        {
            WriteFailure(html, failure);
        }

        WriteEvidence(html, turn);
    }

    private static void WriteMessage(StringBuilder html, Activity message)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"bubble bot\"><span class=\"who\">Bot</span>{Lines(message.Text ?? "")}");
        foreach (var attachment in message.Attachments ?? [])
        {
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"attachment\">{Text(attachment.ContentType ?? "attachment")}</span>");
        }

        if (message.SuggestedActions?.Actions is { Count: > 0 } actions)
        {
            html.Append("<span class=\"actions\">").AppendJoin(' ', actions.Select(action => $"<span>{Text(action.Title ?? "")}</span>")).Append("</span>");
        }

        html.Append("</div>\n");
    }

    private static void WriteEvidence(StringBuilder html, TurnResult turn)
    {
        var observation = turn.Observation;
        if (observation.Answer is null && observation.Plan.Count is 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<details class=\"evidence\"><summary>How it came about</summary>\n<ul>\n");
        foreach (var line in observation.Answer is not { } answer ? [] : (string[])
        [
            $"Outcome: {answer.Outcome}{(answer.Reason is { } reason ? $" because {reason.Code}" : "")}",
            .. answer.Citations.Select(citation => FormattableString.Invariant($"[{citation.N}] {citation.Sentence}: “{citation.Quote}”")),
            .. answer.Working.Select(step => $"Working: {step.Function}: {step.Expression}"),
        ])
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{Text(line)}</li>\n");
        }

        foreach (var line in observation.Explanation.Concat(observation.Plan.Select(call => $"{call.Function}({call.Arguments}) → {call.Result}")))
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{Lines(line)}</li>\n");
        }

        html.Append("</ul>\n</details>\n");
    }

    private static void WriteFailure(StringBuilder html, Failure failure)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"failure\"><p><b>{Text(failure.Expectation)}</b> <span class=\"place\">{Text(failure.Place?.ToString() ?? "")}</span></p>\n<p>");
        if (failure.Diff.Count > 0)
        {
            html.AppendJoin("", failure.Diff.Select(piece => piece.Kind switch
            {
                DiffKind.Missing => $"<del>{Lines(piece.Text)}</del>",
                DiffKind.Unexpected => $"<ins>{Lines(piece.Text)}</ins>",
                _ => Lines(piece.Text),
            }));
        }
        else
        {
            html.Append(CultureInfo.InvariantCulture, $"expected <ins>{Lines(failure.Expected)}</ins><br>actual <del>{Lines(failure.Actual)}</del>");
        }

        html.Append("</p></div>\n");
    }

    private static string Lines(string text) => Text(text).ReplaceLineEndings("<br>");

    /// <summary>What a page cannot hold is shown as a mark.</summary>
    private static string Text(string text) =>
        WebUtility.HtmlEncode(string.Concat(text.Select(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t') ? '\uFFFD' : letter)));

    private static string Style()
    {
        using var resource = typeof(HtmlReport).Assembly.GetManifestResourceStream("ChannelBot.Testing.Reports.report.css")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
