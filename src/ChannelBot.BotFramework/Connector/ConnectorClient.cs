using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChannelBot.BotFramework.Authentication;
using ChannelBot.BotFramework.Schema;
using Polly.Timeout;

namespace ChannelBot.BotFramework.Connector;

/// <summary>Calls a channel's connector. Who sends to one conversation waits for each call before the next: the order of messages is the caller's.</summary>
/// <remarks>Source: botframework-channel.json; protocol checklist section 3. Every method throws <see cref="ConnectorException"/> where the
/// connector refuses, cannot be reached or is none that the bot may call.</remarks>
public sealed class ConnectorClient(HttpClient http, OutboundHosts hosts, TimeProvider time)
{
    /// <summary>Names the conversation of what is sent beside its address (protocol checklist section 3; BotBuilder's ConversationConstants).</summary>
    private const string ConversationIdHeader = "x-ms-conversation-id";

    /// <summary>Sends a new activity: as a reply where it names what it replies to.</summary>
    public Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken) => activity.ReplyToId is { Length: > 0 } repliedTo
        ? PassAsync(HttpMethod.Post, activity, [.. Activities(activity), repliedTo], cancellationToken)
        : PassAsync(HttpMethod.Post, activity, Activities(activity), cancellationToken);

    /// <summary>Replaces the activity that has this one's id.</summary>
    public Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        PassAsync(HttpMethod.Put, activity, [.. Activities(activity), activity.Id], cancellationToken);

    /// <summary>Takes an activity back.</summary>
    public async Task DeleteAsync(string? serviceUrl, string? conversationId, string? activityId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, Address(serviceUrl, ["conversations", conversationId, "activities", activityId]));
        using var response = await CallAsync(request, cancellationToken);
    }

    /// <summary>Starts a conversation.</summary>
    public Task<ConversationResourceResponse> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken) => CallAsync(
            HttpMethod.Post,
            Address(serviceUrl, ["conversations"]),
            Json(parameters, ConnectorJson.Wire.ConversationParameters),
            ConnectorJson.Wire.ConversationResourceResponse,
            cancellationToken);

    /// <summary>A page of the members of a conversation.</summary>
    /// <param name="continuationToken">From the page before; null for the first.</param>
    public Task<PagedMembersResult> GetMembersAsync(
        string serviceUrl, string conversationId, string? continuationToken, CancellationToken cancellationToken)
    {
        var address = Address(serviceUrl, ["conversations", conversationId, "pagedmembers"]);
        var page = continuationToken is null ? address : new Uri($"{address.AbsoluteUri}?continuationToken={Uri.EscapeDataString(continuationToken)}");
        return CallAsync(HttpMethod.Get, page, null, ConnectorJson.Wire.PagedMembersResult, cancellationToken);
    }

    /// <summary>One member of a conversation.</summary>
    public Task<ChannelAccount> GetMemberAsync(string serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken) =>
        CallAsync(
            HttpMethod.Get,
            Address(serviceUrl, ["conversations", conversationId, "members", memberId]),
            null,
            ProtocolJson.Wire.ChannelAccount,
            cancellationToken);

    /// <summary>Those who saw an activity: in a channel of Teams not the whole team.</summary>
    public async Task<IReadOnlyList<ChannelAccount>> GetActivityMembersAsync(
        string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) => await CallAsync(
            HttpMethod.Get,
            Address(serviceUrl, ["conversations", conversationId, "activities", activityId, "members"]),
            null,
            ConnectorJson.Wire.ListChannelAccount,
            cancellationToken);

    /// <summary>Puts a file into the channel's own store; its id names it in an attachment.</summary>
    public Task<ResourceResponse> UploadAttachmentAsync(
        string serviceUrl, string conversationId, AttachmentData file, CancellationToken cancellationToken) => CallAsync(
            HttpMethod.Post,
            Address(serviceUrl, ["conversations", conversationId, "attachments"]),
            Json(file, ConnectorJson.Wire.AttachmentData),
            ProtocolJson.Wire.ResourceResponse,
            cancellationToken);

    /// <summary>What the channel knows of a file.</summary>
    public Task<AttachmentInfo> GetAttachmentInfoAsync(string serviceUrl, string attachmentId, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Get, Address(serviceUrl, ["attachments", attachmentId]), null, ConnectorJson.Wire.AttachmentInfo, cancellationToken);

    /// <summary>A file of the channel's store, of a megabyte at most.</summary>
    /// <param name="viewId">"original" or "thumbnail".</param>
    public async Task<byte[]> GetAttachmentAsync(string serviceUrl, string attachmentId, string viewId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(serviceUrl, ["attachments", attachmentId, "views", viewId]));
        using var response = await CallAsync(request, cancellationToken);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>Puts what was said elsewhere into a conversation, where the channel takes that.</summary>
    public Task<ResourceResponse> SendHistoryAsync(
        string serviceUrl, string conversationId, IReadOnlyList<Activity> activities, CancellationToken cancellationToken) => CallAsync(
            HttpMethod.Post,
            Address(serviceUrl, ["conversations", conversationId, "activities", "history"]),
            Json(new ActivityHistory { Activities = [.. activities] }, ConnectorJson.Wire.ActivityHistory),
            ProtocolJson.Wire.ResourceResponse,
            cancellationToken);

    private static string?[] Activities(Activity activity) => ["conversations", activity.Conversation?.Id, "activities"];

    private async Task<ResourceResponse> PassAsync(HttpMethod method, Activity activity, string?[] path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, Address(activity.ServiceUrl, path)) { Content = Json(activity, ProtocolJson.Wire.Activity) };
        request.Headers.TryAddWithoutValidation(ConversationIdHeader, activity.Conversation?.Id);
        return await CallAsync(request, ProtocolJson.Wire.ResourceResponse, cancellationToken);
    }

    /// <summary>An address of the connector. Ids of Teams hold colons, semicolons and more, so each part is escaped.</summary>
    private Uri Address(string? serviceUrl, string?[] path)
    {
        var service = hosts.Allow(serviceUrl) ?? throw new ConnectorException($"The bot may not send to '{serviceUrl}'.");

        // A part that is dots alone would climb up the path, escaped or not.
        if (path.Any(part => string.IsNullOrEmpty(part) || part.All(character => character == '.')))
        {
            throw new ConnectorException($"'{string.Join("', '", path)}' do not name something on a connector.");
        }

        return new Uri($"{service.AbsoluteUri.TrimEnd('/')}/v3/{string.Join('/', path.Select(part => Uri.EscapeDataString(part!)))}");
    }

    private static ByteArrayContent Json<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
    };

    private async Task<T> CallAsync<T>(HttpMethod method, Uri address, HttpContent? body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class, new()
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        return await CallAsync(request, type, cancellationToken);
    }

    private async Task<T> CallAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class, new()
    {
        using var response = await CallAsync(request, cancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return Read(bytes, type) ?? new T();
    }

    private async Task<HttpResponseMessage> CallAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? response : throw await RefusalAsync(response, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutRejectedException or IOException)
        {
            throw new ConnectorException($"{request.RequestUri?.Host} could not be reached: {exception.Message}", inner: exception);
        }
    }

    private async Task<ConnectorException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var error = Read(await response.Content.ReadAsByteArrayAsync(cancellationToken), ProtocolJson.Wire.ErrorResponse)?.Error;
            var told = error is null ? "" : $" {error.Code}: {error.Message}";
            return new ConnectorException(
                $"{response.RequestMessage?.RequestUri?.Host} answered {(int)response.StatusCode}.{told}",
                response.StatusCode,
                error?.Code,
                ConnectorRetries.AskedWait(response, time));
        }
    }

    /// <summary>A connector may answer with nothing at all, or with words.</summary>
    private static T? Read<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
