using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChannelBot.Cli.Teams;

/// <summary>Says what Teams would refuse in a package, before Teams does.</summary>
/// <remarks>Source: Microsoft 365 app manifest schema 1.28, the parts that a bot uses; Microsoft Teams, "App icons".</remarks>
internal static partial class TeamsPackageCheck
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private const int MostCommands = 12;
    private const int MostLists = 3;

    private static readonly (string Path, int Longest)[] s_texts =
    [
        ("developer.name", 32), ("name.short", 30), ("description.short", 80), ("description.full", 4000), ("version", 256),
    ];

    private static readonly string[] s_addresses = ["developer.websiteUrl", "developer.privacyUrl", "developer.termsOfUseUrl"];

    /// <returns>What is wrong, a sentence each; empty for a package that is right.</returns>
    public static IReadOnlyList<string> FindProblems(byte[] package)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
            return zip.GetEntry(TeamsPackage.ManifestName) is { } entry && JsonNode.Parse(Read(entry)) is JsonObject manifest
                ? [.. Texts(manifest), .. Commands(manifest), .. Icons(manifest, zip)]
                : ["There is no manifest.json in the package."];
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            return [$"The package cannot be read: {exception.Message}"];
        }
    }

    private static IEnumerable<string> Texts(JsonObject manifest)
    {
        foreach (var (path, longest) in s_texts)
        {
            if (Text(manifest, path) is not { Length: > 0 } text)
            {
                yield return $"{path} is missing.";
            }
            else if (text.Length > longest)
            {
                yield return $"{path} has {text.Length} characters; Teams takes {longest}.";
            }
        }

        foreach (var path in s_addresses)
        {
            if (!Uri.TryCreate(Text(manifest, path), UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            {
                yield return $"{path} must be an https address; it is '{Text(manifest, path)}'.";
            }
        }

        if (!Version().IsMatch(Text(manifest, "version") ?? ""))
        {
            yield return $"version must be three numbers such as 1.0.0; it is '{Text(manifest, "version")}'.";
        }

        if (!Guid.TryParse(Text(manifest, "id"), out _))
        {
            yield return "id must be a GUID.";
        }
    }

    private static IEnumerable<string> Commands(JsonObject manifest)
    {
        var lists = (manifest["bots"]?[0]?["commandLists"] as JsonArray)?.ToList() ?? [];
        if (lists.Count > MostLists)
        {
            yield return $"There are {lists.Count} command lists; Teams takes {MostLists}.";
        }

        foreach (var list in lists)
        {
            var commands = (list?["commands"] as JsonArray)?.ToList() ?? [];
            if (commands.Count > MostCommands)
            {
                yield return $"A command list has {commands.Count} commands and prompts; Teams takes {MostCommands}.";
            }

            foreach (var title in commands.Select(command => (string?)command?["title"] ?? "").Where(title => title.Length is 0 or > 128))
            {
                yield return $"A command's title has {title.Length} characters; Teams takes 1 to 128.";
            }
        }
    }

    private static IEnumerable<string> Icons(JsonObject manifest, ZipArchive zip)
    {
        foreach (var (path, size) in new[] { ("icons.color", 192), ("icons.outline", 32) })
        {
            var name = Text(manifest, path) ?? "";
            var image = zip.GetEntry(name) is { } entry ? Read(entry) : [];
            if (Size(image) != (size, size))
            {
                yield return $"{path} ({name}) must be a PNG of {size} × {size} pixels.";
            }
        }
    }

    /// <summary>Width and height as the header of a PNG has them; null for anything else (PNG specification, 11.2.1).</summary>
    private static (int Width, int Height)? Size(ReadOnlySpan<byte> image) =>
        image.Length > 24 && image.StartsWith(Png)
            ? (BinaryPrimitives.ReadInt32BigEndian(image[16..]), BinaryPrimitives.ReadInt32BigEndian(image[20..]))
            : null;

    private static string? Text(JsonObject manifest, string path) =>
        path.Split('.').Aggregate((JsonNode?)manifest, (node, name) => (node as JsonObject)?[name]) is JsonValue value
            && value.TryGetValue(out string? text) ? text : null;

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex(@"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
