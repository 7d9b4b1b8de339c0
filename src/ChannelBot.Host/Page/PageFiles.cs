using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace ChannelBot.Host.Page;

/// <summary>What the page is made of, read once: the files of Page/Files, and Web Chat as the build fetched it, compressed already.</summary>
internal sealed class PageFiles
{
    private const string Prefix = "Page/";

    private readonly Dictionary<string, PageFile> _files;

    public PageFiles()
    {
        var program = Assembly.GetExecutingAssembly();
        var stored = program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], name => Read(program, name), StringComparer.Ordinal);
        _files = stored.Keys
            .Select(name => name.EndsWith(".br", StringComparison.Ordinal) || name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => Make(name, stored), StringComparer.Ordinal);
        Version = Convert.ToHexStringLower(SHA256.HashData([.. stored.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => SHA256.HashData(file.Value))]))[..12];
    }

    /// <summary>Changes with any file: an address that names it may be kept for ever.</summary>
    public string Version { get; }

    /// <summary>A page of ours, with what begins all of them, and the version in the addresses of its files.</summary>
    public string Text(string name) => Plain(name)
        .Replace("{{head}}", Plain("head.html"), StringComparison.Ordinal)
        .Replace("{{version}}", Version, StringComparison.Ordinal);

    public PageFile? Find(string name) => _files.GetValueOrDefault(name);

    private string Plain(string name) => Encoding.UTF8.GetString(_files[name].Plain!);

    private static PageFile Make(string name, Dictionary<string, byte[]> stored)
    {
        var plain = stored.GetValueOrDefault(name);
        return new PageFile(
            ContentType(name),
            plain,
            stored.GetValueOrDefault(name + ".gz") ?? Gzip(plain!),
            stored.GetValueOrDefault(name + ".br"));
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };

    private static byte[] Read(Assembly program, string name)
    {
        using var stream = program.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(plain);
        }

        return compressed.ToArray();
    }
}

/// <summary>One file in the forms in which it can be sent.</summary>
/// <param name="Plain">Null where only compressed forms are kept.</param>
/// <param name="Brotli">Null where there is none.</param>
internal sealed record PageFile(string ContentType, byte[]? Plain, byte[] Gzip, byte[]? Brotli)
{
    /// <summary>The form that a client prefers, with its content encoding; null encoding for the file as it is.</summary>
    public (byte[] Body, string? Encoding) For(string? acceptEncoding)
    {
        var accepts = (acceptEncoding ?? "").Split(',').Select(coding => coding.Split(';')[0].Trim()).ToArray();
        return Brotli is not null && accepts.Contains("br", StringComparer.OrdinalIgnoreCase) ? (Brotli, "br")
            : accepts.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? (Gzip, "gzip")
            : (Plain ?? Unpacked(), null);
    }

    private byte[] Unpacked()
    {
        using var gzip = new GZipStream(new MemoryStream(Gzip), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
