using Spectre.Console;

namespace ChannelBot.Cli.Doctor;

/// <summary>Findings for a reader, or as one line of JSON for a program.</summary>
internal static class DoctorReport
{
    private const string Arrow = "→";

    private static readonly Dictionary<FindingKind, (string Word, Style Style)> s_marks = new()
    {
        [FindingKind.Ok] = ("ok", new Style(Color.Green)),
        [FindingKind.Note] = ("note", new Style(Color.Yellow)),
        [FindingKind.Problem] = ("problem", new Style(Color.Red)),
        [FindingKind.Fault] = ("fault", new Style(Color.Red)),
    };

    public static void Write(IReadOnlyList<Finding> findings, Terminal terminal)
    {
        var page = new Page(terminal);
        foreach (var finding in findings)
        {
            var (word, style) = s_marks[finding.Kind];
            page.Item($"{word,-7}", $"{finding.Checked}: {finding.Found}", style);
            if (finding.ToDo is not null)
            {
                page.Item($"{"",-7}", $"{Arrow} {finding.ToDo}", Style.Plain);
            }
        }

        page.Line();
        page.Paragraph(Sum(findings), Style.Plain);
    }

    public static string Json(IReadOnlyList<Finding> findings) => JsonLine.Of(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("ok", findings.All(IsFine));
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("kind", s_marks[finding.Kind].Word);
            json.WriteString("checked", finding.Checked);
            json.WriteString("found", finding.Found);
            json.WriteString("toDo", finding.ToDo);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static bool IsFine(Finding finding) => finding.Kind is FindingKind.Ok or FindingKind.Note;

    private static string Sum(IReadOnlyList<Finding> findings)
    {
        var (problems, notes) = (findings.Count(finding => !IsFine(finding)), findings.Count(finding => finding.Kind is FindingKind.Note));
        return (problems, notes) switch
        {
            (0, 0) => "All is well.",
            (0, 1) => "It works; there is one note.",
            (0, _) => $"It works; there are {notes} notes.",
            (1, _) => "One thing must be put right.",
            _ => $"{problems} things must be put right.",
        };
    }
}
