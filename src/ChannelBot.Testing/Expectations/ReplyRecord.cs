using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Testing.Expectations;

/// <summary>The record of an answer where a bot sends it along, in the <c>channelData.answer</c> of its message.</summary>
internal static class ReplyRecord
{
    /// <returns>The last message's; null where none has one that can be read: then the bot is asked by what it shows.</returns>
    public static Answer? In(IReadOnlyList<Activity> replies) => replies.Reverse().Select(Of).FirstOrDefault(answer => answer is not null);

    private static Answer? Of(Activity reply)
    {
        try
        {
            return reply.ChannelData is JsonObject data && data[AnswerJson.ChannelDataName] is JsonObject record
                ? record.Deserialize(AnswerJsonContext.Default.Answer)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
