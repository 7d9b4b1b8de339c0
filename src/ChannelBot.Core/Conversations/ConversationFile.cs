namespace ChannelBot.Core.Conversations;

/// <summary>A file that a user sent. It is deleted with its conversation, and after <see cref="Lifetime"/>.</summary>
/// <param name="Id">Unique in the conversation.</param>
/// <param name="ContentType">Without parameters, such as "image/png".</param>
/// <param name="Name">As the user's machine called it, without a folder; null where it said nothing.</param>
public sealed record ConversationFile(
    ConversationKey Conversation, string Id, string ContentType, string? Name, DateTimeOffset At, ReadOnlyMemory<byte> Content)
{
    /// <summary>As long as Direct Line keeps files (protocol checklist, section 6).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
}
