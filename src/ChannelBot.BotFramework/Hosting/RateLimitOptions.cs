using System.ComponentModel.DataAnnotations;

namespace ChannelBot.BotFramework.Hosting;

/// <summary>The <c>RateLimits</c> section of appsettings.json: how much one may ask. A bucket of requests each, filled up evenly.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    public bool Enabled { get; init; } = true;

    /// <summary>Requests a minute for one token of a web chat, that is one user; messages a minute of one user of another channel.</summary>
    [Range(1, 1_000_000)]
    public int PerTokenAMinute { get; init; } = 240;

    /// <summary>Requests a minute from one address: a whole school may be behind it.</summary>
    [Range(1, 10_000_000)]
    public int PerAddressAMinute { get; init; } = 12_000;
}
