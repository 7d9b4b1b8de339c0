using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Scripts;
using ChannelBot.Testing.Transcripts;

namespace ChannelBot.Testing.Chat;

/// <summary>How activities are written as .chat.</summary>
public sealed record ChatPrinting
{
    /// <summary>Leaves out what differs from run to run, and typing: a file for people. Else every field of every activity is kept.</summary>
    public bool IsBrief { get; init; }
}

/// <summary>Writes activities as a .chat file from which the same activities are read: in the format's own words where it has them, the rest in
/// comments (<c>&gt; with</c>, <c>&gt; every</c>, <c>&gt; account</c>, <c>&gt; activity</c>).</summary>
/// <remarks>What was written is read again, and what is not the same then is corrected by a comment: no text needs to be escaped.</remarks>
public sealed class ChatPrinter
{
    private static readonly string[] Varying = [.. ComparisonRules.Default.Ignored.Where(path => !path.Contains('.', StringComparison.Ordinal))];

    private readonly ChatPrinting _printing;
    private readonly IReadOnlyList<JsonObject> _activities;
    private readonly ChatAccountNames _names;
    private readonly ChatBlocks _blocks;
    private readonly JsonObject _every;
    private readonly string? _channel;
    private readonly HashSet<int> _whole = [];

    private ChatPrinter(IReadOnlyList<TranscriptEntry> entries, ChatPrinting printing)
    {
        _printing = printing;
        _names = new ChatAccountNames(entries);
        _activities = [.. entries.Select(entry => entry.ActivityJson).Where(activity => !printing.IsBrief || TypeOf(activity) is not ActivityTypes.Typing)];
        _blocks = new ChatBlocks(_names, _activities is [var first, ..] && TimeOf(first) == new ChatReading().Start.AddMilliseconds(100));
        _channel = _activities.Select(activity => activity["channelId"]).FirstOrDefault(channel => channel is not null) is JsonValue value
            && value.TryGetValue(out string? id) && id is not ChatReading.Channel && id.Length > 0 && id.All(char.IsLetterOrDigit) ? id : null;
        _every = printing.IsBrief ? [] : Shared();
    }

    /// <param name="document">Its activities; records are written as the activities that they are about.</param>
    public static string Print(TranscriptDocument document, ChatPrinting? printing = null) => new ChatPrinter(document.Entries, printing ?? new ChatPrinting()).Print();

    private string Print()
    {
        while (true)
        {
            var (text, starts) = Compose(new Dictionary<int, JsonObject>());
            if (Read(text, starts) is { } read && Patches(read, starts) is { } patches)
            {
                return Compose(patches).Text;
            }
        }
    }

    /// <returns>Null where some lines cannot be read: their activities are whole comments from now on.</returns>
    private IReadOnlyList<ChatActivity>? Read(string text, IReadOnlyList<int> starts)
    {
        try
        {
            return ChatReader.Read(ChatDocument.Parse(text, "printed.chat"));
        }
        catch (ScriptFormatException mistakes)
        {
            var before = _whole.Count;
            _whole.UnionWith(mistakes.Errors.Select(error => BlockOf(error.Place.Line, starts)));
            return _whole.Count > before ? null : throw new InvalidOperationException($"Nothing was left to mend in a printed file: {mistakes.Message}", mistakes);
        }
    }

    /// <summary>What each activity differs in from what was read of its lines.</summary>
    /// <returns>Null where some cannot be written in the format's words: these are whole comments from now on.</returns>
    private Dictionary<int, JsonObject>? Patches(IReadOnlyList<ChatActivity> read, IReadOnlyList<int> starts)
    {
        var before = _whole.Count;
        var patches = new Dictionary<int, JsonObject>();
        var byBlock = read.Where(activity => !activity.IsImplied).ToLookup(activity => BlockOf(activity.Place.Line, starts));
        for (var index = 0; index < _activities.Count; index++)
        {
            var made = IsImplied(index) ? read.Where(activity => activity.IsImplied).ToArray() : [.. byBlock[index]];
            if (_whole.Contains(index))
            {
                continue;
            }

            if (made is not [var one] || (!IsImplied(index) && TextOf(one.Json) != TextOf(_activities[index])) || Patch(one.Json, index) is not { } patch)
            {
                _whole.Add(index);
                continue;
            }

            patches[index] = patch;
        }

        return _whole.Count == before ? patches : null;
    }

