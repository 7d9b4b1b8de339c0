using System.Globalization;
using System.Text;
using ChannelBot.Cli.Asking;
using ChannelBot.Core.Answers;
using ChannelBot.Testing.Reports;

namespace ChannelBot.Cli.Evaluation;

/// <summary>An evaluation as one web page that needs nothing else: the scores, then each wrong question with its reasons.</summary>
internal static class HtmlReport
{
    private const string StyleSheet = "ChannelBot.Cli.Evaluation.report.css";

    public static string Of(IReadOnlyList<FileScore> files, Scores total)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Text(ScoreTable.Of(total.Right, total.Questions))} right</h1>\n");
        WriteFigures(html, total);
        WriteKinds(html, total);
        foreach (var file in files)
        {
            WriteFile(html, file);
        }

        return ReportPage.Of("ChannelBot evaluation", typeof(HtmlReport).Assembly, StyleSheet, html);
    }

    private static void WriteFigures(StringBuilder html, Scores total)
    {
        var time = total.LatencyMs;
        html.Append("<dl class=\"figures\">\n");
        Figure("Citations in the evidence", ScoreTable.Of(total.Citations.InEvidence, total.Citations.Count));
        Figure("Abstained from answerable questions", ScoreTable.Of(total.Answerable.Abstained, total.Answerable.Questions));
        Figure("Mean time of an answer", Milliseconds(time.Mean));
        Figure("p50, p95, p99", $"{Milliseconds(time.P50)}, {Milliseconds(time.P95)}, {Milliseconds(time.P99)}");
        html.Append("</dl>\n");

        void Figure(string name, string value) =>
            html.Append(CultureInfo.InvariantCulture, $"<div><dt>{Text(name)}</dt><dd>{Text(value)}</dd></div>\n");
    }

    private static void WriteKinds(StringBuilder html, Scores total)
    {
        html.Append("<table>\n<thead><tr><th scope=\"col\">Kind</th><th scope=\"col\">Questions</th><th scope=\"col\">Right</th>")
            .Append("<th scope=\"col\">Share</th></tr></thead>\n<tbody>\n");
        foreach (var (name, kind) in total.Kinds)
        {
            var share = 100.0 * kind.Right / kind.Questions;
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{Text(name)}</th><td>{kind.Questions}</td><td>{kind.Right}</td>")
                .Append(
                CultureInfo.InvariantCulture,
                $"<td>{share:0.0}% <meter min=\"0\" max=\"100\" value=\"{share:0.0}\" aria-label=\"share of {Text(name)} right\"></meter></td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void WriteFile(StringBuilder html, FileScore file)
    {
        html.Append(
            CultureInfo.InvariantCulture,
            $"<h2>{Text(file.Path)}: {Text(ScoreTable.Of(file.Scores.Right, file.Scores.Questions))}</h2>\n");
        foreach (var question in file.Asked.Where(question => !question.IsRight))
        {
            WriteQuestion(html, question, "wrong");
        }

        var right = file.Asked.Where(question => question.IsRight).ToArray();
        if (right.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>{right.Length} right</summary>\n");
            foreach (var question in right)
            {
                WriteQuestion(html, question, "right");
            }

            html.Append("</details>\n");
        }
    }

    private static void WriteQuestion(StringBuilder html, AskedQuestion asked, string mark)
    {
        var expected = asked.Expected;
        html.Append(
            CultureInfo.InvariantCulture,
            $"<article class=\"{mark}\">\n<h3>{Text(expected.Id)} <small>{Text(expected.Kind.ToString().ToLowerInvariant())}</small></h3>\n");
        foreach (var earlier in asked.Before)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"before\">{Text(earlier)}</p>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<p class=\"question\">{Text(expected.Question)}</p>\n");
        if (asked.Faults.Count > 0)
        {
            html.Append("<ul class=\"why\">\n");
            foreach (var fault in asked.Faults)
            {
                html.Append(CultureInfo.InvariantCulture, $"<li>{Text(fault)}</li>\n");
            }

            html.Append("</ul>\n");
        }

        WriteAnswer(html, asked);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"gold\">Expected: {Text(expected.Gold)}</p>\n</article>\n");
    }

    private static void WriteAnswer(StringBuilder html, AskedQuestion asked)
    {
        if (asked.Answer is not { } answer)
        {
            return;
        }

        html.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"answer\"><small>{answer.Outcome.Name()}</small> {Text(answer.Text)}</p>\n");
        foreach (var citation in answer.AllCitations())
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<blockquote>[{citation.N}] paragraph {citation.Paragraph}: {Text(citation.Quote)}</blockquote>\n");
        }
    }

    private static string Milliseconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.000} ms");

    private static string Text(string text) => ReportPage.Text(text);
}
