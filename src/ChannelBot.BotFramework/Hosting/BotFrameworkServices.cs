using ChannelBot.BotFramework.Authentication;
using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.Streaming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChannelBot.BotFramework.Hosting;

/// <summary>What the messages endpoint and the connector need. The program adds its own <see cref="IActivityIntake"/>.</summary>
public static class BotFrameworkServices
{
    private const string Keys = "bot-keys";
    private const string Connector = "bot-connector";

    /// <summary>The path at which Azure Bot Service and emulators expect a bot.</summary>
    public const string MessagesPath = "/api/messages";

    public static IServiceCollection AddBotFramework(this IServiceCollection services)
    {
        services.AddSettings<BotOptions>(BotOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<BotOptions>>().Value);
        services.AddSingleton(provider => Options(provider).ToCloud());
        services.AddSingleton(NewHosts);
        services.AddHttpClient(Keys);
        services.AddSingleton(NewProviders);
        services.AddSingleton(NewAuthenticator);
        services.AddSingleton<IAccessTokenSource>(provider => new MsalTokenSource(Options(provider), Cloud(provider)));
        services.AddSingleton<ConnectorTokens>();
        services.AddSingleton(provider => new BotWarmUp(
            Options(provider), provider.GetRequiredService<TokenProviders>(), provider.GetRequiredService<ConnectorTokens>()));
        AddConnector(services);
        services.AddSingleton<TypingIndicator>();
        services.AddSingleton<CloudAdapter>();
        return services;
    }

    /// <summary>Takes activities in at <see cref="MessagesPath"/>.</summary>
    public static IEndpointConventionBuilder MapBotFramework(this IEndpointRouteBuilder routes) =>
        routes.MapPost(MessagesPath, (HttpContext context, CloudAdapter adapter) =>
            adapter.ProcessAsync(context.Request, context.Response, context.RequestAborted));

    private static void AddConnector(IServiceCollection services)
    {
        // One client for the program's life, so connections must not live that long: a host's address may change.
        var http = services.AddHttpClient(Connector, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = 1024 * 1024;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });

        // A pipeline of our own: the packages' registry of them costs a start a hundred methods, compiled for its keys.
        http.AddHttpMessageHandler(provider => new ResilienceHandler(ConnectorRetries.Pipeline(Time(provider))));

        // Several lines for each message that is sent, of which only the unusual ones matter.
        http.RemoveAllLoggers();
        http.AddHttpMessageHandler(provider => new ConnectorTokenHandler(
            Options(provider).IsRegistered ? provider.GetRequiredService<ConnectorTokens>() : null));
        services.AddSingleton(provider => new ConnectorClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Connector), provider.GetRequiredService<OutboundHosts>(), Time(provider)));
        services.AddSingleton<ConnectorDelivery>();
        services.AddSingleton(provider => new ConnectorStream(provider.GetRequiredService<ConnectorClient>(), Time(provider)));
    }

    private static OutboundHosts NewHosts(IServiceProvider provider) =>
        new(Cloud(provider), Options(provider).AllowedHosts, IsDevelopment(provider));

    private static TokenProviders NewProviders(IServiceProvider provider)
    {
        var cloud = Cloud(provider);
        return new TokenProviders(KeysOf(cloud.ChannelMetadata), KeysOf(cloud.EntraMetadata));

        SigningKeys KeysOf(Uri metadata) => new(
            metadata,
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(Keys),
            Time(provider),
            provider.GetRequiredService<ILogger<SigningKeys>>());
    }

    private static ActivityAuthenticator NewAuthenticator(IServiceProvider provider)
    {
        var options = Options(provider);
        var keys = provider.GetRequiredService<TokenProviders>();
        return new ActivityAuthenticator(
            options,
            IsDevelopment(provider),
            new ChannelTokenValidator(options.AppId, Cloud(provider), keys.Channel, Time(provider)),
            new EmulatorTokenValidator(options.AppId, options.TenantId, Cloud(provider), keys.Entra, Time(provider)),
            provider.GetRequiredService<OutboundHosts>());
    }

    private static BotOptions Options(IServiceProvider provider) => provider.GetRequiredService<BotOptions>();

    private static BotCloud Cloud(IServiceProvider provider) => provider.GetRequiredService<BotCloud>();

    private static TimeProvider Time(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static bool IsDevelopment(IServiceProvider provider) => provider.GetRequiredService<IHostEnvironment>().IsDevelopment();
}

/// <summary>The keys of those who sign tokens for the bot.</summary>
/// <param name="Channel">Azure Bot Service.</param>
/// <param name="Entra">Entra, for emulators.</param>
internal sealed record TokenProviders(SigningKeys Channel, SigningKeys Entra);
