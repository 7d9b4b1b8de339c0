using System.Text.Json;
using System.Text.Json.Serialization;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Connector;

/// <summary>How the connector's own types are read and written.</summary>
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(List<ChannelAccount>))]
[JsonSerializable(typeof(AttachmentData))]
[JsonSerializable(typeof(AttachmentInfo))]
[JsonSerializable(typeof(ActivityHistory))]
internal sealed partial class ConnectorJson : JsonSerializerContext
{
    public static ConnectorJson Wire { get; } = new(new JsonSerializerOptions(ProtocolJson.Wire.Options) { TypeInfoResolver = null });
}
