using System.Security.Cryptography;
using ChannelBot.Core.Conversations;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>Names that nobody can guess, and those that follow from a place in a conversation.</summary>
internal static class DirectLineIds
{
    /// <summary>What the id of a user begins with whom a token names (protocol checklist, section 6).</summary>
    public const string UserPrefix = "dl_";

    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>124 random bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, 24);

    public static string NewUser() => UserPrefix + New();

    /// <summary>Grows with the place, also when compared as text.</summary>
    public static string OfActivity(ConversationKey conversation, long sequence) => $"{conversation.Id}|{sequence:D7}";

    /// <summary>For what is shown and not kept, such as typing.</summary>
    public static string OfPassing(ConversationKey conversation) => $"{conversation.Id}|{New()}";
}
