using System.Text.Json;
using System.Text.Unicode;

namespace ChannelBot.BotFramework.Schema;

/// <summary>Reads an activity from bytes that anybody may have sent. Whatever they are, the outcome is an activity that later code
/// can read without surprise, or a <see cref="BadActivityException"/>.</summary>
public static class ActivityParser
{
    /// <summary>The largest body that is read, in bytes: what Direct Line allows for an activity (256K characters; protocol
    /// checklist 5.7), and far more than Teams sends.</summary>
    public const int DefaultLimit = 256 * 1024;

    /// <summary>An activity with a type and a conversation, as a channel sends it.</summary>
    /// <exception cref="BadActivityException">The bytes are something else.</exception>
    public static Activity Parse(ReadOnlySpan<byte> utf8)
    {
        var activity = ParseWithoutConversation(utf8);
        if (string.IsNullOrEmpty(activity.Conversation?.Id))
        {
            throw new BadActivityException(BadActivityException.MissingProperty, "The activity has no conversation id.");
        }

        return activity;
    }

    /// <summary>An activity with a type, as a Direct Line client sends it: there the address names the conversation.</summary>
    /// <exception cref="BadActivityException">The bytes are something else.</exception>
    public static Activity ParseWithoutConversation(ReadOnlySpan<byte> utf8)
    {
        utf8 = WithoutByteOrderMark(utf8);
        var activity = Read(utf8);
        if (string.IsNullOrWhiteSpace(activity.Type))
        {
            throw new BadActivityException(BadActivityException.MissingProperty, "The activity has no type.");
        }

        DropNulls(activity);
        return activity;
    }

    /// <summary>Reads a request's body, never more than <paramref name="limit"/> bytes and one.</summary>
    /// <exception cref="BadActivityException">There is more, or it is no activity.</exception>
    public static async Task<Activity> ReadAsync(Stream body, int limit = DefaultLimit, CancellationToken cancellationToken = default)
    {
        var bytes = await ReadBytesAsync(body, limit, cancellationToken);
        return Parse(bytes.Span);
    }

    /// <summary>As <see cref="ReadAsync"/>, for a body whose conversation stands elsewhere.</summary>
    /// <exception cref="BadActivityException">There is more, or it is no activity.</exception>
    public static async Task<Activity> ReadWithoutConversationAsync(
        Stream body, int limit = DefaultLimit, CancellationToken cancellationToken = default)
    {
        var bytes = await ReadBytesAsync(body, limit, cancellationToken);
        return ParseWithoutConversation(bytes.Span);
    }

    /// <summary>Reads a request's body as it is.</summary>
    /// <exception cref="BadActivityException">There is more than <paramref name="limit"/> bytes.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(Stream body, int limit, CancellationToken cancellationToken) =>
        await LimitedBody.ReadAsync(body, limit, cancellationToken)
        ?? throw new BadActivityException(BadActivityException.TooLarge, $"The activity is larger than {limit:N0} bytes.", status: 413);

    private static Activity Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            Check(utf8);
            return JsonSerializer.Deserialize(utf8, ProtocolJson.Wire.Activity) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw Bad(exception);
        }
        catch (ArgumentException)
        {
            // What the reader of open objects throws; that of our own types throws a JsonException.
            throw new BadActivityException(BadActivityException.BadSyntax, "The body is not an activity: an object names a property twice.");
        }
    }

    /// <summary>Finds what the deserializer would leave for the first reader of a value to trip over: bytes that are not UTF-8,
    /// nesting too deep, and halves of surrogate pairs in strings that are kept as JSON.</summary>
    private static void Check(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw new BadActivityException(BadActivityException.BadSyntax, "The body is not UTF-8.");
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = ProtocolJson.DeepestActivity });
        while (reader.Read())
        {
            if (reader.ValueIsEscaped && !HasWholeCharacters(ref reader))
            {
                throw new BadActivityException(
                    BadActivityException.BadSyntax, $"A string before byte {reader.BytesConsumed} holds half a surrogate pair.");
            }
        }
    }

    private static bool HasWholeCharacters(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.IndexOf("\\u"u8) < 0)
        {
            return true;
        }

        try
        {
            reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static BadActivityException Bad(JsonException exception)
    {
        var where = exception.Path is { Length: > 1 } path && path.Length < 100 ? $" at {path[2..]}" : "";
        var line = exception.LineNumber is { } number ? $" (line {number + 1}, byte {exception.BytePositionInLine + 1})" : "";
        return new BadActivityException(BadActivityException.BadSyntax, $"The body is not an activity in JSON{where}{line}.", cause: exception);
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    /// <summary>A null in a list says nothing, and nobody expects it there.</summary>
    private static void DropNulls(Activity activity)
    {
        DropNulls(activity.MembersAdded);
        DropNulls(activity.MembersRemoved);
        DropNulls(activity.ReactionsAdded);
        DropNulls(activity.ReactionsRemoved);
        DropNulls(activity.Attachments);
        DropNulls(activity.Entities);
        DropNulls(activity.ListenFor);
        DropNulls(activity.TextHighlights);
        DropNulls(activity.SuggestedActions?.Actions);
        DropNulls(activity.SuggestedActions?.To);
    }

    private static void DropNulls<T>(IList<T>? list)
        where T : class
    {
        while (list?.IndexOf(null!) is >= 0 and var at)
        {
            list.RemoveAt(at);
        }
    }
}
