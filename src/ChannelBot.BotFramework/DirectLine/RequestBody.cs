using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChannelBot.BotFramework.Schema;
using Microsoft.AspNetCore.Http;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>Reads what came with a request: an activity, parameters, or bytes; and refuses what is too large or something else.</summary>
internal static class RequestBody
{
    /// <exception cref="DirectLineRefusal">There is more (413).</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken) =>
        (request.ContentLength > most ? null : await LimitedBody.ReadAsync(request.Body, most, cancellationToken)) ?? throw TooLarge(most);

    /// <exception cref="DirectLineRefusal">It is too large.</exception>
    /// <exception cref="BadActivityException">It is no activity.</exception>
    public static async Task<Activity> ReadActivityAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // A character takes three bytes at most, and six where a client escapes it; those clients get less.
        var bytes = await ReadAsync(request, 3 * DirectLineLimits.ActivityCharacters, cancellationToken);
        return ToActivity(bytes.Span);
    }

    /// <inheritdoc cref="ReadActivityAsync"/>
    public static Activity ToActivity(ReadOnlySpan<byte> utf8) =>
        Encoding.UTF8.GetCharCount(utf8) <= DirectLineLimits.ActivityCharacters
            ? ActivityParser.ParseWithoutConversation(utf8)
            : throw DirectLineRefusal.TooLarge($"The activity is larger than {DirectLineLimits.ActivityCharacters:N0} characters.");

    /// <summary>Parameters that may be left out altogether.</summary>
    /// <exception cref="DirectLineRefusal">It is too large, or not JSON of this shape.</exception>
    public static async Task<T> ReadParametersAsync<T>(HttpRequest request, JsonTypeInfo<T> type, T nothing, CancellationToken cancellationToken)
        where T : class
    {
        var bytes = await ReadAsync(request, DirectLineLimits.ParameterBytes, cancellationToken);
        if (bytes.Length == 0)
        {
            return nothing;
        }

        try
        {
            return JsonSerializer.Deserialize(bytes.Span, type) ?? nothing;
        }
        catch (JsonException exception)
        {
            var where = exception.Path is { Length: > 1 and < 100 } path ? $" at {path[2..]}" : "";
            throw DirectLineRefusal.BadArgument($"The body is not JSON of the expected shape{where}.");
        }
    }

    private static DirectLineRefusal TooLarge(int most) => DirectLineRefusal.TooLarge($"The body is larger than {most:N0} bytes.");
}
