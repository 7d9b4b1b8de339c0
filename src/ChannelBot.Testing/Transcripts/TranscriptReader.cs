using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Transcripts;

/// <summary>Reads a transcript item by item: only one of them is ever looked at as a whole, and each knows its place.</summary>
internal sealed class TranscriptReader
{
    /// <summary>A file of another kind has as many mistakes as items.</summary>
    private const int MostErrors = 20;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = ProtocolJson.Wire.Options.MaxDepth };

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly string _path;
    private readonly TextPosition _position;
    private readonly List<TranscriptEntry> _entries = [];
    private readonly List<ScriptError> _errors = [];

    public TranscriptReader(ReadOnlyMemory<byte> utf8, string path)
    {
        _utf8 = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        _path = path;
        _position = new TextPosition(_utf8);
    }

    /// <exception cref="ScriptFormatException">Nothing or something else stands there.</exception>
    public TranscriptDocument Read()
    {
        if (!Utf8.IsValid(_utf8.Span))
        {
            throw new ScriptFormatException(new ScriptPlace(_path, 1, 1), "The file is not UTF-8. Expected JSON in UTF-8.");
        }

        JsonObject? envelope = null;
        try
        {
            envelope = ReadAll();
        }
        catch (JsonException exception)
        {
            _errors.Add(new ScriptError(PlaceIn(0, exception), $"This is not JSON: {Sentence(exception)} Expected a list of activities."));
        }

        return _errors.Count is 0 ? new TranscriptDocument(_path, _entries, envelope) : throw new ScriptFormatException(_errors);
    }

    private JsonObject? ReadAll()
    {
        var reader = new Utf8JsonReader(_utf8.Span, Options);
        reader.Read();
        JsonObject? envelope = null;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                ReadItems(ref reader);
                break;
            case JsonTokenType.StartObject:
                envelope = ReadEnvelope(ref reader);
                break;
            default:
                AddError(0, $"Here stands {Kind(reader.TokenType)}. Expected a list of activities: [ {{ \"type\": \"message\", … }}, … ].");
                return null;
        }

        reader.Read();
        return envelope;
    }

    private JsonObject ReadEnvelope(ref Utf8JsonReader reader)
    {
        var (envelope, hasActivities, start) = (new JsonObject(), false, (int)reader.TokenStartIndex);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var isTwice = envelope.ContainsKey(name);
            reader.Read();
            if (isTwice)
            {
                AddError((int)reader.TokenStartIndex, $"The file names '{name}' twice. Expected each member once.");
                reader.Skip();
                continue;
            }

            hasActivities |= name is TranscriptDocument.Activities;
            if (name is TranscriptDocument.Activities && reader.TokenType is JsonTokenType.StartArray)
            {
                envelope[name] = null;
                ReadItems(ref reader);
                continue;
            }

            envelope[name] = JsonNode.Parse(ref reader);
        }

        if (!hasActivities || envelope[TranscriptDocument.Activities] is not null)
        {
            throw new ScriptFormatException(
                new ScriptPlace(_path, 1, start + 1), "This is an object without a list of 'activities'. Expected a list of activities: [ { \"type\": \"message\", … }, … ].");
        }

        return envelope;
    }

    private void ReadItems(ref Utf8JsonReader reader)
    {
        for (var index = 0; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; index++)
        {
            var start = (int)reader.TokenStartIndex;
            if (reader.TokenType is not JsonTokenType.StartObject)
            {
                AddError(start, $"Item [{index}] is {Kind(reader.TokenType)}. Expected an activity: {{ \"type\": \"message\", … }}.");
                reader.Skip();
                continue;
            }

            reader.Skip();
            ReadItem(index, start, (int)reader.BytesConsumed);
        }
    }

    private void ReadItem(int index, int start, int end)
    {
        if (_errors.Count > MostErrors)
        {
            return;
        }

        var (line, column) = _position.At(start);
        var place = new ScriptPlace(_path, line, column);
        try
        {
            var json = (JsonObject)JsonNode.Parse(_utf8.Span[start..end], documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = Options.MaxDepth })!;
            var activity = TranscriptEntry.IsRecordOf(json) ? ActivityIn((JsonObject)json["activity"]!) : ActivityParser.ParseWithoutConversation(_utf8.Span[start..end]);
            _entries.Add(new TranscriptEntry(json, place, _position.At(end).Line) { Activity = activity });
        }
        catch (BadActivityException exception) when (exception.InnerException is JsonException cause)
        {
            _errors.Add(new ScriptError(place, $"Item [{index}] is no activity: {ActivityShape.Explain(cause.Path)}"));
        }
        catch (BadActivityException exception)
        {
            _errors.Add(new ScriptError(place, $"Item [{index}] is no activity: {exception.Message} Expected {{ \"type\": \"message\", … }}."));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            _errors.Add(new ScriptError(place, $"Item [{index}] is no activity: {Sentence(exception)}"));
        }
    }

    private static Activity ActivityIn(JsonObject record) =>
        ActivityParser.ParseWithoutConversation(JsonSerializer.SerializeToUtf8Bytes(record, ProtocolJson.Wire.JsonObject));

    private void AddError(int offset, string message)
    {
        if (_errors.Count <= MostErrors)
        {
            var (line, column) = _position.At(offset);
            _errors.Add(new ScriptError(new ScriptPlace(_path, line, column), message));
        }
    }

    private ScriptPlace PlaceIn(int start, JsonException exception)
    {
        var lines = new TextPosition(_utf8[start..]);
        var offset = start;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            offset += _utf8.Span[offset..].IndexOf((byte)'\n') + 1;
        }

        var (number, column) = lines.At(Math.Min(offset + (int)(exception.BytePositionInLine ?? 0), _utf8.Length));
        return new ScriptPlace(_path, number, column);
    }

    /// <summary>The reader's message without the place, which it counts from 0 and in bytes.</summary>
    private static string Sentence(Exception exception)
    {
        var message = exception.Message;
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? message : message[..place];
    }

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        JsonTokenType.None => "nothing",
        _ => "true or false",
    };
}
