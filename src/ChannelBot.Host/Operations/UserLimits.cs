using System.Threading.RateLimiting;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.BotFramework.Schema;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Operations;

/// <summary>What becomes of a message that is one too many.</summary>
internal enum UserLimit
{
    /// <summary>It is not.</summary>
    Free,

    /// <summary>Its user is told so.</summary>
    Told,

    /// <summary>Its user was told so less than a minute ago: nothing is said to it.</summary>
    Passed,
}

/// <summary>How much one user of a channel may say. All of Teams comes from a few addresses and with the service's own tokens, so that
/// only the activity says who speaks; it is believed once its token was checked.</summary>
internal sealed class UserLimits : IDisposable
{
    private readonly PartitionedRateLimiter<string>? _messages;
    private readonly PartitionedRateLimiter<string> _notices = Buckets(1);

    public UserLimits(IOptions<RateLimitOptions> options) =>
        _messages = options.Value.Enabled ? Buckets(options.Value.PerTokenAMinute) : null;

    /// <summary>Counts a message.</summary>
    public UserLimit Enter(Activity activity)
    {
        if (_messages is null)
        {
            return UserLimit.Free;
        }

        var user = $"{activity.ChannelId}\n{activity.From?.Id ?? activity.Conversation?.Id}";
        return Takes(_messages, user) ? UserLimit.Free : Takes(_notices, user) ? UserLimit.Told : UserLimit.Passed;
    }

    public void Dispose()
    {
        _messages?.Dispose();
        _notices.Dispose();
    }

    private static bool Takes(PartitionedRateLimiter<string> limiter, string user)
    {
        using var lease = limiter.AttemptAcquire(user);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Buckets(int perMinute) =>
        PartitionedRateLimiter.Create<string, string>(user => RateLimits.Bucket(user, perMinute), StringComparer.Ordinal);
}

/// <summary>A user asks for more at once than one may. (HTTP 429)</summary>
internal sealed class TooMuchAtOnceException() : Exception("That was a lot at once. Please try again in a moment.");
