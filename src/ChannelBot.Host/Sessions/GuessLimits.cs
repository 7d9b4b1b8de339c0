using System.Threading.RateLimiting;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.Host.Operations;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Sessions;

/// <summary>Lets nobody try out keys and codes: who was wrong too often from an address waits, whatever is tried next.</summary>
internal sealed class GuessLimits(IOptions<RateLimitOptions> options) : IDisposable
{
    /// <summary>Wrong keys a minute from one address.</summary>
    private const int Keys = 10;

    /// <summary>Wrong codes a minute from one address: behind a school's, thirty learners may mistype.</summary>
    private const int Codes = 60;

    private readonly PartitionedRateLimiter<HttpContext> _keys = PerAddress(Keys);
    private readonly PartitionedRateLimiter<HttpContext> _codes = PerAddress(Codes);

    /// <exception cref="TooMuchAtOnceException">Too many wrong keys came from this address.</exception>
    public void RequireKey(HttpContext http, bool isRight) => Require(_keys, http, isRight);

    /// <exception cref="TooMuchAtOnceException">Too many wrong codes came from this address.</exception>
    public void RequireCode(HttpContext http, bool isRight) => Require(_codes, http, isRight);

    public void Dispose()
    {
        _keys.Dispose();
        _codes.Dispose();
    }

    /// <summary>What is right costs nothing, but is not told where nothing is left: else it could be found by trying.</summary>
    private void Require(PartitionedRateLimiter<HttpContext> limiter, HttpContext http, bool isRight)
    {
        using var lease = limiter.AttemptAcquire(http, isRight ? 0 : 1);
        if (options.Value.Enabled && !lease.IsAcquired)
        {
            throw new TooMuchAtOnceException();
        }
    }

    private static PartitionedRateLimiter<HttpContext> PerAddress(int perMinute) => PartitionedRateLimiter.Create<HttpContext, string>(
        http => RateLimits.Bucket(http.Connection.RemoteIpAddress?.ToString() ?? "", perMinute));
}
