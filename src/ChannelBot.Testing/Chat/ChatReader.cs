using System.Text.Json.Nodes;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>Reads the activities of a .chat file, as chatdown makes them.</summary>
/// <remarks>Source: bf-chatdown 4.15.0, readContents; protocol checklist section 7. Two comments of our own add what the format cannot
/// say: <c>&gt; with {…}</c> changes fields of the activity above, <c>&gt; activity {…}</c> is one of its own.</remarks>
public sealed class ChatReader
{
    private readonly ChatDocument _document;
    private readonly List<ScriptError> _errors;
    private readonly List<ChatActivity> _activities = [];
    private readonly ChatAccounts _accounts;
    private readonly ChatActivities _made;
    private JsonObject? _from;
    private JsonObject? _recipient;

    private ChatReader(ChatDocument document, ChatReading reading)
    {
        _document = document;
        _errors = [.. document.HeaderErrors];
        _accounts = new ChatAccounts(document.Header);
        _made = new ChatActivities(document, reading, _accounts, _errors);
    }

    /// <summary>The first activity is that in which the bot joins, though no line says it.</summary>
    /// <exception cref="ScriptFormatException">The file holds mistakes; all are named.</exception>
    public static IReadOnlyList<ChatActivity> Read(ChatDocument document, ChatReading? reading = null)
    {
        var reader = new ChatReader(document, reading ?? new ChatReading());
        reader.ReadAll();
        return reader._errors.Count is 0
            ? reader._activities
            : throw new ScriptFormatException([.. reader._errors.OrderBy(error => error.Place.Line).ThenBy(error => error.Place.Column)]);
    }

    private void ReadAll()
    {
        _activities.Add(_made.BotJoins());
        var block = new List<ChatLine>();
        foreach (var line in _document.Lines.Where(line => line.Kind is not ChatLineKind.Header))
        {
            if (line.Kind is ChatLineKind.Speaker)
            {
                ReadBlock(block, isLast: false);
                block.Clear();
                Address(line);
            }

            block.Add(line);
        }

        ReadBlock(block, isLast: true);
    }

    private void Address(ChatLine line)
    {
        _from = _accounts.Of(line.Speaker!);
        var isBot = ChatAccounts.IsBot(_from);
        _recipient = line.Recipient is { } named ? _accounts.Of(named) : isBot ? _accounts.LastUser : _accounts.Bot;
        if (!isBot && line.Recipient is null)
        {
            _accounts.Speaks(_from);
        }
    }

    private void ReadBlock(List<ChatLine> lines, bool isLast)
    {
        var body = new ChatBody(_document.Path, lines, isLast);
        if (body.SaysSomething)
        {
            var last = lines.FindLast(line => line.Kind is not ChatLineKind.Comment && ChatWhiteSpace.TrimmedStart(line.Words) < line.Words.Length)!.Number;
            _activities.AddRange(_made.Of(body, _from, _recipient, last));
        }

        foreach (var comment in lines.Where(line => line.Kind is ChatLineKind.Comment))
        {
            ReadComment(comment);
        }
    }

    private void ReadComment(ChatLine comment)
    {
        if (ChatAddition.Read(_document.Path, comment, _errors) is not { } addition)
        {
            return;
        }

        if (addition.IsWhole)
        {
            _activities.Add(new ChatActivity(addition.Json, addition.Place, comment.Number, ChatAddition.IsFromBot(addition.Json)));
            return;
        }

        _activities[^1] = _activities[^1] with { Json = ChatAddition.Merge(_activities[^1].Json, addition.Json) };
    }
}
