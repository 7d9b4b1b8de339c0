using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Answers;

namespace ChannelBot.Bot;

/// <summary>Sends the record of an answer along with it, in <c>channelData.answer</c>: what scripts see of a bot in their own process, they
/// then see of one elsewhere. Channels pass it on; people see nothing of it.</summary>
public sealed class AnswerRecordMiddleware : IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        turnContext.OnSendActivities((turn, activities, send) =>
        {
            if (turn.TurnState.Get<Answer>() is { } answer && activities.FirstOrDefault(activity => activity.IsType(ActivityTypes.Message)) is { } message)
            {
                var data = message.ChannelData as JsonObject ?? [];
                data[AnswerJson.ChannelDataName] = JsonSerializer.SerializeToNode(answer, AnswerJsonContext.Default.Answer);
                message.ChannelData = data;
            }

            return send();
        });
        return next(cancellationToken);
    }
}
