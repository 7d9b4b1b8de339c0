using System.Text.Json;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Sessions;

namespace ChannelBot.Teaching.Sessions;

/// <summary>A question of a session with the bot's answer, and what the educator made of both.</summary>
public sealed record AskedQuestion
{
    private readonly SameQuestion _sameness;

    private AskedQuestion(QuestionAsked asked, string name)
    {
        (Number, Person, Name, Turn, At, Chat, Reference) = (asked.Number, asked.Person, name, asked.Turn, asked.At, asked.Chat, asked.Reference);
        Released = asked.IsHeld ? HintStep.Nothing : HintStep.Answer;
        _sameness = SameQuestion.Of(asked.Turn);
    }

    public int Number { get; }

    public SessionPerson Person { get; }

    /// <summary>How who asked is called in the session.</summary>
    public string Name { get; }

    /// <summary>The question as the bot remembers it, with its answer.</summary>
    public PastTurn Turn { get; }

    public string Text => Turn.Question;

    public Answer Answer => Turn.Answer;

    public DateTimeOffset At { get; }

    public ConversationKey Chat { get; }

    /// <summary>What the host needs to write there; it is the host's own.</summary>
    public JsonElement? Reference { get; }

    /// <summary>Number of the first question that asks the same: its own where nobody asked it before.</summary>
    public int Group { get; private init; }

    public bool IsHidden { get; private init; }

    /// <summary>Null where it is not pinned.</summary>
    public DateTimeOffset? PinnedAt { get; private init; }

    public bool IsForDiscussion { get; private init; }

    /// <summary>The educator's own words; null where there are none.</summary>
    public string? EducatorsAnswer { get; init; }

    /// <summary>How much of the answer its learner has been given.</summary>
    public HintStep Released { get; init; }

    /// <summary>What may be given next; null where all of it was given. An answer that stands on no sentence has no hints.</summary>
    public HintStep? NextStep => Released switch
    {
        HintStep.Nothing when Answer.AllCitations().Count > 0 => HintStep.Paragraph,
        HintStep.Paragraph => HintStep.Sentence,
        HintStep.Nothing or HintStep.Sentence => HintStep.Answer,
        _ => null,
    };

    internal static AskedQuestion Of(QuestionAsked asked, Session session)
    {
        var question = new AskedQuestion(asked, session.People.GetValueOrDefault(asked.Person) ?? "");
        var same = session.Questions.Find(other => other._sameness.Is(question._sameness));
        return question with { Group = same?.Group ?? asked.Number };
    }

    internal AskedQuestion With(QuestionMarked marked) => marked.Mark switch
    {
        QuestionMark.Hidden => this with { IsHidden = marked.IsOn },
        QuestionMark.Pinned => this with { PinnedAt = marked.IsOn ? marked.At : null },
        _ => this with { IsForDiscussion = marked.IsOn },
    };
}
