using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChannelBot.BotFramework.Schema;

/// <summary>How the protocol's types are read and written: generated code, camel case, nulls left out, text as it is.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(IReadOnlyList<Activity>))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(AdaptiveCardInvokeValue))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
public sealed partial class ProtocolJson : JsonSerializerContext
{
    /// <summary>How deep an incoming activity may nest.</summary>
    internal const int DeepestActivity = 64;

    /// <summary>The context that every reader and writer uses.</summary>
    /// <remarks>Its depth exceeds <see cref="DeepestActivity"/>: an activity that was let in must also fit inside an answer that lists
    /// activities. Characters outside ASCII are not escaped: this is sent as application/json and never put into a page.</remarks>
    public static ProtocolJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 2 * DeepestActivity,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    });
}
