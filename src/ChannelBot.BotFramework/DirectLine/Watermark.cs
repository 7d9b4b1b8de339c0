using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ChannelBot.Core.Conversations;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>How far a client has read a conversation. To the client it is a text that means nothing, but grows.</summary>
/// <remarks>The number in it is the sequence of the last entry read, followed by three digits which tell its conversation: so the
/// watermark of another one is refused, rather than skipping messages that nobody has seen.</remarks>
internal static class Watermark
{
    private const long Tags = 1000;

    public static string Of(ConversationKey conversation, long sequence) =>
        ((sequence * Tags) + Tag(conversation)).ToString(CultureInfo.InvariantCulture);

    /// <summary>The sequence to read after: 0 where nothing was given, which means from the start everywhere.</summary>
    /// <exception cref="DirectLineRefusal">It is no watermark of this conversation.</exception>
    public static long Read(ConversationKey conversation, string? text)
    {
        if (string.IsNullOrEmpty(text) || text == "0")
        {
            return 0;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number % Tags != Tag(conversation))
        {
            throw DirectLineRefusal.BadArgument("The watermark is not of this conversation. Leave it out to read from the start.");
        }

        return number / Tags;
    }

    private static long Tag(ConversationKey conversation) =>
        BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(conversation.Id.AsSpan()))) % Tags;
}
