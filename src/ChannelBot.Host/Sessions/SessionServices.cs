using ChannelBot.BotFramework.Hosting;
using ChannelBot.Host.Answering;
using ChannelBot.Teaching.Sessions;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Sessions;

/// <summary>Sessions of a class: the educator's board, the learners' way in, and the bot between them.</summary>
internal static class SessionServices
{
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddSettings<SessionsOptions>(SessionsOptions.Section);
        services.AddSingleton<IValidateOptions<SessionsOptions>, SecretPlaces>();
        services.AddSingleton<EducatorKey>();
        services.AddSingleton<GuessLimits>();
        services.AddSingleton<EducatorGate>();
        services.AddSingleton<JoinLinks>();
        services.AddSingleton<SessionPages>();
        services.AddSingleton<BoardAccess>();
        services.AddSingleton<BoardKeys>();
        services.AddHostedService(provider => provider.GetRequiredService<BoardKeys>());
        services.AddSingleton<SessionDeletion>();
        services.AddSingleton<SessionVoice>();
        services.AddSingleton<SessionActions>();
        services.AddSingleton<SessionCommands>();
        services.AddSingleton<LiveSessions>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveSessions>());
        return services;
    }

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapStart();
        routes.MapBoard();
        routes.MapJoin();
    }
}
