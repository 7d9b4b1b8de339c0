using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>Files and addresses that a message attaches: <c>[Attachment=picture.png]</c>, <c>[Attachment=card.json adaptivecard]</c>.</summary>
/// <remarks>A file is looked for in the script's folder, then in the current one; JSON and cards are put in as they are, all else as a
/// data URI. Source: bf-chatdown 4.15.0, addAttachment. It departs in one thing: chatdown makes of a text file an object that no bot can
/// read, this a data URI as of any other file.</remarks>
internal static class ChatAttachments
{
    private static readonly string[] CardKinds =
        ["animation", "audio", "hero", "receipt", "thumbnail", "signin", "oauth", "media", "video", "adaptivecard"];

    public static Attachment? Read(ChatCommand command, string folder, List<ScriptError> errors)
    {
        var value = command.Value ?? "";
        var place = command.PlaceIn(ChatWhiteSpace.TrimmedStart(value));
        string[] parts = [.. ChatWhiteSpace.Trim(value).Split(' ')];
        var address = ChatWhiteSpace.Trim(parts[0]);
        if (address.Length is 0)
        {
            errors.Add(new ScriptError(command.Place, "An attachment has no file. Expected [Attachment=FILE] or [Attachment=ADDRESS TYPE]."));
            return null;
        }

        if (TypeOf(address, parts.Length > 1 ? ChatWhiteSpace.Trim(parts[1]).ToLowerInvariant() : "") is not { } type)
        {
            errors.Add(new ScriptError(place, $"The type of '{address}' cannot be told from its ending. Expected it behind a space, as in [Attachment={address} image/png]."));
            return null;
        }

        return address.StartsWith("http", StringComparison.Ordinal)
            ? new Attachment { ContentType = type, ContentUrl = address }
            : FromFile(address, type, folder, place, errors);
    }

    private static string? TypeOf(string address, string named) => named switch
    {
        "" => FileTypes.Of(address),
        "adaptivecard" => Attachment.AdaptiveCard,
        _ => CardKinds.Contains(named) ? ChatCards.ContentType + named : named,
    };

    private static Attachment? FromFile(string name, string type, string folder, ScriptPlace place, List<ScriptError> errors)
    {
        try
        {
            var beside = Path.Combine(folder, name);
            var bytes = File.ReadAllBytes(File.Exists(beside) ? beside : name);
            return type.Contains("json", StringComparison.Ordinal) || type.Contains(ChatCards.ContentType, StringComparison.Ordinal)
                ? new Attachment { ContentType = type, Content = Json(bytes) }
                : new Attachment { ContentType = type, ContentUrl = $"data:{type};base64,{Convert.ToBase64String(bytes)}" };
        }
        catch (JsonException exception)
        {
            errors.Add(new ScriptError(place, $"The attachment '{name}' is not JSON: {exception.Message}"));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            var (own, current) = (Path.GetFullPath(folder), Directory.GetCurrentDirectory());
            errors.Add(new ScriptError(place, $"There is no file '{name}' to attach in '{own}', the script's folder{(own == current ? "" : $", nor in '{current}', the current one")}."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.Add(new ScriptError(place, $"The file '{name}' cannot be attached: {exception.Message}"));
        }

        return null;
    }

    private static JsonNode? Json(ReadOnlySpan<byte> bytes) =>
        JsonNode.Parse(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
}
