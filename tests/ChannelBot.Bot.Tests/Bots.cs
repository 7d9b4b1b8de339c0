using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Testing;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner;

namespace ChannelBot.Bot.Tests;

/// <summary>The shipped article's bot, as a channel finds it.</summary>
internal static class Bots
{
    private static readonly Lazy<Task<QuestionBot>> Shared = new(MakeAsync);

    public static KnowledgeFile Knowledge { get; } =
        KnowledgeReader.Read(Path.Combine(AppContext.BaseDirectory, "knowledge", "channel-crossings", "knowledge.json"));

    public static QuestionPlanner Planner { get; } = QuestionPlanner.Embedded(Knowledge);

    /// <summary>A new conversation on a channel.</summary>
    public static async Task<(TestAdapter Channel, TestFlow Conversation)> TalkOnAsync(string channelId = Channels.Test)
    {
        var adapter = new TestAdapter(channelId).Carry<ConversationState>();
        return (adapter, new TestFlow(adapter, await Shared.Value));
    }

    private static async Task<QuestionBot> MakeAsync()
    {
        var bot = await ArticleBot.OpenAsync(Knowledge, Planner);
        return bot.With(new AnswerCache(Planner));
    }
}
