namespace ChannelBot.BotFramework.Schema;

/// <summary>The bytes are not an activity that this bot takes. The message says what was wrong and is safe to send back.</summary>
public sealed class BadActivityException(string code, string message, int status = 400, Exception? cause = null) : Exception(message, cause)
{
    public const string BadSyntax = "BadSyntax";
    public const string MissingProperty = "MissingProperty";
    public const string TooLarge = "MessageSizeTooBig";

    /// <summary>For programs, as in <see cref="Schema.Error.Code"/>.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status to answer with: 400, or 413 where the activity is too large.</summary>
    public int Status { get; } = status;
}
