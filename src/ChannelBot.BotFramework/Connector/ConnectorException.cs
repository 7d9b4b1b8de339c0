using System.Net;

namespace ChannelBot.BotFramework.Connector;

/// <summary>A connector did not do what it was asked.</summary>
/// <param name="status">Its HTTP status; null where there was no answer, or where nothing was sent.</param>
/// <param name="code">Its error code, for example ConversationNotFound; null where it gave none.</param>
/// <param name="retryAfter">How long it asks to wait.</param>
public sealed class ConnectorException(
    string message, HttpStatusCode? status = null, string? code = null, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    public HttpStatusCode? Status { get; } = status;

    public string? Code { get; } = code;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
