using System.Security.Cryptography;
using System.Text;
using ChannelBot.Teaching.Sessions;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Sessions;

/// <summary>The key that lets somebody start sessions. Without one nobody may; a developer gets one for the run, in the log.</summary>
internal sealed partial class EducatorKey
{
    private const int GeneratedLength = 20;

    private readonly byte[]? _hash;

    public EducatorKey(IOptions<SessionsOptions> options, IHostEnvironment environment, ILogger<EducatorKey> log)
    {
        var key = options.Value.EducatorKey;
        if (string.IsNullOrEmpty(key) && environment.IsDevelopment())
        {
            key = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", GeneratedLength);
            LogGenerated(log, key);
        }

        _hash = string.IsNullOrEmpty(key) ? null : Hash(key);
    }

    /// <summary>Whether sessions can be started here at all.</summary>
    public bool IsOn => _hash is not null;

    /// <summary>Whether it is the key; how long that takes says nothing of it.</summary>
    public bool Is(string? typed) => _hash is not null && typed is not null && CryptographicOperations.FixedTimeEquals(_hash, Hash(typed));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    [LoggerMessage(Level = LogLevel.Information, Message = "Sessions:EducatorKey is not set; for this run, in Development, it is {Key}")]
    private static partial void LogGenerated(ILogger log, string key);
}
