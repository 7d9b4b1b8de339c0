using ChannelBot.BotFramework.Hosting;
using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>The Direct Line 3.0 server: every route of directline-3.0.json, and the token of the web chat page.</summary>
public static class DirectLineEndpoints
{
    private const string CorsPolicy = "DirectLine";

    /// <summary>What the server needs. The program adds its <see cref="IDirectLineBot"/>, its <see cref="IConversationStore"/> and the
    /// <see cref="ConversationFeed"/>.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services)
    {
        services.AddSettings<DirectLineOptions>(DirectLineOptions.Section);
        services.AddSingleton<SigningKey>();
        services.AddHostedService(provider => provider.GetRequiredService<SigningKey>());
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineCallers>();
        services.AddSingleton<DirectLineConversations>();
        services.AddSingleton<DirectLineAddresses>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton(provider => new WebChatGuests(
            provider.GetRequiredService<DirectLineTokens>(), provider.GetRequiredService<IConversationStore>(), provider.GetRequiredService<IOptions<DirectLineOptions>>()));
        services.AddSingleton(provider => new DirectLineVoice(
            provider.GetRequiredService<DirectLineConversations>(), provider.GetRequiredService<IConversationStore>()));
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<DirectLineOptions>>(
            (cors, directLine) => cors.AddPolicy(CorsPolicy, policy => Allow(policy, directLine.Value.CorsOrigins)));
        return services;
    }

    /// <summary>Serves /v3/directline, with CORS and WebSockets, and what the web chat page needs of its own.</summary>
    public static WebApplication MapDirectLine(this WebApplication app)
    {
        app.UseCors();
        app.UseWebSockets();
        var routes = app.MapGroup(DirectLineAddresses.Path).RequireCors(CorsPolicy).AddEndpointFilter(RefuseAsync);

        routes.MapPost("/tokens/generate", TokenEndpoints.GenerateAsync);
        routes.MapPost("/tokens/refresh", TokenEndpoints.RefreshAsync);
        routes.MapGet("/session/getsessionid", TokenEndpoints.ReadSessionAsync);
        routes.MapPost("/conversations", ConversationEndpoints.StartAsync);
        routes.MapGet("/conversations/{conversationId}", ConversationEndpoints.ReconnectAsync);
        routes.MapGet("/conversations/{conversationId}/activities", ActivityEndpoints.ReadAsync);
        routes.MapPost("/conversations/{conversationId}/activities", ActivityEndpoints.PostAsync);
        routes.MapPost("/conversations/{conversationId}/upload", UploadEndpoints.UploadAsync);
        routes.MapGet("/conversations/{conversationId}/files/{fileId}", UploadEndpoints.ReadAsync);
        routes.MapGet("/conversations/{conversationId}/stream", StreamEndpoint.OpenAsync);

        app.MapPost("/webchat/token", WebChatTokenEndpoint.IssueAsync).AddEndpointFilter(RefuseAsync);
        app.MapGet("/webchat/transcript", WebChatTranscriptEndpoint.ReadAsync).AddEndpointFilter(RefuseAsync);
        return app;
    }

    /// <summary>The conversation of one of <see cref="WebChatGuests"/> as a file, at an address that the guest's cookie is sent to.</summary>
    public static void MapGuestTranscript(this IEndpointRouteBuilder routes, string pattern) =>
        routes.MapGet(pattern, WebChatTranscriptEndpoint.ReadAsync).AddEndpointFilter(RefuseAsync);

    private static async ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception exception) when (DirectLineRefusal.From(exception) is { } refusal)
        {
            if (refusal.Status is StatusCodes.Status401Unauthorized)
            {
                context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            }

            return refusal.ToResult();
        }
    }

    private static void Allow(CorsPolicyBuilder policy, IReadOnlyList<string> origins)
    {
        // webchat.md, "Headers on every call".
        policy.WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with").WithMethods("GET", "POST");
        policy.SetPreflightMaxAge(TimeSpan.FromHours(1));
        _ = origins.Contains("*") ? policy.AllowAnyOrigin() : policy.WithOrigins([.. origins]);
    }
}
