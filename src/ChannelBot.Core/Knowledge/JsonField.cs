using System.Text.Json;

namespace ChannelBot.Core.Knowledge;

/// <summary>A value in a JSON document that knows where it stands, so that whoever finds it wrong can say which it was.</summary>
/// <param name="value">The value; undefined where the document has no such field.</param>
/// <param name="name">The last step of its path: ".quantity", "[3]"; "$" for the whole document.</param>
/// <param name="parent">What holds it; null for the whole document.</param>
internal sealed class JsonField(JsonElement value, string name, JsonField? parent = null)
{
    public JsonField this[string field]
    {
        get
        {
            Be(JsonValueKind.Object);
            value.TryGetProperty(field, out var found);
            return new JsonField(found, "." + field, this);
        }
    }

    public JsonField this[int position] => new(value[position], $"[{position}]", this);

    /// <summary>How many items a list has.</summary>
    public int Count
    {
        get
        {
            Be(JsonValueKind.Array);
            return value.GetArrayLength();
        }
    }

    public string Text
    {
        get
        {
            Be(JsonValueKind.String);
            return value.GetString()!;
        }
    }

    /// <summary>The text, or null where the document says null or nothing.</summary>
    public string? TextOrNull => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : Text;

    public int Whole
    {
        get
        {
            Be(JsonValueKind.Number);
            return value.TryGetInt32(out var whole) ? whole : throw Wrong("is no whole number that a place or a count can be");
        }
    }

    public bool Truth => value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.ValueKind is JsonValueKind.True
        : throw Wrong("is neither true nor false");

    public string[] Texts => List(item => item.Text);

    /// <summary>One of the names of an enumeration.</summary>
    public object Name(Type enumeration) =>
        Enum.IsDefined(enumeration, Text) ? Enum.Parse(enumeration, Text) : throw Wrong($"is '{Text}', which is no {enumeration.Name}");

    /// <summary>Each item of a list, read by <paramref name="read"/>.</summary>
    public T[] List<T>(Func<JsonField, T> read)
        where T : class
    {
        var items = new T[Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(this[i]);
        }

        return items;
    }

    private string Path => parent is null ? name : parent.Path + name;

    private void Be(JsonValueKind kind)
    {
        if (value.ValueKind != kind)
        {
            throw Wrong(value.ValueKind is JsonValueKind.Undefined
                ? "is missing"
                : $"is {value.ValueKind.ToString().ToLowerInvariant()} where {kind.ToString().ToLowerInvariant()} belongs");
        }
    }

    private JsonException Wrong(string what) => new($"{Path} {what}", Path, null, null);
}
