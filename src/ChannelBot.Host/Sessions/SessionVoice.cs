using System.Text.Json;
using ChannelBot.BotFramework.DirectLine;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Host.Answering;
using ChannelBot.Host.Messages;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Host.Sessions;

/// <summary>Says to learners, where they asked, what the educator gives them later: a hint, the answer, the educator's own words.</summary>
internal sealed class SessionVoice(DirectLineVoice directLine, BotTurns turns, Articles articles)
{
    /// <summary>As much of a question as reminds of it.</summary>
    private const int LongestReminder = 120;

    /// <summary>Gives the next step of an answer that was held back; twice the same is said once.</summary>
    public Task GiveAsync(Session session, AskedQuestion question, HintStep step)
    {
        var answer = step is HintStep.Answer
            ? question.Answer with { Text = $"To your question {Reminder(question)}:\n{question.Answer.Text}" }
            : Say(question, $"To your question {Reminder(question)}. {Hints.Of(question, step)}", step is HintStep.Sentence ? question.Answer.AllCitations() : []);
        return SayAsync(session, question, $"session:{question.Number}:{step}", answer, step is HintStep.Answer ? question.Turn : null);
    }

    /// <summary>Passes on the educator's own words, as theirs.</summary>
    /// <param name="key">Tells them from anything said before.</param>
    public Task PassOnAsync(Session session, AskedQuestion question, string words, string key) => SayAsync(
        session, question, $"session:{question.Number}:{key}", Say(question, $"Your teacher says to your question {Reminder(question)}:\n{words}\n(These are your teacher's words, not the article's.)", []), adds: null);

    private static string Reminder(AskedQuestion question) =>
        $"“{(question.Text.Length <= LongestReminder ? question.Text : string.Concat(question.Text.AsSpan(0, LongestReminder).TrimEnd(), "…"))}”";

    private static Answer Say(AskedQuestion question, string text, IReadOnlyList<Citation> citations) => new()
    {
        KnowledgeSha256 = question.Answer.KnowledgeSha256, Question = question.Text, Outcome = Outcome.Social, Text = text, Citations = citations, Planner = Planners.Embedded,
    };

    /// <param name="adds">What the conversation remembers of it from then on; null for nothing.</param>
    private async Task SayAsync(Session session, AskedQuestion question, string key, Answer answer, PastTurn? adds)
    {
        var renderers = articles.Find(session.Article)?.Renderers ?? articles.Own.Renderers;
        var speaker = new Speaker(turn => renderers.For(turn.Activity.ChannelId, turn.Activity.Conversation).Render(answer), adds);
        if (question.Person.Channel is Channels.Directline)
        {
            await directLine.SayAsync(question.Person.UserId, speaker, key, CancellationToken.None);
        }
        else if (question.Reference?.Deserialize(ProtocolJson.Wire.ConversationReference) is { } reference)
        {
            var cue = reference.GetContinuationActivity();

            // What is said names the question that it answers, so that it stands in the same thread.
            cue.Id = reference.ActivityId;
            await turns.RunAsync(new TurnRequest(question.Chat, question.Person.UserId, key) { DeliversReplies = true }, new BotTurn(cue) { InsteadOfBot = speaker }, CancellationToken.None);
        }
    }

    private sealed class Speaker(Func<ITurnContext, Activity> write, PastTurn? adds) : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            if (adds is not null)
            {
                turnContext.TurnState.Set((turnContext.TurnState.Get<ConversationState>() ?? ConversationState.Empty).With(adds));
            }

            await turnContext.SendActivityAsync(write(turnContext), cancellationToken);
        }
    }
}
