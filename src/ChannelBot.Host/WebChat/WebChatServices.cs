using ChannelBot.BotFramework.DirectLine;
using ChannelBot.BotFramework.Hosting;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.WebChat;

/// <summary>The host's own channel: /v3/directline and POST /webchat/token.</summary>
internal static class WebChatServices
{
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddDirectLine();
        services.AddOptions<DirectLineOptions>().Configure<IOptions<PublicHostOptions>>((directLine, host) => directLine.PublicUrl = host.Value.PublicUrl);
        services.AddSingleton<IDirectLineBot, DirectLineBot>();
        return services;
    }
}
