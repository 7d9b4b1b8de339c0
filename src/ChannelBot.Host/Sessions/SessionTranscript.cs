using System.Globalization;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Transcripts;
using ChannelBot.Host.Answering;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Host.Sessions;

/// <summary>A session as a .transcript for testers: every question with what the bot answers to it, in one conversation, under no real names.</summary>
internal static class SessionTranscript
{
    private const string Bot = "bot";

    public static byte[] Of(Session session, HostedArticle article)
    {
        var renderer = article.Renderers.For(Channels.Directline);
        var learners = session.Questions.Select(question => question.Person).Distinct().Select((person, i) => (person, Number: i + 1)).ToDictionary(learner => learner.person, learner => learner.Number);
        return TranscriptFile.Write(session.Questions.Where(question => !question.IsHidden).SelectMany(question =>
        {
            var number = learners[question.Person].ToString(CultureInfo.InvariantCulture);
            var learner = new ChannelAccount($"learner{number}", $"Learner {number}", "user");
            var said = Placed(new Activity(ActivityTypes.Message) { From = learner, Recipient = new ChannelAccount(Bot, null, Bot), Text = question.Text }, session, question, 0);
            var answer = Placed(renderer.Render(question.Answer), session, question, 1);
            (answer.From, answer.Recipient, answer.ReplyToId) = (said.Recipient, learner, said.Id);
            return new[] { said, answer };
        }));
    }

    private static Activity Placed(Activity activity, Session session, AskedQuestion question, int index)
    {
        activity.Id = FormattableString.Invariant($"{session.Code}|{(2 * question.Number) + index:D7}");
        activity.ChannelId = Channels.Directline;
        activity.Conversation = new ConversationAccount(session.Code);
        activity.Timestamp = question.At.AddMilliseconds(index);
        return activity;
    }
}
