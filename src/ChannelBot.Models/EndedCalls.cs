namespace ChannelBot.Models;

/// <summary>Breaks off the answer to a call that is waited for no longer.</summary>
/// <remarks>OllamaSharp reads a stream line by line without a token: left alone, a model that stalls there would be waited for without end.</remarks>
internal sealed class EndedCalls(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly AsyncLocal<CancellationToken> Current = new();

    /// <summary>What the calling method sends from here on ends with the token.</summary>
    public static void EndWith(CancellationToken token) => Current.Value = token;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        Current.Value.Register(static state => ((HttpResponseMessage)state!).Dispose(), response);
        return response;
    }
}
