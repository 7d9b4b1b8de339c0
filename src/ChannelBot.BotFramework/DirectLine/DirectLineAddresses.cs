using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>Absolute addresses, as clients need them: under the host's public one, or where the request went.</summary>
internal sealed class DirectLineAddresses(DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    public const string Path = "/v3/directline";

    /// <summary>The address of the stream, good for a minute.</summary>
    public string OfStream(HttpRequest request, DirectLineToken token, string? watermark)
    {
        var credential = tokens.Write(TokenPurpose.Stream, token);
        var from = string.IsNullOrEmpty(watermark) ? "" : $"&watermark={Uri.EscapeDataString(watermark)}";
        var address = Of(request, $"conversations/{Uri.EscapeDataString(token.ConversationId)}/stream?t={credential}{from}");

        // ws for http, wss for https.
        return "ws" + address["http".Length..];
    }

    public string OfFile(HttpRequest request, ConversationFile file) =>
        Of(request, $"conversations/{Uri.EscapeDataString(file.Conversation.Id)}/files/{file.Id}");

    private string Of(HttpRequest request, string rest) => options.Value.PublicUrl is { } site
        ? $"{site.AbsoluteUri.TrimEnd('/')}{Path}/{rest}"
        : $"{request.Scheme}://{request.Host}{request.PathBase}{Path}/{rest}";
}
