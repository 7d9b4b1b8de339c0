namespace ChannelBot.Testing.Chat;

/// <summary>What a line of a .chat file is.</summary>
public enum ChatLineKind
{
    /// <summary>user=, users=, bot= or channelId=, before anything else.</summary>
    Header,

    /// <summary>Begins with &gt;: nothing to chatdown, wherever it stands.</summary>
    Comment,

    /// <summary>Begins a message: "user: …".</summary>
    Speaker,

    /// <summary>Goes on with the message above, or is empty.</summary>
    Text,
}

/// <summary>One line of a .chat file.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Text">Without its line end.</param>
/// <param name="Ending">The line end as it stands in the file; empty at the end of the file.</param>
/// <param name="Indent">How many code units at its start do not count: white space before the file's first line.</param>
public sealed record ChatLine(int Number, string Text, string Ending, ChatLineKind Kind, int Indent = 0)
{
    /// <summary>Who begins to speak, as the line spells it; null for a line of another kind.</summary>
    public string? Speaker { get; init; }

    /// <summary>Whom the line addresses by name: "bot-&gt;Ann: …"; null where nobody is named.</summary>
    public string? Recipient { get; init; }

    /// <summary>Where the words begin: behind the speaker's mark, or behind the &gt; of a comment.</summary>
    public int Start { get; init; }

    /// <summary>The line's words, without the speaker's mark or the &gt;.</summary>
    public string Words => Text[Start..];
}
