using System.Text.Json;
using System.Threading.RateLimiting;
using ChannelBot.Bot;
using ChannelBot.Bot.Quizzes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Sessions;
using ChannelBot.Host.Answering;
using ChannelBot.Host.Operations;
using ChannelBot.Teaching.Sessions;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Sessions;

/// <summary>The bot of every channel: where a session runs, its questions are answered from the session's article, as the educator has
/// it, and noted for the board; elsewhere the host's own article answers.</summary>
internal sealed class SessionBot(LiveSessions sessions, SessionCommands commands, Articles articles, IOptions<SessionsOptions> options) : IBot, IDisposable
{
    private readonly QuestionBot _elsewhere = articles.Own.With(articles.Own.Answers);
    private readonly PartitionedRateLimiter<SessionPerson> _questions = PartitionedRateLimiter.Create<SessionPerson, string>(
        person => RateLimits.Bucket($"{person.Channel}\n{person.UserId}", options.Value.QuestionsAMinute));

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (await commands.CarryOutAsync(activity) is { } said)
        {
            var reply = Activity.CreateMessageActivity();
            (reply.Text, reply.TextFormat) = (said, TextFormatTypes.Plain);
            await turnContext.SendActivityAsync(reply, cancellationToken);
            return;
        }

        if (sessions.Of(activity) is not { } session || activity.From?.Id is not { } user)
        {
            await _elsewhere.OnTurnAsync(turnContext, cancellationToken);
            return;
        }

        var person = new SessionPerson(activity.ChannelId ?? "", user);
        var article = articles.Find(session.Now.Article) ?? throw new InvalidOperationException($"Session {session.Now.Code} is about an article that is no more.");
        var answers = new SessionAnswers(article.Answers, session.Now, () => RequireLeisure(person));
        await article.With(answers, session.Now.Quiz?.Request).OnTurnAsync(turnContext, cancellationToken);
        if (answers.Asked is { } asked)
        {
            var chat = new ConversationKey(activity.ChannelId ?? "", activity.Conversation?.Id ?? "");
            JsonElement? reference = activity.ChannelId is Channels.Directline ? null : JsonSerializer.SerializeToElement(activity.GetConversationReference(), ProtocolJson.Wire.ConversationReference);
            turnContext.TurnState.Set(session.Ask(
                person, DisplayName.Of(activity.From.Name), (at, number) => new QuestionAsked(at, number, person, asked, chat, reference, answers.IsHeld)));
        }
        else if (turnContext.TurnState.Get<AnsweredQuestion>() is { } answered && session.Now.Quiz is { } quiz && answered.Quiz == QuizRun.Begin(article.Knowledge, quiz.Request).Id)
        {
            turnContext.TurnState.Set(session.Answer(person, DisplayName.Of(activity.From.Name), answered));
        }
    }

    public void Dispose() => _questions.Dispose();

    private void RequireLeisure(SessionPerson person)
    {
        using var lease = _questions.AttemptAcquire(person);
        if (!lease.IsAcquired)
        {
            throw new BadInputException("question", new TooMuchAtOnceException().Message);
        }
    }
}

/// <summary>Asks a session's article as the session has it: what is no question passes, the rest needs a session that is open and a learner
/// who leaves room for others; and an answer may be held back.</summary>
internal sealed class SessionAnswers(IAnswerSource article, Session session, Action requireLeisure) : IAnswerSource
{
    /// <summary>The question with its true answer; null where none was asked.</summary>
    public PastTurn? Asked { get; private set; }

    /// <summary>Whether the learner is told of the answer later.</summary>
    public bool IsHeld { get; private set; }

    public async Task<PastTurn> AskAsync(string question, ConversationState state, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var turn = await article.AskAsync(question, state, progress, cancellationToken);
        if (turn.Answer.Outcome is Outcome.Social)
        {
            return turn;
        }

        session.RequireRoom();
        requireLeisure();
        Asked = turn;
        IsHeld = session.Release is ReleaseMode.Hints && Hints.Holds(turn.Answer);
        return IsHeld
            ? new PastTurn(turn.Question, new Answer { KnowledgeSha256 = turn.Answer.KnowledgeSha256, Question = turn.Question, Outcome = Outcome.Social, Text = Hints.Held, Planner = Planners.Embedded }, [])
            : turn;
    }
}
