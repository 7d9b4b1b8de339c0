using ChannelBot.BotFramework.Hosting;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Host.Operations;

namespace ChannelBot.Host.Messages;

/// <summary>POST /api/messages: the bot's door for Azure Bot Service and for emulators.</summary>
internal static class MessageServices
{
    private const string Apology = "Sorry, something went wrong here. Please ask again.";

    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddBotFramework();
        services.AddTranscripts();
        services.AddSingleton(provider => new TurnRunner { OnTurnError = (turn, _) => ApologiseAsync(turn) }.WithTranscripts(provider));

        // Stopped in reverse: first no new turns, then no deliveries.
        services.AddSingleton<OutboxDelivery>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDelivery>());
        services.AddSingleton<BotTurns>();
        services.AddSingleton<ActivityIntake>();
        services.AddSingleton<IActivityIntake>(provider => provider.GetRequiredService<ActivityIntake>());
        services.AddHostedService(provider => provider.GetRequiredService<ActivityIntake>());
        services.AddWarmUp<BotWarmUp>("registration", (bot, stopping) => bot.RunAsync(stopping));
        return services;
    }

    public static void MapMessages(this IEndpointRouteBuilder routes) => routes.MapBotFramework();

    /// <summary>An invoke has its status; an apology in the conversation would stand there unasked.</summary>
    private static async Task ApologiseAsync(ITurnContext turn)
    {
        if (turn.Activity.IsType(ActivityTypes.Message))
        {
            await turn.SendActivityAsync(Apology);
        }
    }
}
