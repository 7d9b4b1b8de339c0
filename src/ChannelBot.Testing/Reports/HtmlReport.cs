using System.Globalization;
using System.Text;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;

namespace ChannelBot.Testing.Reports;

/// <summary>A run of scripts as a web page: each conversation as it went, with citations, working and differences.</summary>
public static class HtmlReport
{
    public static string Of(TestRun run)
    {
        var html = new StringBuilder();
        var skipped = run.Count(ScriptOutcome.Skipped);
        html.Append(CultureInfo.InvariantCulture, $"<h1 class=\"{(run.HasPassed ? "passed" : "failed")}\">{run.Count(ScriptOutcome.Passed)} of {run.Results.Count - skipped} conversations hold{(skipped > 0 ? FormattableString.Invariant($", {skipped} skipped") : "")}</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"facts\">{ReportPage.Text(run.Bot)} · {run.Turns} turns in {run.Elapsed.TotalSeconds:0.00} s · {run.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC</p>\n");
        foreach (var flaky in run.Flaky)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"flaky\">Flaky: {ReportPage.Text(flaky.First.Name)} passed {flaky.Passed} of {flaky.Attempts} times</p>\n");
        }

        foreach (var file in run.Files.OrderBy(file => file.All(HoldsOrIsSkipped)))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{ReportPage.Text(file.Key)}</h2>\n");
            foreach (var result in file)
            {
                WriteConversation(html, result);
            }
        }

        return ReportPage.Of("Conversations with a bot", typeof(HtmlReport).Assembly, "ChannelBot.Testing.Reports.report.css", html);
    }

    private static bool HoldsOrIsSkipped(ScriptResult result) => result.Outcome is ScriptOutcome.Passed or ScriptOutcome.Skipped;

    private static void WriteConversation(StringBuilder html, ScriptResult result)
    {
        var outcome = result.Outcome.ToString().ToLowerInvariant();
        html.Append(CultureInfo.InvariantCulture, $"<details class=\"conversation {outcome}\"{(HoldsOrIsSkipped(result) ? "" : " open")}>\n<summary><b class=\"mark\">{outcome}</b> {ReportPage.Text(result.Name)}")
            .Append(result.Paraphrase is { } paraphrase ? $", asked as “{ReportPage.Text(paraphrase.Text)}”" : "")
            .Append(result.Attempt > 1 ? FormattableString.Invariant($", attempt {result.Attempt}") : "").Append("</summary>\n");
        if ((result.Skipped ?? result.Problem) is { } problem)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"problem\">{ReportPage.Lines(problem)}</p>\n");
        }

        foreach (var turn in result.Turns)
        {
            TurnHtml.Write(html, turn);
        }

        html.Append("</details>\n");
    }
}
