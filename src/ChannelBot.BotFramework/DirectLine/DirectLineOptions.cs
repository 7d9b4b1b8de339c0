using System.ComponentModel.DataAnnotations;
using ChannelBot.BotFramework.Hosting;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>The <c>DirectLine</c> section of appsettings.json: the web chat's own server.</summary>
public sealed class DirectLineOptions
{
    public const string Section = "DirectLine";

    /// <summary>Who knows it may make tokens and read any conversation; for servers, never for pages. Without it nobody may, and
    /// tokens come from POST /webchat/token alone.</summary>
    public string? Secret { get; init; }

    /// <summary>What tokens are signed with, in Base64: 32 random bytes or more. Where it is missing, a key is made at the first start and
    /// kept in the store; several hosts with stores of their own need it.</summary>
    [Base64String(ErrorMessage = "DirectLine:SigningKey must be Base64.")]
    [StringLength(int.MaxValue, MinimumLength = 44, ErrorMessage = "DirectLine:SigningKey must be 32 bytes or more.")]
    public string? SigningKey { get; init; }

    /// <summary>How long a token holds. Clients refresh theirs every 15 minutes, so it must be longer.</summary>
    [TimeRange("00:16:00", "1.00:00:00", ErrorMessage = "DirectLine:TokenLifetime must be 16 minutes to a day.")]
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a page may come back to its conversation: the life of the cookie.</summary>
    [TimeRange("00:01:00", "400.00:00:00", ErrorMessage = "DirectLine:CookieLifetime must be a minute to 400 days.")]
    public TimeSpan CookieLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long whoever posts a message waits for its turn; then 502, while the turn goes on.</summary>
    [TimeRange("00:00:01", "00:00:19", ErrorMessage = "DirectLine:LongestWait must be 1 to 19 seconds: clients give up after 20.")]
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many streams (WebSockets) one conversation may have at a time: a browser's tabs, and those whose line is dead and not yet
    /// found out.</summary>
    [Range(1, 10_000, ErrorMessage = "DirectLine:StreamsPerConversation must be 1 to 10,000.")]
    public int StreamsPerConversation { get; init; } = 20;

    /// <summary>How many streams one user whom a token names may have at a time, in all conversations together.</summary>
    [Range(1, 10_000, ErrorMessage = "DirectLine:StreamsPerUser must be 1 to 10,000.")]
    public int StreamsPerUser { get; init; } = 50;

    /// <summary>Sites whose pages may call from a browser ("https://school.example"), or "*" for all. Pages of the host itself always may.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>What may be uploaded; <see cref="UsualUploadTypes"/> where it is missing.</summary>
    public IReadOnlyList<string>? UploadTypes { get; init; }

    /// <summary>How the bot is called in the chat.</summary>
    [Required]
    public string BotName { get; init; } = "ChannelBot";

    /// <summary>How the world reaches the host, for the absolute addresses that clients get; where it is missing they follow the request.
    /// The program sets it, which has other links to write as well.</summary>
    public Uri? PublicUrl { get; set; }

    internal static IReadOnlyList<string> UsualUploadTypes { get; } =
        ["image/png", "image/jpeg", "image/gif", "image/webp", "text/plain", "application/pdf"];

    internal bool Takes(string contentType) =>
        (UploadTypes ?? UsualUploadTypes).Contains(contentType, StringComparer.OrdinalIgnoreCase);
}

