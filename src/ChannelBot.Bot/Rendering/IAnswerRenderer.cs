using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Bot.Rendering;

/// <summary>Writes an answer as one kind of channel shows it best. The same answer gives the same activity.</summary>
public interface IAnswerRenderer
{
    Activity Render(Answer answer);
}
