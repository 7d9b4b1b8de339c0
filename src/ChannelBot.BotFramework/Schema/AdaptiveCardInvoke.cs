using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChannelBot.BotFramework.Schema;

/// <summary>The value of an <c>adaptiveCard/action</c> invoke: someone used a card's Action.Execute.</summary>
/// <remarks>Source: protocol checklist 5.5; Microsoft Teams, "Universal Actions for Adaptive Cards".</remarks>
public sealed class AdaptiveCardInvokeValue
{
    public AdaptiveCardInvokeAction? Action { get; set; }

    public JsonNode? Authentication { get; set; }

    public string? State { get; set; }

    /// <summary>automatic where the card refreshes itself, manual where someone pressed the button.</summary>
    public string? Trigger { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Which action of the card was used.</summary>
public sealed class AdaptiveCardInvokeAction
{
    /// <summary>Always Action.Execute.</summary>
    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? Verb { get; set; }

    /// <summary>The action's own data and the card's inputs.</summary>
    public JsonNode? Data { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The body of the answer to an <c>adaptiveCard/action</c> invoke. The HTTP status is 200 whatever <see cref="StatusCode"/> says.</summary>
public sealed class AdaptiveCardInvokeResponse
{
    public const string Message = "application/vnd.microsoft.activity.message";
    public const string Error = "application/vnd.microsoft.error";

    public int StatusCode { get; set; } = 200;

    public string? Type { get; set; }

    public JsonNode? Value { get; set; }

    /// <summary>Replaces the card.</summary>
    public static AdaptiveCardInvokeResponse WithCard(JsonNode card) => new() { Type = Attachment.AdaptiveCard, Value = card };

    /// <summary>Shows a short text.</summary>
    public static AdaptiveCardInvokeResponse WithMessage(string text) => new() { Type = Message, Value = text };

    public static AdaptiveCardInvokeResponse WithError(int status, string code, string message) =>
        new() { StatusCode = status, Type = Error, Value = new JsonObject { ["code"] = code, ["message"] = message } };
}
