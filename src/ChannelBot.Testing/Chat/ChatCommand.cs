using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>A command in a message: <c>[Typing]</c>, <c>[Delay=500]</c>, <c>[HeroCard title=…]</c> over several lines.</summary>
/// <param name="Name">In small letters.</param>
/// <param name="Value">What stands behind the first =, or where the command has several lines, all lines but the first; null where nothing does.</param>
/// <param name="Place">Of the bracket.</param>
/// <param name="Body">The message it stands in.</param>
/// <param name="ValueOffset">Where the value begins in the message.</param>
internal sealed record ChatCommand(string Name, string? Value, ScriptPlace Place, ChatBody Body, int ValueOffset)
{
    private static readonly string[] Kinds =
    [
        "typing", "conversationupdate", "delay", "attachment", "attachmentlayout", "suggestions",
        .. ChatCards.Kinds,
    ];

    /// <summary>What chatdown takes out of the text without making anything of it.</summary>
    private static readonly string[] Ineffective =
    [
        "message", "contactrelationupdate", "ping", "endofconversation", "event", "invoke", "deleteuserdata", "messageupdate", "messagedelete",
        "installationupdate", "messagereaction", "suggestion", "receiptcard",
    ];

    /// <summary>The command between two brackets; null where the brackets are text, such as [1].</summary>
    /// <param name="open">Where the opening bracket stands in the message's text.</param>
    /// <param name="close">Where the closing one does.</param>
    public static ChatCommand? Read(ChatBody body, int open, int close)
    {
        var inside = body.Text[(open + 1)..close];
        var lineEnd = inside.IndexOf('\n', StringComparison.Ordinal);
        var first = lineEnd < 0 ? inside : inside[..lineEnd];
        var equals = first.IndexOf('=', StringComparison.Ordinal);
        var name = ChatWhiteSpace.Trim(equals > 0 ? first[..equals] : first).ToLowerInvariant();
        if (!Kinds.Contains(name) && !Ineffective.Contains(name))
        {
            return null;
        }

        var (value, offset) = lineEnd >= 0 ? (inside[(lineEnd + 1)..], open + lineEnd + 2)
            : equals > 0 ? (inside[(equals + 1)..], open + equals + 2)
            : (null, close);
        return new ChatCommand(name, value, body.PlaceOf(open), body, offset);
    }

    public bool IsActivity => Name is "typing" or "conversationupdate";

    public bool IsIneffective => Ineffective.Contains(Name);

    /// <summary>The value's place, or that of a part of it.</summary>
    public ScriptPlace PlaceIn(int offset) => Body.PlaceOf(ValueOffset + offset);

    /// <summary>The value's lines, each with its offset in the value.</summary>
    public IEnumerable<(string Line, int Offset)> Lines()
    {
        var offset = 0;
        foreach (var line in (Value ?? "").Split('\n'))
        {
            yield return (line, offset);
            offset += line.Length + 1;
        }
    }
}
