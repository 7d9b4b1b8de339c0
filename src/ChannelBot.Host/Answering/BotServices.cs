using ChannelBot.Bot;
using ChannelBot.Bot.Rendering;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Knowledge;
using ChannelBot.Host.Operations;
using ChannelBot.Host.Sessions;
using ChannelBot.Planner;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Answering;

/// <summary>The bot and what it says.</summary>
internal static class BotServices
{
    public static IServiceCollection AddBot(this IServiceCollection services)
    {
        services.AddSingleton(provider => new AnswerRenderers(provider.GetRequiredService<IOptions<PublicHostOptions>>().Value.PublicUrl));
        services.AddSingleton(provider => new StarterQuestions(
            provider.GetRequiredService<KnowledgeFile>(), provider.GetRequiredService<QuestionPlanner>()));
        services.AddWarmUp<StarterQuestions>("starter questions", (starters, stopping) => starters.FindAsync(stopping));
        services.AddSingleton<Articles>();
        services.AddSingleton<IBot, SessionBot>();

        // The bot loads what it answers from; the server need not wait for that to listen.
        services.AddSingleton(provider => new Lazy<IBot>(provider.GetRequiredService<IBot>));
        return services;
    }
}
