namespace ChannelBot.Core.Conversations;

/// <summary>Names one conversation among those of all channels.</summary>
/// <param name="Channel">"msteams", "directline", "emulator": the activity's channelId.</param>
/// <param name="Id">The activity's conversation.id, as the channel wrote it.</param>
public readonly record struct ConversationKey(string Channel, string Id)
{
    public override string ToString() => $"{Channel}/{Id}";
}
