using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChannelBot.Cli.Teams;

/// <summary>The zip that is uploaded to Teams: a manifest and two icons, the same bytes for the same app.</summary>
internal static class TeamsPackage
{
    public const string ManifestName = "manifest.json";

    /// <summary>The earliest time that a zip can hold; a package is not newer because it was made again.</summary>
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonWriterOptions s_readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(TeamsApp app)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, ManifestName, stream =>
            {
                using var writer = new Utf8JsonWriter(stream, s_readable);
                TeamsManifest.Write(app).WriteTo(writer);
            });
            foreach (var icon in new[] { TeamsManifest.ColourIcon, TeamsManifest.OutlineIcon })
            {
                Add(zip, icon, stream =>
                {
                    using var image = typeof(TeamsPackage).Assembly.GetManifestResourceStream($"ChannelBot.Cli.Teams.{icon}")!;
                    image.CopyTo(stream);
                });
            }
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = s_noTime;
        using var stream = entry.Open();
        write(stream);
    }
}
