using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Sessions;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Teaching.Tests.Sessions;

/// <summary>A session as it happens, event by event.</summary>
internal sealed class Lesson
{
    public static readonly SessionPerson Ada = new("directline", "dl_ada");
    public static readonly SessionPerson Ben = new("directline", "dl_ben");

    private readonly List<SessionEvent> _happened = [];
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public Lesson(ReleaseMode release = ReleaseMode.AtOnce)
    {
        _happened.Add(new SessionStarted(_now, "Monday", "default", release, Starter: null));
        Session = Session.Of("CDFHJK", _happened);
        Add(at => new PersonJoined(at, Ada, "Ada"));
        Add(at => new PersonJoined(at, Ben, "Ben"));
    }

    public Session Session { get; private set; }

    public IReadOnlyList<SessionEvent> Happened => _happened;

    public AskedQuestion Ask(SessionPerson person, string question, Answer answer) => Ask(person, new PastTurn(question, answer, []));

    public AskedQuestion Ask(SessionPerson person, PastTurn turn)
    {
        var isHeld = Session.Release is ReleaseMode.Hints && Hints.Holds(turn.Answer);
        Add(at => new QuestionAsked(at, Session.NextNumber, person, turn, new ConversationKey(person.Channel, person.UserId), Reference: null, isHeld));
        return Session.Questions[^1];
    }

    public void Add(Func<DateTimeOffset, SessionEvent> happens)
    {
        _now = _now.AddSeconds(1);
        _happened.Add(happens(_now));
        Session = Session.After(_happened[^1]);
    }

    /// <summary>An answer that stands on sentences, such as "p6.s1".</summary>
    public static Answer Answered(string text, params string[] sentences) => Answer(
        Outcome.Answered, text, [.. sentences.Select((id, i) => new Citation(i + 1, int.Parse(id[1..id.IndexOf('.', StringComparison.Ordinal)], CultureInfo.InvariantCulture), id, 0, 9, $"The words of {id}."))]);

    public static Answer NotInArticle(string text = "The article does not say.") => Answer(Outcome.NotInArticle, text, []);

    public static Answer Answer(Outcome outcome, string text, Citation[] citations) => new()
    {
        KnowledgeSha256 = "", Question = "", Outcome = outcome, Text = text, Citations = citations, Planner = Planners.Embedded,
    };
}
