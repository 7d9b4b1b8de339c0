using System.Collections.Immutable;
using ChannelBot.Core;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Sessions;

namespace ChannelBot.Teaching.Sessions;

/// <summary>A class that asks an article: who is there, what was asked, what the educator made of it. It changes by events alone.</summary>
public sealed record Session
{
    /// <summary>More than any class asks; see <see cref="RequireRoom"/>.</summary>
    public const int MostQuestions = 2_000;

    /// <summary>More than any hall holds.</summary>
    public const int MostPeople = 500;

    private Session(string code, SessionStarted started) =>
        (Code, Title, Article, Release, Starter, StartedAt) = (code, started.Title, started.Article, started.Release, started.Starter, started.At);

    /// <summary>What learners join with; see <see cref="JoinCode"/>.</summary>
    public string Code { get; }

    public string Title { get; }

    /// <summary>Id of the article that is asked about.</summary>
    public string Article { get; }

    /// <summary>Null where it was started on the page.</summary>
    public SessionPerson? Starter { get; }

    public DateTimeOffset StartedAt { get; }

    public SessionState State { get; private init; }

    public ReleaseMode Release { get; private init; }

    /// <summary>The names of those who joined; each stands for one alone.</summary>
    public ImmutableDictionary<SessionPerson, string> People { get; private init; } = ImmutableDictionary<SessionPerson, string>.Empty;

    /// <summary>Chats of other channels in which the session runs too.</summary>
    public ImmutableHashSet<ConversationKey> Chats { get; private init; } = [];

    /// <summary>Null where none is set.</summary>
    public SessionQuiz? Quiz { get; private init; }

    /// <summary>In the order of their numbers, which is that in which they were asked.</summary>
    public ImmutableList<AskedQuestion> Questions { get; private init; } = [];

    /// <summary>Of the next question: numbers are not given twice, also where a question was forgotten.</summary>
    public int NextNumber { get; private init; } = 1;

    /// <summary>What the projector and every learner are shown, in the order in which it was pinned.</summary>
    public IEnumerable<AskedQuestion> Pinned => Questions.Where(question => question is { PinnedAt: not null, IsHidden: false }).OrderBy(question => question.PinnedAt);

    /// <param name="events">In order; the first is the start.</param>
    public static Session Of(string code, IEnumerable<SessionEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Session? session = null;
        foreach (var happened in events)
        {
            session = session is null ? new Session(code, (SessionStarted)happened) : session.After(happened);
        }

        return session ?? throw new ArgumentException("A session begins with its start.", nameof(events));
    }

    /// <summary>The session once something has happened. What is about a question that was forgotten changes nothing.</summary>
    public Session After(SessionEvent happened) => happened switch
    {
        PersonJoined joined => this with { People = People.SetItem(joined.Person, joined.Name) },
        ChatLinked linked => this with { Chats = Chats.Add(linked.Chat) },
        QuestionAsked asked => this with { Questions = Questions.Insert(PlaceOf(asked.Number), AskedQuestion.Of(asked, this)), NextNumber = Math.Max(NextNumber, asked.Number + 1) },
        QuestionMarked marked => With(marked.Number, question => question.With(marked)),
        EducatorAnswered answered => With(answered.Number, question => question with { EducatorsAnswer = answered.Text }),
        StepReleased released => With(released.Number, question => question with { Released = released.Step }),
        ReleaseChanged changed => this with { Release = changed.Mode },
        StateChanged changed => this with { State = changed.State },
        QuizSet set => this with { Quiz = SessionQuiz.Of(set) },
        QuizEnded => this with { Quiz = null },
        ScoresShown scores => this with { Quiz = Quiz is { } quiz ? quiz with { ShowsScores = scores.IsOn } : null },
        QuizAnswered answered => this with { Quiz = Quiz?.With(answered) },
        _ => this,
    };

    /// <summary>The session without what tells of one person.</summary>
    public Session Without(SessionPerson person) => this with { People = People.Remove(person), Questions = Questions.RemoveAll(question => question.Person == person), Quiz = Quiz?.Without(person) };

    public AskedQuestion? Find(int number) => Questions.Find(question => question.Number == number);

    /// <exception cref="BadInputException">There is no such question.</exception>
    public AskedQuestion Require(int number) =>
        Find(number) ?? throw new BadInputException("question", FormattableString.Invariant($"There is no question {number} in this session."));

    /// <exception cref="BadInputException">It is paused, over or full, so that nothing more is asked in it.</exception>
    public void RequireRoom()
    {
        if (State is not SessionState.Open)
        {
            throw new BadInputException("session", State is SessionState.Paused
                ? "The session is paused. Ask again when your teacher goes on."
                : "The session has ended. What was said here can still be read.");
        }

        if (Questions.Count >= MostQuestions)
        {
            throw new BadInputException("session", FormattableString.Invariant($"This session has its {MostQuestions:N0} questions, which is the most. Start another one."));
        }
    }

    /// <summary>Of two that are asked at once, either may be kept first.</summary>
    private int PlaceOf(int number) => Questions.FindLastIndex(question => question.Number < number) + 1;

    private Session With(int number, Func<AskedQuestion, AskedQuestion> change)
    {
        var index = Questions.FindIndex(question => question.Number == number);
        return index < 0 ? this : this with { Questions = Questions.SetItem(index, change(Questions[index])) };
    }
}
