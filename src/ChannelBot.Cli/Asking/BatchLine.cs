using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace ChannelBot.Cli.Asking;

/// <summary>One line of a batch: a question with its place in a conversation, or why it is none.</summary>
/// <param name="Number">Line of the file, counted from 1.</param>
/// <param name="Id">As the line gives it, a string or a number; undefined where none could be read.</param>
/// <param name="Group">The conversation; null stands for one of its own.</param>
/// <param name="Turn">Place in the conversation; null means after the line before it.</param>
internal sealed record BatchLine(int Number, JsonElement Id, string? Group, int? Turn, string Question, BatchError? Error)
{
    /// <summary>Ten megabytes of question are refused unread.</summary>
    public const int MostBytes = 10_000_000;

    public static BatchLine Parse(int number, ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MostBytes)
        {
            return Bad(number, default, "too_long", "the line is longer than 10 MB");
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            return Bad(number, default, "not_utf8", "not text in UTF-8");
        }

        try
        {
            using var document = JsonDocument.Parse(utf8);
            return Read(number, document.RootElement);
        }
        catch (JsonException problem)
        {
            var column = (problem.BytePositionInLine ?? 0) + 1;
            return Bad(number, default, "not_json", string.Create(CultureInfo.InvariantCulture, $"not JSON (byte {column} of the line)"));
        }
    }

    private static BatchLine Read(int number, JsonElement line)
    {
        if (line.ValueKind is not JsonValueKind.Object)
        {
            return Bad(number, default, "not_an_object", "not an object such as {\"id\": \"1\", \"question\": \"…\"}");
        }

        var id = line.TryGetProperty("id", out var given) ? given.Clone() : default;
        if (id.ValueKind is not JsonValueKind.Number && (!TryGetText(line, "id", out var name) || name is null))
        {
            return Bad(number, default, "no_id", "\"id\" must be there, a string of valid Unicode or a number");
        }

        if (!TryGetText(line, "question", out var question) || question is null)
        {
            return Bad(number, id, "no_question", "\"question\" must be there, a string of valid Unicode");
        }

        if (!TryGetText(line, "group", out var group))
        {
            return Bad(number, id, "bad_group", "\"group\" must be a string, or absent");
        }

        int? turn = null;
        if (line.TryGetProperty("turn", out var place) && place.ValueKind is not JsonValueKind.Null)
        {
            if (place.ValueKind is not JsonValueKind.Number || !place.TryGetInt32(out var whole))
            {
                return Bad(number, id, "bad_turn", "\"turn\" must be a whole number, or absent");
            }

            turn = whole;
        }

        return new BatchLine(number, id, group, turn, question, null);
    }

    private static BatchLine Bad(int number, JsonElement id, string code, string message) =>
        new(number, id, null, null, "", new BatchError(code, string.Create(CultureInfo.InvariantCulture, $"line {number}: {message}.")));

    /// <summary>False where the property is something else than a string; null where it is absent.</summary>
    private static bool TryGetText(JsonElement line, string name, out string? text)
    {
        text = null;
        if (!line.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return true;
        }

        if (value.ValueKind is not JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = value.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return false;
        }
    }
}

/// <summary>Why a line has no answer.</summary>
/// <param name="Code">A word for programs.</param>
/// <param name="Message">A sentence for people, with the line's number.</param>
internal sealed record BatchError(string Code, string Message);
