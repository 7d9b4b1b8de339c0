using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Turns;

/// <summary>Invokes: calls that are answered in the HTTP response.</summary>
public partial class ActivityHandler
{
    /// <summary>Answers an invoke by its name; 501 where nothing is overridden for it.</summary>
    /// <remarks>Source: protocol checklist 5.3 (message/submitAction) and 5.5 (adaptiveCard/action).</remarks>
    /// <exception cref="InvokeResponseException">The invoke is answered with a status of its own.</exception>
    protected virtual async Task<InvokeResponse?> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        switch (turnContext.Activity.Name)
        {
            case InvokeNames.AdaptiveCardAction:
                var answer = ReadAdaptiveCardAction(turnContext.Activity.Value, out var refusal) is { } value
                    ? await OnAdaptiveCardInvokeAsync(turnContext, value, cancellationToken)
                    : refusal;
                return CreateInvokeResponse(JsonSerializer.SerializeToNode(answer, ProtocolJson.Wire.AdaptiveCardInvokeResponse));
            case InvokeNames.MessageSubmitAction:
                var action = turnContext.Activity.Value as JsonObject ?? throw new InvokeResponseException(400);
                await OnMessageSubmitActionAsync(turnContext, action, cancellationToken);
                return CreateInvokeResponse(new JsonObject());
            default:
                throw InvokeResponseException.NotImplemented();
        }
    }

    /// <summary>Someone used an Action.Execute of a card.</summary>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw InvokeResponseException.NotImplemented();

    /// <summary>Someone used a button that Teams itself puts under a message: thumbs up or down. See <see cref="MessageFeedback"/>.</summary>
    /// <param name="action">For feedback: <c>actionName</c> "feedback" and <c>actionValue</c>.</param>
    protected virtual Task OnMessageSubmitActionAsync(
        ITurnContext<IInvokeActivity> turnContext, JsonObject action, CancellationToken cancellationToken) =>
        throw InvokeResponseException.NotImplemented();

    protected static InvokeResponse CreateInvokeResponse(JsonNode? body = null) => new() { Body = body };

    private async Task AnswerInvokeAsync(TypedTurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        InvokeResponse? response;
        try
        {
            response = await OnInvokeActivityAsync(turnContext, cancellationToken);
        }
        catch (InvokeResponseException exception)
        {
            response = exception.CreateInvokeResponse();
        }

        if (response is not null)
        {
            await turnContext.SendActivityAsync(response.ToActivity(), cancellationToken);
        }
    }

    private static AdaptiveCardInvokeValue? ReadAdaptiveCardAction(JsonNode? json, out AdaptiveCardInvokeResponse refusal)
    {
        refusal = AdaptiveCardInvokeResponse.WithError(400, "BadRequest", "The invoke has no action that could be read.");
        AdaptiveCardInvokeValue? value;
        try
        {
            value = json?.Deserialize(ProtocolJson.Wire.AdaptiveCardInvokeValue);
        }
        catch (JsonException)
        {
            return null;
        }

        if (value?.Action is not { } action)
        {
            return null;
        }

        refusal = AdaptiveCardInvokeResponse.WithError(400, "NotSupported", $"The action '{action.Type}' is not supported.");
        return action.Type == "Action.Execute" ? value : null;
    }
}
