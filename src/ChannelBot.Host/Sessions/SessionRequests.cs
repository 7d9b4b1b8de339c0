using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChannelBot.Core;
using Microsoft.AspNetCore.Http.Features;

namespace ChannelBot.Host.Sessions;

/// <summary>Reads what the pages of sessions send: JSON, and not much of it.</summary>
internal static class SessionRequests
{
    private const int MostBytes = 64 * 1024;

    /// <exception cref="BadInputException">It is no JSON of this shape.</exception>
    /// <exception cref="BadHttpRequestException">It is too large, or says that it is something else: a form of another site's page can send no JSON.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, int mostBytes = MostBytes)
    {
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("Not JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        // Whoever reads more gets the exception above.
        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = mostBytes;
        try
        {
            return await request.ReadFromJsonAsync(type, request.HttpContext.RequestAborted) ?? throw new BadInputException("body", "The request says nothing.");
        }
        catch (JsonException problem)
        {
            throw new BadInputException("body", $"The request is not JSON of the expected shape{(problem.Path is { Length: > 2 and < 100 } path ? $" at {path[2..]}" : "")}.");
        }
    }
}
