using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Bot.Rendering;

/// <summary>Which renderer serves which channel.</summary>
/// <param name="publicUrl">Where people reach the page, so that a citation can lead to its sentence; null where nobody said.</param>
public sealed class AnswerRenderers(Uri? publicUrl = null)
{
    private readonly TeamsRenderer _teams = new(publicUrl);
    private readonly TeamsRenderer _teamsOfMany = new(publicUrl) { OffersSuggestions = false };
    private readonly WebChatRenderer _webChat = new();
    private readonly PlainTextRenderer _plainText = new();

    /// <param name="channelId">The activity's; a channel that is not known gets plain text, which every channel shows.</param>
    /// <param name="conversation">Where the answer goes; null where nobody knows.</param>
    public IAnswerRenderer For(string? channelId, ConversationAccount? conversation = null) => channelId switch
    {
        Channels.Msteams => conversation?.ConversationType is "groupChat" or "channel" ? _teamsOfMany : _teams,
        Channels.Directline or Channels.Webchat => _webChat,
        _ => _plainText,
    };
}
