namespace ChannelBot.BotFramework.DirectLine;

/// <summary>The protocol's own limits. Source: protocol checklist 5.7 and section 6.</summary>
internal static class DirectLineLimits
{
    /// <summary>Characters (UTF-16 code units) of an activity as JSON.</summary>
    public const int ActivityCharacters = 256 * 1024;

    /// <summary>Bytes of all files of one upload.</summary>
    public const int UploadBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of an upload beside its files: the parts' headers and the activity.</summary>
    public const int UploadOverhead = 4 * ActivityCharacters;

    /// <summary>Bytes of the parameters of a token.</summary>
    public const int ParameterBytes = 16 * 1024;

    /// <summary>Characters of a user's id or name.</summary>
    public const int NameLength = 200;

    public const int TrustedOrigins = 20;

    /// <summary>Activities in one answer to a poll, whose client asks again for what follows, and read at once for a stream.</summary>
    public const int PageSize = 100;

    /// <summary>Bytes of a page after which no further activity is added to it.</summary>
    public const int PageBytes = 1024 * 1024;

    /// <summary>How long the address of a stream may be opened.</summary>
    public static readonly TimeSpan StreamUrlLifetime = TimeSpan.FromSeconds(60);

    /// <summary>How long a client may take to receive one frame, or to answer a ping.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
}
