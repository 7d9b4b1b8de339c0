using ChannelBot.Core.Conversations;
using ChannelBot.Core.Language;
using Microsoft.Extensions.AI;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>What a model is told: its instructions, and as data what was said before and what is asked now.</summary>
internal static class ModelConversation
{
    /// <param name="historyTokens">As many of the latest turns are shown as fit; the last one not even in part where it does not.</param>
    public static List<ChatMessage> Of(string instructions, string question, ConversationState conversation, int historyTokens, Func<string, int> countTokens)
    {
        var turns = new List<string>();
        for (var i = conversation.Turns.Count - 1; i >= 0; i--)
        {
            var past = conversation.Turns[i];
            var turn = $"asked: {QuestionText.Clean(past.Question)}\nanswered: {past.Answer.Text}";
            historyTokens -= countTokens(turn);
            if (historyTokens < 0)
            {
                break;
            }

            turns.Insert(0, turn);
        }

        var asked = DataBlock.Of("question", QuestionText.Clean(question));
        return
        [
            new ChatMessage(ChatRole.System, instructions),
            new ChatMessage(ChatRole.User, turns.Count == 0 ? asked : $"{DataBlock.Of("conversation", string.Join('\n', turns))}\n{asked}"),
        ];
    }
}
