using System.Globalization;
using System.Text;
using ChannelBot.Teaching.Charts;
using ChannelBot.Teaching.Handouts;

namespace ChannelBot.Teaching.Rendering;

/// <summary>A hand-out as Markdown (CommonMark with tables).</summary>
public static class HandoutMarkdown
{
    public static string Of(Handout handout)
    {
        var text = new StringBuilder();
        Line(text, $"# {Safe(handout.Title)}");
        if (handout.Note is { } note)
        {
            Line(text, $"> {Safe(note)}");
        }

        Glossary(text, "People", handout.People);
        Glossary(text, "Organisations and groups", handout.Organisations);
        Glossary(text, "Places", handout.Places);
        Table(text, "When", HandoutWords.TimelineNote, ["When", "The article says", "Where"],
            handout.Timeline.Select(entry => new[] { string.Join("; ", entry.When), entry.Words, Place(entry.Paragraph) }));
        Table(text, "Figures", HandoutWords.FiguresNote, ["What", "The article says", "It can be", "Where"],
            handout.Figures.Select(entry => new[] { entry.What, entry.Says, entry.CanBe, Place(entry.Paragraph) }));
        Table(text, "Worked out from them", HandoutWords.CalculatedNote, ["What", "Result", "Working", "Where"],
            handout.Calculated.Select(entry => new[] { entry.What, entry.Result, string.Join("; ", entry.Working.Select(step => step.Expression)), Places.Of(entry.Paragraphs) }));
        foreach (var chart in handout.Charts)
        {
            Line(text, Safe(ChartText.Of(chart)));
        }

        Line(text, "## To think about");
        foreach (var question in handout.Questions)
        {
            Line(text, $"- {Safe(question.Text)}{Cited(question.Paragraphs)}");
        }

        Line(text, "## The article");
        for (var i = 0; i < handout.Paragraphs.Count; i++)
        {
            Line(text, string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {Safe(handout.Paragraphs[i])}"));
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Glossary(StringBuilder text, string title, IReadOnlyList<GlossaryEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        Line(text, $"## {title}");
        foreach (var entry in entries)
        {
            Line(text, $"- **{Safe(entry.Name)}**{(entry.Role is { } role ? $": {Safe(role)}" : "")}{Cited(entry.Paragraphs)}");
        }
    }

    private static void Table(StringBuilder text, string title, string note, string[] head, IEnumerable<string[]> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        Line(text, $"## {title}");
        Line(text, note);
        text.Append(Row(head)).Append(Row([.. head.Select(_ => "---")])).AppendJoin("", all.Select(row => Row([.. row.Select(Safe)]))).Append('\n');
    }

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |\n";

    private static string Cited(IReadOnlyList<int> paragraphs) => paragraphs.Count == 0 ? "" : $" ({Places.Of(paragraphs)})";

    private static string Place(int paragraph) => Places.Of([paragraph]);

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\n\n");

    private static string Safe(string text) => MarkdownText.Escaped(text);
}

/// <summary>What a hand-out says about its own lists.</summary>
internal static class HandoutWords
{
    public const string TimelineNote = "In the article's own words for the time and in its order; no date is worked out.";
    public const string FiguresNote = "“At least”, “about” and rounding leave something open; the third column says what.";
    public const string CalculatedNote = "These numbers do not stand in the article. They follow from its figures, as far as their bounds allow.";
}
