using ChannelBot.BotFramework.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ChannelBot.Host.Operations;

/// <summary>What a host needs besides its features: health, errors, limits.</summary>
internal static class OperationsServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<WarmUp>();
        services.AddHealthChecks().AddCheck<WarmUp>("start");
        services.AddSettings<PublicHostOptions>(PublicHostOptions.Section);
        services.AddRateLimits();
        services.AddTelemetry(configuration);

        // Turns under way end within seconds; who runs the host may give it half a minute.
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));

        // Uploads of 4 MB with what surrounds them; the endpoints say less where they take less.
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 5 * 1024 * 1024;
        });
        return services;
    }
}
