namespace ChannelBot.Core;

/// <summary>The caller gave something we cannot use, and can put it right.</summary>
/// <remarks>The message reaches the user and the model, so it says what came in and what is accepted,
/// and holds nothing private. Every other exception is a fault: it goes to the log, not to the chat.</remarks>
public sealed class BadInputException(string field, string message) : Exception(message)
{
    /// <summary>What was wrong: a file, an option, an argument.</summary>
    public string Field { get; } = field;
}
