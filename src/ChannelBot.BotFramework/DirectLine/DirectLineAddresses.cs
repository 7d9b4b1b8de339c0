using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>Absolute addresses, as clients need them: under <c>Host:PublicUrl</c> where that is configured, or where the request went.</summary>
internal sealed class DirectLineAddresses(DirectLineTokens tokens, IConfiguration configuration)
{
    public const string Path = "/v3/directline";

    private readonly Uri? _publicUrl = configuration.GetValue<Uri>("Host:PublicUrl");

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

    private string Of(HttpRequest request, string rest) => _publicUrl is { } site
        ? $"{site.AbsoluteUri.TrimEnd('/')}{Path}/{rest}"
        : $"{request.Scheme}://{request.Host}{request.PathBase}{Path}/{rest}";
}