    private JsonObject? Patch(JsonObject read, int index)
    {
        var patch = _printing.IsBrief && IsImplied(index) ? [] : MergePatch.Between(read, _activities[index]);
        foreach (var field in _printing.IsBrief && patch is not null ? Varying : [])
        {
            patch!.Remove(field);
        }

        return patch;
    }

    private (string Text, IReadOnlyList<int> Starts) Compose(IReadOnlyDictionary<int, JsonObject> patches)
    {
        var text = new StringBuilder();
        var (line, starts) = (1, new List<int>());
        Head(Append);
        for (var index = 0; index < _activities.Count; index++)
        {
            if (!IsImplied(index) && (index is 0 || _names.Of(_activities[index]["from"]) != _names.Bot))
            {
                Append("");
            }

            starts.Add(line);
            Append(IsImplied(index) ? null
                : !_whole.Contains(index) && _blocks.Of(_activities[index], PauseBefore(index)) is { } block ? block
                : $"> {ChatAddition.Whole} {Json(Brief(_activities[index]))}");
            Append(patches.GetValueOrDefault(index) is { Count: > 0 } patch ? $"> {ChatAddition.With} {Json(patch)}" : null);
        }

        return (text.ToString(), starts);

        void Append(string? lines)
        {
            if (lines is not null)
            {
                text.Append(lines).Append('\n');
                line += lines.AsSpan().Count('\n') + 1;
            }
        }
    }

    private void Head(Action<string?> append)
    {
        append(_names.Users is ["user"] ? null : $"{(_names.Users.Count > 1 ? "users" : "user")}={string.Join(',', _names.Users)}");
        append(_names.Bot is "bot" ? null : $"bot={_names.Bot}");
        append(_channel is null ? null : $"channelId={_channel}");
        foreach (var (name, account) in _printing.IsBrief ? [] : _names.Accounts)
        {
            append(JsonNode.DeepEquals(account, ChatAccounts.Of(name, name == _names.Bot)) ? null : $"> {ChatAddition.Account} {name} {Json(account)}");
        }

        append(_every.Count is 0 ? null : $"> {ChatAddition.Every} {Json(_every)}");
        append(IsImplied(0) || _printing.IsBrief ? null : $"> {ChatAddition.With} {{\"type\":null}}");
    }

    /// <summary>Whether it is the activity that no line says: the conversation's first, in which somebody joins.</summary>
    private bool IsImplied(int index) =>
        index is 0 && _activities.Count > 0 && !_whole.Contains(0) && TypeOf(_activities[0]) is ActivityTypes.ConversationUpdate;

    /// <summary>Where the conversation was, which all activities tell.</summary>
    private JsonObject Shared()
    {
        var shared = new JsonObject();
        foreach (var name in _activities.Count > 1 ? new[] { "channelId", "serviceUrl", "conversation" } : [])
        {
            if (_activities[0][name] is { } field && field.ToString() != (_channel ?? ChatReading.Channel) && _activities.All(activity => JsonNode.DeepEquals(activity[name], field))
                && MergePatch.Between([], new JsonObject { [name] = field.DeepClone() }) is not null)
            {
                shared[name] = field.DeepClone();
            }
        }

        return shared;
    }

    private JsonObject Brief(JsonObject activity)
    {
        if (!_printing.IsBrief)
        {
            return activity;
        }

        var brief = (JsonObject)activity.DeepClone();
        var isFromBot = _names.Of(activity["from"]) == _names.Bot;
        Array.ForEach(Varying, field => brief.Remove(field));
        if (isFromBot)
        {
            brief["from"] = new JsonObject { ["role"] = "bot" };
        }

        return brief;
    }

    private long? PauseBefore(int index) =>
        index > 0 && TimeOf(_activities[index]) is { } now && TimeOf(_activities[index - 1]) is { } before && now >= before ? (long)(now - before).TotalMilliseconds : null;

    private static int BlockOf(int line, IReadOnlyList<int> starts)
    {
        var (low, high) = (0, starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = starts[middle] <= line ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static string Json(JsonObject json) => json.ToJsonString(ProtocolJson.Wire.Options);

    private static string? TypeOf(JsonObject activity) => activity["type"] is JsonValue type && type.TryGetValue(out string? name) ? name : null;

    private static string TextOf(JsonObject activity) => activity["text"] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    private static DateTimeOffset? TimeOf(JsonObject activity) =>
        activity["timestamp"] is JsonValue value && value.TryGetValue(out string? text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
