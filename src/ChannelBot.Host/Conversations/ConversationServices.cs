using ChannelBot.BotFramework.Hosting;
using ChannelBot.Core.Conversations;
using ChannelBot.Host.Operations;
using ChannelBot.Storage;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Conversations;

/// <summary>Where conversations are kept, and in which order their turns run.</summary>
internal static class ConversationServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSettings<StorageOptions>(StorageOptions.Section);
        services.AddSingleton(provider => SqliteConversationStore.Open(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton<IConversationStore>(provider => provider.GetRequiredService<SqliteConversationStore>());
        services.AddSingleton(provider => provider.GetRequiredService<SqliteConversationStore>().Sessions);
        services.AddSingleton<ConversationFeed>();
        services.AddSingleton<TurnQueue>();
        services.AddHostedService<Retention>();
        services.AddWarmUp<IConversationStore>("store", (store, stopping) => store.IsKnownAsync(new ConversationKey("none", "none"), stopping));
        return services;
    }
}
