using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Bot.Rendering;

/// <summary>What to ask next, as buttons.</summary>
internal static class Suggestions
{
    /// <summary>More than these are not read. (Protocol checklist 5.5: three to six.)</summary>
    private const int Most = 6;

    public static SuggestedActions? Of(Answer answer) => answer.Suggestions.Count is 0
        ? null
        : new SuggestedActions { Actions = [.. answer.Suggestions.Take(Most).Select(suggestion => CardAction.Say(TextOfOthers.Clean(suggestion)))] };
}
