using ChannelBot.BotFramework.Authentication;
using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Streaming;
using ChannelBot.BotFramework.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChannelBot.BotFramework.Hosting;

/// <summary>The door for Azure Bot Service and for emulators: takes an activity in by HTTP, makes sure of its sender, and gives it to the
/// intake. Sends through the connector where the bot speaks first.</summary>
/// <remarks>Order and statuses: protocol checklist section 4.</remarks>
public sealed partial class CloudAdapter(
    ActivityAuthenticator authenticator, IActivityIntake intake, ConnectorDelivery delivery, TimeProvider time, ILogger<CloudAdapter> logger) : BotAdapter
{
    /// <summary>Answers one POST of an activity: 202 once it is recorded, or 200 with what the turn gave.</summary>
    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, CancellationToken cancellationToken)
    {
        // A page on another site can make a browser post plain text to a developer's machine, but not JSON.
        if (!httpRequest.HasJsonContentType())
        {
            await ActivityResponses.WriteErrorAsync(
                httpResponse, 415, "UnsupportedMediaType", "Send an activity as application/json.", cancellationToken);
            return;
        }

        try
        {
            var json = await ActivityParser.ReadBytesAsync(httpRequest.Body, ActivityParser.DefaultLimit, cancellationToken);
            var incoming = new IncomingActivity(ActivityParser.Parse(json.Span), json);
            var outcome = await AuthenticateAsync(httpRequest, incoming.Activity, cancellationToken);
            if (!outcome.IsAccepted)
            {
                LogRefused(outcome.Status, incoming.Activity.ChannelId, outcome.Reason);
                await ActivityResponses.WriteErrorAsync(httpResponse, outcome.Status, outcome.Code, outcome.Message, cancellationToken);
                return;
            }

            await TakeInAsync(incoming, httpResponse, cancellationToken);
        }
        catch (BadActivityException exception)
        {
            await ActivityResponses.WriteErrorAsync(httpResponse, exception.Status, exception.Code, exception.Message, cancellationToken);
        }
    }

    /// <summary>Runs <paramref name="callback"/> in a conversation in which nobody just spoke, and sends what it says.</summary>
    /// <param name="reference">Taken from an earlier activity.</param>
    public async Task ContinueConversationAsync(
        ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var turn = new TurnContext(this, reference.GetContinuationActivity());
        await RunPipelineAsync(turn, callback, cancellationToken);
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            responses[i] = await SendAsync(activities[i], cancellationToken);
        }

        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        activity.Type = ActivityTypes.MessageUpdate;
        return SendAsync(activity, cancellationToken);
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        var deletion = new Activity(ActivityTypes.MessageDelete) { Id = reference.ActivityId }.ApplyConversationReference(reference);
        return SendAsync(deletion, cancellationToken);
    }

    private async Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        var result = await delivery.DeliverAsync(activity, cancellationToken);
        return result.Outcome == DeliveryOutcome.Delivered
            ? new ResourceResponse(result.ActivityId)
            : throw new ConnectorException(result.Reason ?? "The activity was not delivered.", retryAfter: result.RetryAfter);
    }

    private ValueTask<AuthenticationOutcome> AuthenticateAsync(HttpRequest request, Activity activity, CancellationToken cancellationToken)
    {
        var headers = request.Headers;
        var isForwarded = headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("Forwarded");
        var authorization = headers.Authorization is [var only] ? only : null;
        return authenticator.AuthenticateAsync(
            authorization, activity, request.HttpContext.Connection.RemoteIpAddress, isForwarded, cancellationToken);
    }

    private async Task TakeInAsync(IncomingActivity incoming, HttpResponse response, CancellationToken cancellationToken)
    {
        var activity = incoming.Activity;
        var isInvoke = activity.IsType(ActivityTypes.Invoke);
        if (activity.ExpectsStream)
        {
            var events = new ActivityEventStream(response);
            var streamed = await intake.AnswerAsync(incoming, new StreamingResponse(activity, events.SendAsync, time), cancellationToken);
            await events.EndAsync(streamed, isInvoke, cancellationToken);
            return;
        }

        if (!isInvoke && !activity.ExpectsReplies)
        {
            await intake.AcceptAsync(incoming, cancellationToken);
            response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        var answer = await intake.AnswerAsync(incoming, stream: null, cancellationToken);
        if (activity.ExpectsReplies)
        {
            await ActivityResponses.WriteRepliesAsync(response, answer, isInvoke, cancellationToken);
            return;
        }

        await ActivityResponses.WriteInvokeAsync(response, answer.Invoke, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused an activity of channel {Channel} with {Status}: {Reason}")]
    private partial void LogRefused(int status, string? channel, string reason);
}
