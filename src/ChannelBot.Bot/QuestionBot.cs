using System.Text.Json.Nodes;
using ChannelBot.Bot.Quizzes;
using ChannelBot.Bot.Rendering;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Streaming;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Bot;

/// <summary>The bot: a question is answered from the article, a command is carried out, a quiz is asked, feedback is taken.</summary>
/// <remarks>It finds the conversation's <see cref="ConversationState"/> in the turn state, leaves the new one there, and beside it the
/// <see cref="Answer"/> that it rendered, <see cref="UserForgotten"/>, <see cref="AnsweredQuestion"/> or <see cref="FeedbackGiven"/>. It stores nothing itself.</remarks>
public sealed class QuestionBot(
    KnowledgeFile knowledge, IAnswerSource answers, StarterQuestions starters, ArticleQuizzes quizzes, AnswerRenderers renderers, QuizRequest? setQuiz = null) : ActivityHandler
{
    private const string Forgetting = "forget";

    private const string NotUnderstood = "That button says nothing I know.";

    private readonly BotReplies _replies = new(knowledge, starters);
    private readonly QuizTalk _quizzes = new(knowledge, quizzes);

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        // Who presses stop has the last word: nothing is said.
        var stop = turnContext.TurnState.Get<StreamingResponse>()?.Stopped ?? CancellationToken.None;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop);
        try
        {
            var answer = QuizTalk.IsSent(turnContext.Activity.Value)
                ? AnswerCard(turnContext, turnContext.Activity.Value!.AsObject())
                : await AnswerAsync(turnContext, Said.In(turnContext.Activity), either.Token);
            await SendAsync(turnContext, answer, cancellationToken);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
        }
    }

    protected override Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        WelcomeAsync(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => WelcomeAsync(turnContext, cancellationToken);

    /// <summary>A card's button: what it says is answered in the conversation, as if it had been typed.</summary>
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        if (QuizTalk.IsSent(invokeValue.Action?.Data))
        {
            await SendAsync(turnContext, AnswerCard(turnContext, invokeValue.Action!.Data!.AsObject()), cancellationToken);
            return turnContext.TurnState.Get<AnsweredQuestion>() is { Marked: { } marked } closed
                ? AdaptiveCardInvokeResponse.WithCard(QuizCard.Answered(closed.Question, marked.Given).Content!)
                : AdaptiveCardInvokeResponse.WithMessage("Answered below.");
        }

        var said = Said.InValue(invokeValue.Action?.Data) is { Length: > 0 } words ? words : invokeValue.Action?.Verb ?? "";
        if (said.Length is 0)
        {
            return AdaptiveCardInvokeResponse.WithError(400, "BadRequest", NotUnderstood);
        }

        await SendAsync(turnContext, await AnswerAsync(turnContext, said, cancellationToken), cancellationToken);
        return AdaptiveCardInvokeResponse.WithMessage("Answered below.");
    }

    protected override Task OnMessageSubmitActionAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonObject action, CancellationToken cancellationToken)
    {
        if (MessageFeedback.From(action) is not { } feedback)
        {
            throw new InvokeResponseException(501);
        }

        if (turnContext.Activity.ReplyToId is { } answered)
        {
            turnContext.TurnState.Set(new FeedbackGiven(answered, feedback.IsLike ? "like" : "dislike", feedback.Text));
        }

        return Task.CompletedTask;
    }

    private async Task<Answer> AnswerAsync(ITurnContext turn, string said, CancellationToken cancellationToken)
    {
        var state = StateOf(turn);
        var isAskedToForget = state.Pending == Forgetting;
        var run = QuizRun.Read(state.Pending);
        var asked = _quizzes.Asked(run);

        // Whoever writes to the bot needs no introduction any more.
        state = state with { Pending = asked is null ? null : state.Pending, IsGreeted = true };
        turn.TurnState.Set(state);
        if (isAskedToForget && IsSaid(said, BotReplies.KeepAll, "no"))
        {
            return _replies.Kept();
        }

        if (isAskedToForget && IsSaid(said, BotReplies.ConfirmForgetting, "yes"))
        {
            turn.TurnState.Set(ConversationState.Empty with { IsGreeted = true });
            turn.TurnState.Set(new UserForgotten());
            return _replies.Forgotten();
        }

        if (BotCommands.Find(said) is { } command and not BotCommand.Quiz)
        {
            return await CarryOutAsync(turn, command, state, cancellationToken);
        }

        if (QuizAnswer(run, said) is { } reply)
        {
            return Keep(turn, reply);
        }

        return said.Length is 0 ? _replies.NothingSaid() : await AskAsync(turn, said, state, cancellationToken);
    }

    /// <summary>What is said in a quiz, or begins one; null where it is a question about the article, which may be asked between two others.</summary>
    private QuizReply? QuizAnswer(QuizRun? run, string said)
    {
        try
        {
            return _quizzes.Hear(run, said, setQuiz);
        }
        catch (BadInputException bad)
        {
            return new QuizReply(_replies.Refusal(bad.Message), run);
        }
    }

    private Answer AnswerCard(ITurnContext turn, JsonObject data)
    {
        var state = StateOf(turn);
        return Keep(turn, _quizzes.Sent(QuizRun.Read(state.Pending), data));
    }

    private static Answer Keep(ITurnContext turn, QuizReply reply)
    {
        turn.TurnState.Set(StateOf(turn) with { Pending = reply.Run?.Write(), IsGreeted = true });
        if (reply.Closed is { } closed)
        {
            turn.TurnState.Set(closed);
        }

        return reply.Answer;
    }

    private async Task<Answer> AskAsync(ITurnContext turn, string question, ConversationState state, CancellationToken cancellationToken)
    {
        try
        {
            var asked = await answers.AskAsync(question, state, turn.TurnState.Get<StreamingResponse>(), cancellationToken);
            turn.TurnState.Set(state.With(asked));
            return asked.Answer;
        }
        catch (BadInputException bad)
        {
            return _replies.Refusal(bad.Message);
        }
    }

    private async Task<Answer> CarryOutAsync(ITurnContext turn, BotCommand command, ConversationState state, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case BotCommand.Sources:
                return _replies.Sources(state);
            case BotCommand.Working:
                return _replies.Working(state);
            case BotCommand.StartAgain:
                turn.TurnState.Set(state with { Turns = [], Pending = null });
                return _replies.Restarted();
            case BotCommand.ForgetMe:
                turn.TurnState.Set(state with { Pending = Forgetting });
                return _replies.AskToForget();
            default:
                return _replies.Help((await answers.AskAsync("help", ConversationState.Empty, progress: null, cancellationToken)).Answer);
        }
    }

    private async Task WelcomeAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var state = StateOf(turn);
        if (state.IsGreeted)
        {
            return;
        }

        turn.TurnState.Set(state with { IsGreeted = true });
        await SendAsync(turn, _replies.Welcome(), cancellationToken);
    }

    private Task<ResourceResponse> SendAsync(ITurnContext turn, Answer answer, CancellationToken cancellationToken)
    {
        turn.TurnState.Set(answer);
        var activity = renderers.For(turn.Activity.ChannelId, turn.Activity.Conversation).Render(answer);
        if (QuizRun.Read(StateOf(turn).Pending) is { } run && _quizzes.Asked(run) is { } question)
        {
            QuizCard.Add(activity, question, QuizTalk.Returned(run), turn.Activity.ChannelId);
        }

        return turn.SendActivityAsync(activity, cancellationToken);
    }

    private static ConversationState StateOf(ITurnContext turn) => turn.TurnState.Get<ConversationState>() ?? ConversationState.Empty;

    private static bool IsSaid(string said, string offered, string word) =>
        BotCommands.Plain(said).Replace(",", "", StringComparison.Ordinal) is var plain
        && (string.Equals(plain, offered.Replace(",", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            || string.Equals(plain, word, StringComparison.OrdinalIgnoreCase));
}
