using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Turns;

/// <summary>An invoke cannot be answered, and the caller is told so by a status.</summary>
public sealed class InvokeResponseException(int status, JsonNode? body = null) : Exception($"The invoke is answered with {status}.")
{
    public InvokeResponse CreateInvokeResponse() => new() { Status = status, Body = body };

    internal static InvokeResponseException NotImplemented() => new(501);
}
