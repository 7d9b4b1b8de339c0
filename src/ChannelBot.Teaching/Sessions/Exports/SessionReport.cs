using System.Globalization;
using ChannelBot.Core.Answers;

namespace ChannelBot.Teaching.Sessions.Exports;

/// <summary>What every export of a session says, whatever it is written in. It names no learner.</summary>
internal static class SessionReport
{
    public const string Note = "Answers rest on the article's sentences, which are quoted. What the teacher said is marked as the teacher's.";
    public const string Educator = "The teacher's own words:";

    public static string Summary(Session session) => string.Create(
        CultureInfo.InvariantCulture,
        $"Session of {session.StartedAt:d MMMM yyyy}. {Count(session.People.Count, "person", "people")} took part; {Count(session.Questions.Count(question => !question.IsHidden), "question was", "questions were")} asked. {Note}");

    /// <summary>The parts of the report: what was answered, what was not, and what is to be talked about.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<SessionGroup> Groups)> Parts(Session session)
    {
        var groups = SessionGroup.Of(session);
        (string Title, IReadOnlyList<SessionGroup> Groups)[] parts =
        [
            ("For discussion", [.. groups.Where(group => group.IsForDiscussion)]),
            ("Questions", [.. groups.Where(group => !group.IsForDiscussion && !group.IsSilence)]),
            ("What the article does not say", [.. groups.Where(group => !group.IsForDiscussion && group.IsSilence)]),
        ];
        return parts.Where(part => part.Groups.Count > 0);
    }

    public static string? HowOften(SessionGroup group) => group.Questions.Count is 1 ? null : string.Create(CultureInfo.InvariantCulture, $"Asked {group.Questions.Count} times")
        + (group.OtherWords is { Count: > 0 } others ? $", also as: {string.Join(" · ", others)}" : "");

    public static string Source(Citation citation) => string.Create(CultureInfo.InvariantCulture, $"[{citation.N}] Paragraph {citation.Paragraph}: “{citation.Quote}”");

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count is 1 ? one : many)}");
}
