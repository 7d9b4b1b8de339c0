using System.Threading.RateLimiting;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.Host.Operations;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Sessions;

/// <summary>Lets nobody try out keys and codes: who was wrong too often, from an address or as a user of a chat, waits, whatever is tried next.</summary>
internal sealed class GuessLimits(IOptions<RateLimitOptions> options) : IDisposable
{
    /// <summary>Wrong keys a minute.</summary>
    private const int Keys = 10;

    /// <summary>Wrong codes a minute: behind a school's address, thirty learners may mistype.</summary>
    private const int Codes = 60;

    /// <summary>Learners a minute who join from one address: a school's classes may begin together.</summary>
    private const int Joins = 200;

    private readonly PartitionedRateLimiter<string> _joins = Buckets(Joins);
    private readonly PartitionedRateLimiter<string> _keys = Buckets(Keys);
    private readonly PartitionedRateLimiter<string> _codes = Buckets(Codes);

    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <exception cref="TooMuchAtOnceException">Too many wrong keys came from there.</exception>
    public void RequireKey(string who, bool isRight) => Require(_keys, who, isRight);

    /// <exception cref="TooMuchAtOnceException">Too many wrong codes came from there.</exception>
    public void RequireCode(string who, bool isRight) => Require(_codes, who, isRight);

    /// <summary>Counts somebody who joins.</summary>
    /// <exception cref="TooMuchAtOnceException">Too many joined from there.</exception>
    public void RequireRoom(string who) => Require(_joins, who, isRight: false);

    public void Dispose()
    {
        _joins.Dispose();
        _keys.Dispose();
        _codes.Dispose();
    }

    /// <summary>What is right costs nothing, but is not told where nothing is left: else it could be found by trying.</summary>
    private void Require(PartitionedRateLimiter<string> limiter, string who, bool isRight)
    {
        using var lease = limiter.AttemptAcquire(who, isRight ? 0 : 1);
        if (options.Value.Enabled && !lease.IsAcquired)
        {
            throw new TooMuchAtOnceException();
        }
    }

    private static PartitionedRateLimiter<string> Buckets(int perMinute) => PartitionedRateLimiter.Create<string, string>(who => RateLimits.Bucket(who, perMinute));
}
