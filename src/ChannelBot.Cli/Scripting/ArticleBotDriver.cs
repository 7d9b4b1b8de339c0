using ChannelBot.Bot;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;
using ChannelBot.Planner;
using ChannelBot.Testing.Drivers;

namespace ChannelBot.Cli.Scripting;

/// <summary>The article's own bot as scripts are run against it in this process: with the plan and the explanation of each answer.</summary>
internal static class ArticleBotDriver
{
    public static InProcessDriver Of(ArticleBot bot, string? channelId, TimeProvider time) => new(
        () =>
        {
            var answers = new ExplainedAnswers(bot.Planner);
            return new InProcessBot(bot.With(answers), () => Tell(answers.Take()));
        },
        channelId ?? Channels.Test,
        time);

    private static (IReadOnlyList<PlanStep> Plan, IReadOnlyList<string> Lines) Tell(Explanation? explanation) => explanation is null
        ? ([], [])
        : (explanation.Plan, [.. explanation.Analysis, .. explanation.Guards]);
}
