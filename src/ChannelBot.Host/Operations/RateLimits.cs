using System.Threading.RateLimiting;
using ChannelBot.BotFramework.Hosting;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Operations;

/// <summary>Keeps one user from taking the bot from all others, and one address from flooding it.</summary>
internal static class RateLimits
{
    private static readonly PathString[] NeverLimited = ["/healthz", "/readyz"];

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddSettings<RateLimitOptions>(RateLimitOptions.Section);
        services.AddSingleton<UserLimits>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, options) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;

            // No Retry-After: the web chat's client fails on one (botframework-directlinejs 0.15.8).
            limiter.OnRejected = async (context, _) => await ErrorResponses.WriteAsync(context.HttpContext, StatusCodes.Status429TooManyRequests);
            limiter.GlobalLimiter = Limiter(options.Value);
        });
        return services;
    }

    public static void UseRateLimits(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<RateLimitOptions>>().Value.Enabled)
        {
            app.UseRateLimiter();
        }
    }

    /// <summary>The address first, which costs a flood least; then the token. At /api/messages only the activity says who speaks, so
    /// <see cref="UserLimits"/> come after its token was checked.</summary>
    internal static PartitionedRateLimiter<HttpContext> Limiter(RateLimitOptions options) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => IsFree(context)
            ? RateLimitPartition.GetNoLimiter("")
            : Bucket(context.Connection.RemoteIpAddress?.ToString() ?? "", options.PerAddressAMinute)),
        PartitionedRateLimiter.Create<HttpContext, string>(context => !IsFree(context) && TokenOf(context) is { } token
            ? Bucket(token, options.PerTokenAMinute)
            : RateLimitPartition.GetNoLimiter("")));

    private static bool IsFree(HttpContext context) => NeverLimited.Contains(context.Request.Path);

    private static string? TokenOf(HttpContext context) => context.Request.Path.StartsWithSegments("/v3/directline", StringComparison.OrdinalIgnoreCase)
        && context.Request.Headers.Authorization is [{ Length: > 0 } token] ? token : null;

    /// <summary>So many a minute, all at once at first.</summary>
    internal static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(perMinute >= 60 ? 1 : 60.0 / perMinute),
        QueueLimit = 0,
    });
}
