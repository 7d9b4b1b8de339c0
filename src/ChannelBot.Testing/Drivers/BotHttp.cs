using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Testing.Drivers;

/// <summary>Calls a bot's service, and says in a sentence why a call did not succeed.</summary>
internal sealed class BotHttp : IDisposable
{
    private const int MostOfBody = 300;

    /// <summary>The caller's patience is what ends a call.</summary>
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <returns>The body of a 2xx answer; empty where there is none.</returns>
    /// <exception cref="BotDriverException">The service refuses, fails or cannot be reached.</exception>
    public async Task<byte[]> SendAsync(HttpMethod method, Uri address, string? token, ReadOnlyMemory<byte>? json, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (json is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        }

        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode ? answer : throw new BotDriverException(Refusal(address, response.StatusCode, answer));
        }
        catch (HttpRequestException problem)
        {
            throw new BotDriverException($"{Short(address)} cannot be reached: {problem.Message.TrimEnd('.')}.", problem);
        }
    }

    /// <summary>The object that a service answered with.</summary>
    /// <exception cref="BotDriverException">The answer is something else.</exception>
    public static JsonObject ReadObject(Uri address, ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ProtocolJson.Wire.JsonObject) ?? throw new JsonException();
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            throw new BotDriverException($"{Short(address)} answered something else than the protocol says: {Start(json)}", problem);
        }
    }

    /// <summary>Its member <c>activities</c>; empty where there is none.</summary>
    /// <exception cref="BotDriverException">There is one, and it holds something else.</exception>
    public static IReadOnlyList<Activity> ReadActivities(Uri address, JsonObject answer)
    {
        try
        {
            return [.. (answer["activities"] as JsonArray ?? []).OfType<JsonObject>().Select(activity => activity.Deserialize(ProtocolJson.Wire.Activity)!)];
        }
        catch (JsonException problem)
        {
            throw new BotDriverException($"{Short(address)} answered with what is no activity: {problem.Message}", problem);
        }
    }

    /// <summary>A member that is text; null for none.</summary>
    public static string? Text(JsonObject answer, string name) => answer[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>Without what may be secret in it.</summary>
    public static string Short(Uri address) => address.GetLeftPart(UriPartial.Path);

    public void Dispose() => _client.Dispose();

    private static string Refusal(Uri address, HttpStatusCode status, byte[] body)
    {
        var hint = status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => " It wants a token or secret that was not given or does not hold.",
            HttpStatusCode.NotFound => " Is the address complete?",
            >= HttpStatusCode.InternalServerError => " The bot or its host failed; its own log says more.",
            _ => "",
        };
        var said = body.Length is 0 ? "" : $" It said: {Said(body)}";
        return $"{Short(address)} answered {(int)status} ({status}).{hint}{said}";
    }

    private static string Said(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ProtocolJson.Wire.ErrorResponse)?.Error is { Message: { Length: > 0 } message } ? message : Start(body);
        }
        catch (JsonException)
        {
            return Start(body);
        }
    }

    private static string Start(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MostOfBody)]).ReplaceLineEndings(" ");
        return body.Length > MostOfBody ? text + "…" : text;
    }
}
