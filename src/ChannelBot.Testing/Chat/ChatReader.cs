using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>Reads the activities of a .chat file, as chatdown makes them.</summary>
/// <remarks>Source: bf-chatdown 4.15.0, readContents; protocol checklist section 7. Comments of our own add what the format cannot say:
/// <see cref="ChatAddition"/>.</remarks>
public sealed partial class ChatReader
{
    private readonly ChatDocument _document;
    private readonly List<ScriptError> _errors;
    private readonly List<ChatActivity> _activities = [];
    private readonly ChatAccounts _accounts;
    private readonly ChatActivities _made;
    private readonly ChatAdditions? _additions;
    private JsonObject? _from;
    private JsonObject? _recipient;

    private ChatReader(ChatDocument document, ChatReading reading)
    {
        _document = document;
        _errors = [.. document.HeaderErrors];
        _accounts = new ChatAccounts(document.Header);
        _made = new ChatActivities(document, reading, _accounts, _errors);
        _additions = reading.IsAsChatdown ? null : new ChatAdditions(document, _accounts, _errors);
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
        Add(_made.BotJoins());
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
        if (_additions is not null && _from is not null && !ChatAccounts.IsBot(_from))
        {
            RefuseStrangers(lines);
        }

        var body = new ChatBody(_document.Path, lines, isLast);
        if (body.SaysSomething)
        {
            var last = lines.FindLast(line => line.Kind is not ChatLineKind.Comment && ChatWhiteSpace.TrimmedStart(line.Words) < line.Words.Length)!.Number;
            foreach (var activity in _made.Of(body, _from, _recipient, last))
            {
                Add(activity);
            }
        }

        foreach (var comment in lines.Where(line => line.Kind is ChatLineKind.Comment))
        {
            ReadComment(comment);
        }
    }

    /// <summary>To chatdown it is words of the user above when somebody speaks whom the file's head does not name.</summary>
    private void RefuseStrangers(IEnumerable<ChatLine> lines)
    {
        foreach (var line in lines.Where(line => line.Kind is ChatLineKind.Text))
        {
            if (Stranger().Match(line.Text) is { Success: true } mark)
            {
                _errors.Add(new ScriptError(
                    new ScriptPlace(_document.Path, line.Number, 1),
                    $"Nobody here is called '{mark.Groups[1].Value}'. Expected one of: {string.Join(", ", _document.Header.Users.Append(_document.Header.Bot))}; or a space before the line where these are words of '{_from!["name"]}'."));
            }
        }
    }

    [GeneratedRegex(@"^(\p{L}[\p{L}\p{N}_-]*)(->[^:]*)?:(\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Stranger();

    private void Add(ChatActivity activity) => _activities.Add(_additions?.Complete(activity) ?? activity);

    private void ReadComment(ChatLine comment)
    {
        if (_additions?.On(comment) is not { Kind: ChatAddition.Whole or ChatAddition.With } addition)
        {
            return;
        }

        if (addition.Kind is ChatAddition.Whole)
        {
            _activities.Add(new ChatActivity(addition.Json, addition.Place, comment.Number, ChatAddition.IsFromBot(addition.Json)));
            return;
        }

        if (_activities.Count is 0)
        {
            _errors.Add(new ScriptError(addition.Place, "There is nothing above that these fields could be of. Expected them below a line that somebody says."));
            return;
        }

        var changed = MergePatch.Apply(_activities[^1].Json, addition.Json);
        _activities[^1] = _activities[^1] with { Json = changed };
        if (!changed.ContainsKey("type"))
        {
            _activities.RemoveAt(_activities.Count - 1);
        }
    }
}
