using System.Globalization;
using System.Text;
using ChannelBot.Teaching.Charts;
using ChannelBot.Teaching.Handouts;

namespace ChannelBot.Teaching.Rendering;

/// <summary>A hand-out as a page to print; every line leads to its paragraph.</summary>
public static class HandoutHtml
{
    public static string Of(Handout handout)
    {
        var page = new HtmlPage();
        if (handout.Note is { } note)
        {
            page.Element("p", note, "note");
        }

        Glossary(page, "People", handout.People);
        Glossary(page, "Organisations and groups", handout.Organisations);
        Glossary(page, "Places", handout.Places);
        Table(page, "When", HandoutWords.TimelineNote, ["When", "The article says", "Where"],
            handout.Timeline.Select(entry => new[] { Safe(string.Join("; ", entry.When)), Safe(entry.Words), Links([entry.Paragraph]) }));
        Table(page, "Figures", HandoutWords.FiguresNote, ["What", "The article says", "It can be", "Where"],
            handout.Figures.Select(entry => new[] { Safe(entry.What), Safe(entry.Says), Safe(entry.CanBe), Links([entry.Paragraph]) }));
        Table(page, "Worked out from them", HandoutWords.CalculatedNote, ["What", "Result", "Working", "Where"],
            handout.Calculated.Select(entry => new[] { Safe(entry.What), Safe(entry.Result), Safe(string.Join("; ", entry.Working.Select(step => step.Expression))), Links(entry.Paragraphs) }));
        foreach (var chart in handout.Charts)
        {
            // As a picture of its own: the names within one drawing are no other's.
            page.Add($"<figure><img src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(ChartSvg.Of(chart)))}\" alt=\"{Safe(ChartText.Of(chart))}\"></figure>");
        }

        page.Element("h2", "To think about").Add("<ul>");
        foreach (var question in handout.Questions)
        {
            page.Add($"<li>{Safe(question.Text)}{(question.Paragraphs.Count == 0 ? "" : $" ({Links(question.Paragraphs)})")}</li>");
        }

        page.Add("</ul>").Element("h2", "The article", "new-page").Add("<ol class=\"article\">");
        for (var i = 0; i < handout.Paragraphs.Count; i++)
        {
            page.Add(string.Create(CultureInfo.InvariantCulture, $"<li id=\"p{i + 1}\">{Safe(handout.Paragraphs[i])}</li>"));
        }

        return page.Add("</ol>").Write(handout.Title);
    }

    private static void Glossary(HtmlPage page, string title, IReadOnlyList<GlossaryEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        page.Element("h2", title).Add("<dl>");
        foreach (var entry in entries)
        {
            page.Element("dt", entry.Name).Add($"<dd>{(entry.Role is { } role ? Safe(role) + ", " : "")}{Links(entry.Paragraphs)}</dd>");
        }

        page.Add("</dl>");
    }

    private static void Table(HtmlPage page, string title, string note, string[] head, IEnumerable<string[]> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        page.Element("h2", title).Element("p", note, "note").Add("<table>");
        page.Add($"<thead><tr>{string.Concat(head.Select(cell => $"<th scope=\"col\">{Safe(cell)}</th>"))}</tr></thead>").Add("<tbody>");
        foreach (var row in all)
        {
            page.Add($"<tr>{string.Concat(row.Select(cell => $"<td>{cell}</td>"))}</tr>");
        }

        page.Add("</tbody>").Add("</table>");
    }

    private static string Links(IReadOnlyList<int> paragraphs)
    {
        var links = paragraphs.Select(paragraph => string.Create(CultureInfo.InvariantCulture, $"<a href=\"#p{paragraph}\">{paragraph}</a>")).ToArray();
        return links.Length == 1 ? $"paragraph {links[0]}" : $"paragraphs {string.Join(", ", links.Take(links.Length - 1))} and {links[^1]}";
    }

    private static string Safe(string text) => HtmlPage.Safe(text);
}
