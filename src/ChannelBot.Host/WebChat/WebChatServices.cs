using ChannelBot.BotFramework.DirectLine;

namespace ChannelBot.Host.WebChat;

/// <summary>The host's own channel: /v3/directline and POST /webchat/token.</summary>
internal static class WebChatServices
{
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddDirectLine();
        services.AddSingleton<IDirectLineBot, DirectLineBot>();
        return services;
    }
}
