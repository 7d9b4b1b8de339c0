using System.Buffers;
using System.Text;
using System.Text.Json.Serialization;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Conversations;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>What a token is asked for with (directline-3.0.json, TokenParameters), and the
/// locale that Web Chat adds. Other members are left alone.</summary>
internal sealed record TokenParametersDto(
    ChannelAccount? User = null, IReadOnlyList<string>? TrustedOrigins = null, string? Locale = null);

/// <summary>A conversation and the token for it (directline-3.0.json, Conversation).</summary>
internal sealed record ConversationDto(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string? StreamUrl = null);

/// <summary>For enhanced authentication, which needs no session here: the token names the user.</summary>
internal sealed record SessionDto(string SessionId);

/// <summary>What the page asks with, and gets (design.md, "Fixed names").</summary>
/// <param name="StartAgain">A new conversation, rather than the one that the cookie names.</param>
internal sealed record WebChatRequestDto(ChannelAccount? User = null, bool StartAgain = false);

internal sealed record WebChatTokenDto(string Token, string ConversationId, string UserId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 64)]
[JsonSerializable(typeof(TokenParametersDto))]
[JsonSerializable(typeof(ConversationDto))]
[JsonSerializable(typeof(SessionDto))]
[JsonSerializable(typeof(WebChatRequestDto))]
[JsonSerializable(typeof(WebChatTokenDto))]
internal sealed partial class DirectLineJson : JsonSerializerContext;

/// <summary>Activities with the watermark that includes them (directline-3.0.json, ActivitySet).</summary>
internal static class ActivitySet
{
    /// <summary>The set as JSON in UTF-8; the activities are already.</summary>
    /// <param name="watermark">Null for what is not kept: the client's own then stays as it is.</param>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<LogEntry> entries, string? watermark)
    {
        var buffer = new ArrayBufferWriter<byte>(64 + entries.Sum(entry => entry.Activity.Length + 1));
        buffer.Write("{\"activities\":["u8);
        for (var i = 0; i < entries.Count; i++)
        {
            buffer.Write(i > 0 ? ","u8 : ""u8);
            buffer.Write(entries[i].Activity.Span);
        }

        buffer.Write("]"u8);
        if (watermark is not null)
        {
            buffer.Write(",\"watermark\":\""u8);
            buffer.Write(Encoding.ASCII.GetBytes(watermark));
            buffer.Write("\""u8);
        }

        buffer.Write("}"u8);
        return buffer.WrittenMemory;
    }
}
