using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>An activity that a .chat file stands for.</summary>
/// <param name="Json">As it goes into a transcript: complete with id, time, accounts and conversation.</param>
/// <param name="Place">Where its message begins.</param>
/// <param name="LastLine">The last line of the file with words of its message.</param>
/// <param name="IsFromBot">Whether it is the bot's.</param>
public sealed record ChatActivity(JsonObject Json, ScriptPlace Place, int LastLine, bool IsFromBot)
{
    /// <summary>Whether no line says it: the conversation's first activity, in which the bot joins.</summary>
    public bool IsImplied { get; init; }

    /// <summary>The pause before it, where the file asks for one.</summary>
    public TimeSpan? Delay { get; init; }

    /// <exception cref="ScriptFormatException">A field that a comment adds is of another kind than an activity's.</exception>
    public Activity ToActivity()
    {
        try
        {
            return ActivityParser.ParseWithoutConversation(JsonSerializer.SerializeToUtf8Bytes(Json, ProtocolJson.Wire.JsonObject));
        }
        catch (BadActivityException exception)
        {
            throw new ScriptFormatException(Place, exception.Message);
        }
    }
}

/// <summary>How a .chat file is read.</summary>
public sealed record ChatReading
{
    /// <summary>The channel of all activities where the file names none.</summary>
    internal const string Channel = "chatdown";

    /// <summary>Where chatdown begins to count the time with --stamp; else it begins now, on a full second.</summary>
    public DateTimeOffset Start { get; init; } = new(2015, 10, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Exactly what chatdown makes of the file. It names itself as the channel of all activities, loses the space after the last bracket that is no command ("[1] and"), and the
    /// words before such a bracket where a command that is an activity follows; otherwise the words are kept as they stand.</summary>
    public bool IsAsChatdown { get; init; }
}
