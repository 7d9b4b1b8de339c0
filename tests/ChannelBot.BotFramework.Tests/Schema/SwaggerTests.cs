using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Tests.Schema;

/// <summary>The published definitions of the protocol against our types. Skipped where the definitions are not at hand.</summary>
public sealed class SwaggerTests
{
    private static readonly JsonTypeInfo[] s_types =
    [
        ProtocolJson.Wire.Activity, ProtocolJson.Wire.ChannelAccount, ProtocolJson.Wire.ConversationAccount, ProtocolJson.Wire.ConversationReference,
        ProtocolJson.Wire.Attachment, ProtocolJson.Wire.SuggestedActions, ProtocolJson.Wire.CardAction, ProtocolJson.Wire.MessageReaction,
        ProtocolJson.Wire.TextHighlight, ProtocolJson.Wire.SemanticAction, ProtocolJson.Wire.ErrorResponse, ProtocolJson.Wire.Error,
        ProtocolJson.Wire.ResourceResponse, ProtocolJson.Wire.ExpectedReplies, ConnectorJson.Wire.ConversationParameters,
        ConnectorJson.Wire.ConversationResourceResponse, ConnectorJson.Wire.PagedMembersResult,
    ];

    [Theory]
    [InlineData("botframework-channel.json")]
    [InlineData("directline-3.0.json")]
    public void Every_field_that_is_defined_has_a_property_of_that_name(string file)
    {
        var path = Shared(file);
        Assert.SkipUnless(File.Exists(path), $"{file} is not at hand.");
        using var swagger = JsonDocument.Parse(File.ReadAllText(path));
        var definitions = swagger.RootElement.GetProperty("definitions");
        var missing = s_types
            .Where(type => definitions.TryGetProperty(type.Type.Name, out _))
            .SelectMany(type => definitions.GetProperty(type.Type.Name).GetProperty("properties").EnumerateObject()
                .Select(field => field.Name)
                .Except(type.Properties.Select(property => property.Name))
                .Select(field => $"{type.Type.Name}.{field}"));
        Assert.Empty(missing);
    }

    /// <summary>A file that lies beside the repository, and is never committed.</summary>
    private static string Shared(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChannelBot.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? "", "..", "shared", "specs", file);
    }
}
