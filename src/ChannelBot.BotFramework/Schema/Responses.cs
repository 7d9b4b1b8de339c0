using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChannelBot.BotFramework.Schema;

/// <summary>The id that a channel gave to what was sent to it.</summary>
public sealed class ResourceResponse
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string? id) => Id = id;

    public string? Id { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The body of every refusal.</summary>
/// <remarks>Source: botframework-channel.json and directline-3.0.json, definition ErrorResponse.</remarks>
public sealed class ErrorResponse
{
    public Error? Error { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    public static ErrorResponse Of(string code, string message) => new() { Error = new Error { Code = code, Message = message } };
}

/// <summary>A code for programs and a message for people.</summary>
public sealed class Error
{
    public string? Code { get; set; }

    public string? Message { get; set; }

    public JsonNode? InnerHttpError { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The HTTP answer to an invoke.</summary>
public sealed class InvokeResponse
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; set; } = 200;

    /// <summary>The HTTP body; null for none.</summary>
    public JsonNode? Body { get; set; }

    /// <summary>The form in which a handler sends it through the turn. It never goes on the wire.</summary>
    public Activity ToActivity() => new(ActivityTypes.InvokeResponse)
    {
        Value = JsonSerializer.SerializeToNode(this, ProtocolJson.Wire.InvokeResponse),
    };

    internal static InvokeResponse From(Activity activity) =>
        activity.Value?.Deserialize(ProtocolJson.Wire.InvokeResponse) ?? new InvokeResponse();
}

/// <summary>The HTTP answer where the caller asked for <see cref="DeliveryModes.ExpectReplies"/>.</summary>
/// <remarks>Source: Activity specification, "Delivery mode" (A3110 to A3116).</remarks>
public sealed class ExpectedReplies
{
    public IList<Activity> Activities { get; set; } = [];

    /// <summary>The invoke's body, where the activity was an invoke.</summary>
    public JsonNode? Body { get; set; }
}
