using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChannelBot.Host.Tests.Messages;

namespace ChannelBot.Host.Tests.WebChat;

/// <summary>A web chat of the whole host: what its page may rely on.</summary>
public sealed class WebChatTests : IDisposable
{
    private readonly StorePath _store = new();

    public void Dispose() => _store.Dispose();

    /// <summary>Clients hold an answer back until they have seen the message that it names (protocol.md, section 6).</summary>
    [Fact]
    public async Task An_answer_names_the_message_that_it_answers()
    {
        await using var host = new RunningHost(_store.Path);
        var grant = await SendAsync(host.Client, HttpMethod.Post, "/webchat/token", token: null);
        var (conversation, token) = ((string?)grant["conversationId"], (string?)grant["token"]);
        var activities = $"/v3/directline/conversations/{conversation}/activities";

        var taken = await SendAsync(host.Client, HttpMethod.Post, activities, token, new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = (string?)grant["userId"] },
            ["text"] = "How many people arrived this year?",
        });
        var log = (await SendAsync(host.Client, HttpMethod.Get, activities, token))["activities"]!.AsArray();

        Assert.Equal((string?)taken["id"], (string?)log[^2]!["id"]);
        Assert.Equal((string?)taken["id"], (string?)log[^1]!["replyToId"]);
    }

    /// <summary>The file is for the conversation's own user, by the page's cookie or by the conversation's token.</summary>
    [Fact]
    public async Task A_transcript_is_given_to_its_own_user_alone()
    {
        await using var host = new RunningHost(_store.Path, ("DirectLine:Secret", "the secret"));
        var token = (string?)(await SendAsync(host.Client, HttpMethod.Post, "/webchat/token", token: null))["token"];
        await SendAsync(host.Client, HttpMethod.Post, "/v3/directline/conversations", token);
        using var stranger = new HttpClient { BaseAddress = host.Client.BaseAddress };

        var own = (await SendAsync(host.Client, HttpMethod.Get, "/webchat/transcript", token: null)).AsArray();
        var byToken = (await SendAsync(stranger, HttpMethod.Get, "/webchat/transcript", token)).AsArray();

        Assert.Equal(["conversationUpdate", "message"], own.Select(activity => (string?)activity!["type"]));
        Assert.Equal(own.ToJsonString(), byToken.ToJsonString());
        Assert.Equal(401, await StatusAsync(stranger, null));
        Assert.Equal(403, await StatusAsync(stranger, "the secret"));
        Assert.Equal(403, await StatusAsync(stranger, token + "x"));
    }

    private static async Task<int> StatusAsync(HttpClient client, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/webchat/transcript");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }

    private static async Task<JsonNode> SendAsync(HttpClient client, HttpMethod method, string path, string? token, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
