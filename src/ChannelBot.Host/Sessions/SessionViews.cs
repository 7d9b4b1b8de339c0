using System.Text.Json.Serialization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Sessions;
using ChannelBot.Teaching.Charts;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Host.Sessions;

/// <summary>What the start page asks with.</summary>
/// <param name="Article">Id of an article that an educator brought; null for the host's own.</param>
internal sealed record StartRequestDto(string? Key = null, string? Title = null, ReleaseMode Release = ReleaseMode.AtOnce, string? Article = null);

/// <summary>A session that was started.</summary>
/// <param name="Board">The board's address from the host's root, for this browser, which has the cookie.</param>
/// <param name="BoardLink">The same for another browser, with the board's key behind the #.</param>
internal sealed record StartedDto(string Code, string Board, string BoardLink, string? Join);

/// <summary>A board's key, as the link carries it.</summary>
internal sealed record BoardKeyDto(string? Key = null);

/// <summary>What the join page asks with.</summary>
internal sealed record JoinRequestDto(string? Name = null);

internal sealed record JoinedDto(string Name);

/// <param name="Link">Where learners join; null where no other machine reaches this host.</param>
/// <param name="Joined">How many have joined.</param>
/// <param name="Here">How many have the page open.</param>
/// <param name="Phrase">What lets the session run in a group's chat, written there.</param>
/// <param name="Chats">In how many chats of other channels it runs.</param>
/// <param name="Quiz">Null where none is set.</param>
internal sealed record SessionDto(
    string Code, string Title, SessionState State, ReleaseMode Release, string? Link, int Joined, int Here, string Phrase, int Chats, QuizDto? Quiz)
{
    public static SessionDto Of(Session session, int here, Uri? link, string phrase, QuizDto? quiz) =>
        new(session.Code, session.Title, session.State, session.Release, link?.AbsoluteUri, session.People.Count, here, phrase, session.Chats.Count, quiz);
}

internal sealed record SourceDto(int N, int Paragraph, string Quote)
{
    public static SourceDto[] Of(Answer answer) =>
        [.. answer.AllCitations().Select(citation => new SourceDto(citation.N, citation.Paragraph, citation.Quote))];
}

/// <summary>A question as the board shows it.</summary>
/// <param name="Group">Number of the first question that asks the same.</param>
/// <param name="Own">The educator's own answer.</param>
/// <param name="Next">What may be released next; null where all of it was.</param>
internal sealed record BoardQuestionDto(
    int Number, int Group, string Name, string Text, DateTimeOffset At, string Channel, Outcome Outcome, string Answer, SourceDto[] Sources, string[] Working,
    bool Hidden, bool Pinned, bool Discuss, string? Own, HintStep Released, HintStep? Next)
{
    public static BoardQuestionDto Of(AskedQuestion question) => new(
        question.Number, question.Group, question.Name, question.Text, question.At, question.Person.Channel, question.Answer.Outcome, question.Answer.Text,
        SourceDto.Of(question.Answer), [.. question.Answer.AllWorking().Select(working => working.Expression)],
        question.IsHidden, question.PinnedAt is not null, question.IsForDiscussion, question.EducatorsAnswer, question.Released, question.NextStep);
}

/// <summary>A question that everybody is shown, without the name of who asked: as much of its answer as the educator released.</summary>
/// <param name="Hint">Where to look, or the words; null where the answer is there, or nothing yet.</param>
/// <param name="Chart">What the answer's chart shows, in words; null where it has none.</param>
internal sealed record PinnedDto(int Number, string Text, string? Hint, string? Answer, SourceDto[] Sources, string? Chart, string? Own)
{
    public static PinnedDto[] Of(Session session) => [.. session.Pinned.Select(question => new PinnedDto(
        question.Number,
        question.Text,
        question.Released is HintStep.Paragraph or HintStep.Sentence ? Hints.Of(question, question.Released) : null,
        question.Released is HintStep.Answer ? question.Answer.Text : null,
        question.Released is HintStep.Answer ? SourceDto.Of(question.Answer) : [],
        question is { Released: HintStep.Answer, Answer.Chart: { } chart } ? ChartText.Of(chart) : null,
        question.EducatorsAnswer))];
}

/// <summary>The session as a learner sees it.</summary>
/// <param name="Quiz">Whether the class takes a quiz.</param>
/// <param name="Scores">Null unless the educator shows them.</param>
internal sealed record LearnerDto(string Title, SessionState State, string Name, PinnedDto[] Pinned, bool Quiz, ScoresDto? Scores)
{
    public static LearnerDto Of(Session session, SessionPerson person, ScoresDto? scores) =>
        new(session.Title, session.State, session.People.GetValueOrDefault(person) ?? "", PinnedDto.Of(session), session.Quiz is not null, scores);
}

/// <summary>What stands on the projector: what the educator pinned, or else how to join.</summary>
/// <param name="Scores">Null unless the educator shows them.</param>
internal sealed record ProjectorDto(string Title, string Code, SessionState State, string? Link, int Joined, PinnedDto[] Pinned, ScoresDto? Scores)
{
    public static ProjectorDto Of(Session session, Uri? link, ScoresDto? scores) =>
        new(session.Title, session.Code, session.State, link?.AbsoluteUri, session.People.Count, PinnedDto.Of(session), scores);
}

/// <summary>A whole board, as it is sent first.</summary>
internal sealed record BoardDto(SessionDto Session, BoardQuestionDto[] Questions);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(StartRequestDto))]
[JsonSerializable(typeof(StartedDto))]
[JsonSerializable(typeof(BoardKeyDto))]
[JsonSerializable(typeof(JoinRequestDto))]
[JsonSerializable(typeof(JoinedDto))]
[JsonSerializable(typeof(BoardDto))]
[JsonSerializable(typeof(BoardQuestionDto))]
[JsonSerializable(typeof(SessionDto))]
[JsonSerializable(typeof(LearnerDto))]
[JsonSerializable(typeof(QuizActionDto))]
[JsonSerializable(typeof(QuizChoiceDto[]))]
[JsonSerializable(typeof(ProjectorDto))]
[JsonSerializable(typeof(QuestionActionDto))]
[JsonSerializable(typeof(SessionActionDto))]
internal sealed partial class SessionViewsJson : JsonSerializerContext;
