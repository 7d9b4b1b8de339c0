using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Expectations;

namespace ChannelBot.Testing.Scripts;

/// <summary>One conversation: what the user's side sends, and what must come back. The same model, whatever file it was read from.</summary>
public sealed record Script
{
    /// <summary>The file it was read from, as the caller named it.</summary>
    public required string Path { get; init; }

    /// <summary>Tells the scripts of one file apart, and is what a filter and a report show: the file's name without its ending, and where
    /// a file holds several, the conversation's own name behind it.</summary>
    public required string Name { get; init; }

    public ScriptHeader Header { get; init; } = new();

    /// <summary>What the file demands and nobody can hold a bot to: the turns are held all the same, and the script as
    /// written counts as broken.</summary>
    public IReadOnlyList<ScriptError> Problems { get; init; } = [];

    /// <summary>In the order of the conversation.</summary>
    public required IReadOnlyList<ScriptTurn> Turns { get; init; }

    /// <summary>How the conversation is to be run: as written, and once more for each paraphrase, with only that line replaced.</summary>
    public IEnumerable<Phrasing> Phrasings =>
        [new Phrasing(this, null, null), .. Turns.SelectMany(turn => turn.Paraphrases.Select(paraphrase => new Phrasing(this, turn, paraphrase)))];
}

/// <summary>Who speaks, and where: the first lines of a .chat file, or what a transcript's activities say.</summary>
public sealed record ScriptHeader
{
    public string Bot { get; init; } = "bot";

    /// <summary>The first is whoever speaks as "user". Never empty.</summary>
    public IReadOnlyList<string> Users { get; init; } = ["user"];

    /// <summary>The channel whose rendering is wanted; null leaves it to the driver.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Whether any other channel will do as well: what was recorded where bots are tried out was for none in particular.</summary>
    public bool IsForAnyChannel { get; init; }

    /// <summary>What the conversation is called where a driver may choose: the same in every run. Null leaves it to the driver.</summary>
    public string? ConversationId { get; init; }
}

/// <summary>One activity of the user's side, and what is said about the bot's reply to it.</summary>
/// <remarks>A line of the user is a message. A script that begins with lines of the bot has a first turn whose activity is a
/// conversationUpdate in which the user joins.</remarks>
public sealed record ScriptTurn
{
    public required ScriptPlace Place { get; init; }

    /// <summary>What is sent: type, text, value, attachments … A driver adds ids, accounts and the conversation.</summary>
    public required Activity Activity { get; init; }

    /// <summary>Other ways to say it: each is asked as well, in a conversation of its own, and the same must come back.</summary>
    public IReadOnlyList<Paraphrase> Paraphrases { get; init; } = [];

    /// <summary>The bot's replies as the script has them, literally. None means that the script leaves the words open.</summary>
    public IReadOnlyList<ExpectedReply> Replies { get; init; } = [];

    /// <summary>Whether the replies are all that the bot said, to the last field, as in a transcript; else only what they give is compared,
    /// and without any the words are open.</summary>
    public bool IsExact { get; init; }

    /// <summary>What must hold, whatever the words.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>How many messages the script wants to hear before it goes on.</summary>
    /// <remarks>A bot may answer long after it took the activity: only the script knows whether there is anything to wait for.</remarks>
    public int AwaitedMessages =>
        Expectations.OfType<CountExpectation>().FirstOrDefault(count => count.What is "messages")?.Number
        ?? Math.Max(
            Replies.Count(reply => reply.Activity.IsType(ActivityTypes.Message)),
            (Activity.IsType(ActivityTypes.Message) && !IsExact && Replies.Count is 0) || Expectations.Count > 0 ? 1 : 0);

    /// <summary>The pause before it, where the script asks for one.</summary>
    public TimeSpan? Delay { get; init; }
}

/// <summary>Another way to say a turn's message.</summary>
public sealed record Paraphrase(string Text, ScriptPlace Place);

/// <summary>A reply of the bot as a script has it.</summary>
/// <param name="Activity">Only the fields that the script gives; a text may hold the wildcard <c>***</c> for any words.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="LastLine">The last line of the file that belongs to it.</param>
public sealed record ExpectedReply(Activity Activity, ScriptPlace Place, int LastLine);

/// <summary>A script with one of its lines said in another way, or as it is.</summary>
/// <param name="Turn">The turn that is said otherwise; null where the script is run as written.</param>
public sealed record Phrasing(Script Script, ScriptTurn? Turn, Paraphrase? Paraphrase)
{
    /// <summary>What to send for <paramref name="turn"/>: its activity, with the paraphrase's words where it is the one.</summary>
    public Activity ActivityOf(ScriptTurn turn) =>
        Paraphrase is not null && ReferenceEquals(turn, Turn) ? ActivityCopy.Of(turn.Activity, copy => copy.Text = Paraphrase.Text) : ActivityCopy.Of(turn.Activity);
}
