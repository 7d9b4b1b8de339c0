using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Teaching.Rendering;

namespace ChannelBot.Teaching.Sessions.Exports;

/// <summary>The questions of a session as a table, with names, and with what was hidden: for the educator alone.</summary>
public static class SessionCsv
{
    private static readonly string[] s_names =
    [
        "number", "group", "time", "name", "channel", "question", "outcome", "answer", "paragraphs", "sources", "working", "teacher_says", "pinned", "for_discussion", "hidden",
    ];

    public static string Of(Session session) => string.Concat(session.Questions.Select(Cells).Prepend(s_names).Select(CsvRow.Of));

    private static string[] Cells(AskedQuestion question)
    {
        var citations = question.Answer.AllCitations();
        return
        [
            Number(question.Number), Number(question.Group), question.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), question.Name,
            question.Person.Channel, question.Text, SessionJson.NameOf(question.Answer.Outcome), question.Answer.Text,
            string.Join(' ', citations.Select(citation => citation.Paragraph).Distinct().Select(Number)), string.Join(' ', citations.Select(citation => $"“{citation.Quote}”")),
            string.Join("; ", question.Answer.AllWorking().Select(working => working.Expression)), question.EducatorsAnswer ?? "",
            YesNo(question.PinnedAt is not null), YesNo(question.IsForDiscussion), YesNo(question.IsHidden),
        ];
    }

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
