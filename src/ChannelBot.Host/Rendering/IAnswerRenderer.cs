using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Host.Rendering;

/// <summary>Writes an answer as one kind of channel shows it best. The same answer and key give the same activity.</summary>
public interface IAnswerRenderer
{
    /// <param name="key">Tells this answer's parts from those of other answers on the same screen, such as the id of the question's activity.</param>
    Activity Render(Answer answer, string key);
}
