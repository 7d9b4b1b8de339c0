using System.Net;
using System.Net.Http.Headers;
using ChannelBot.BotFramework.Authentication;

namespace ChannelBot.BotFramework.Connector;

/// <summary>Puts the bot's token on each request; where the connector refuses it, gets another and asks once more.</summary>
/// <param name="tokens">Null for a bot that is not registered: then no token is sent.</param>
internal sealed class ConnectorTokenHandler(ConnectorTokens? tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (tokens is null)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var token = await tokens.GetAsync(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.ReplaceAsync(token, cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
