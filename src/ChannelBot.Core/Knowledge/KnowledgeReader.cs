using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ChannelBot.Core.Knowledge;

/// <summary>Reads and checks a knowledge file.</summary>
public static class KnowledgeReader
{
    private static ReadOnlySpan<byte> HashField => "\"contentSha256\": \""u8;

    private static ReadOnlySpan<byte> VersionField => "\"schemaVersion\": "u8;

    private const int HashLength = 64;

    /// <exception cref="BadInputException">There is no such file, or it is truncated, of another version, or was edited by hand.</exception>
    public static KnowledgeFile Read(string path)
    {
        byte[] json;
        try
        {
            json = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException("knowledge", $"The knowledge file '{path}' cannot be opened: {exception.Message}");
        }

        return Parse(json, path);
    }

    /// <summary>Reads a knowledge file from its bytes; <paramref name="name"/> is what messages call it.</summary>
    /// <exception cref="BadInputException">It is truncated, of another version, or was edited by hand.</exception>
    public static KnowledgeFile Parse(ReadOnlyMemory<byte> json, string name)
    {
        if (json.IsEmpty)
        {
            throw Bad(name, "is empty. Build it again with 'channelbot build'.");
        }

        CheckVersion(json.Span, name);

        // Loading the library of hashes takes as long as reading the file.
        var hash = Task.Run(() => HashOf(json.Span));
        var knowledge = Deserialize(json, name);
        if (knowledge.SchemaVersion != KnowledgeFile.CurrentSchemaVersion)
        {
            throw OtherVersion(name, knowledge.SchemaVersion.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        CheckHash(knowledge.ContentSha256, hash.GetAwaiter().GetResult(), name);
        CheckArticle(knowledge.Article, name);
        KnowledgeValidation.Check(knowledge, name);
        return knowledge;
    }

    /// <summary>The hash that a file of these bytes must carry: that of the bytes with the hash itself left out.</summary>
    internal static string HashOf(ReadOnlySpan<byte> json)
    {
        var start = json.IndexOf(HashField);
        if (start < 0)
        {
            return "";
        }

        start += HashField.Length;
        var length = json[start..].IndexOf((byte)'"');
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(json[..start]);
        sha.AppendData(json[(start + Math.Max(0, length))..]);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <summary>A later version may have other fields, so the version is looked at before the rest is understood.</summary>
    private static void CheckVersion(ReadOnlySpan<byte> json, string name)
    {
        var start = json.IndexOf(VersionField);
        if (start < 0)
        {
            return;
        }

        var digits = json[(start + VersionField.Length)..];
        var length = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var version = Encoding.ASCII.GetString(length < 0 ? digits : digits[..length]);
        if (version.Length > 0 && version != "1")
        {
            throw OtherVersion(name, version);
        }
    }

    private static KnowledgeFile Deserialize(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            return KnowledgeDocument.Parse(json);
        }
        catch (JsonException exception) when (exception.LineNumber is { } line)
        {
            var cut = json.Span[^1] is (byte)'\n' or (byte)'}' ? "cannot be read" : "is cut off or cannot be read";
            throw Bad(name, $"{cut} at line {line + 1}, byte {exception.BytePositionInLine + 1}. Build it again with 'channelbot build'.");
        }
        catch (JsonException exception)
        {
            throw Bad(name, $"cannot be read: {exception.Message}. Build it again with 'channelbot build'.");
        }
    }

    private static void CheckHash(string stored, string hash, string name)
    {
        if (stored.Length != HashLength || !string.Equals(stored, hash, StringComparison.Ordinal))
        {
            throw Bad(
                name,
                $"was changed after it was built: its contentSha256 is '{stored}', its content gives '{hash}'. Change the curation and build it again.");
        }
    }

    /// <summary>The hash is of the article's bytes; a byte order mark is one of them, but no part of the text.</summary>
    private static void CheckArticle(Article article, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(article.Text);
        var plain = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!string.Equals(plain, article.Sha256, StringComparison.Ordinal)
            && !string.Equals(Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.Preamble, .. bytes])), article.Sha256, StringComparison.Ordinal))
        {
            throw Bad(name, $"holds another article than it says: article.sha256 is '{article.Sha256}', its text gives '{plain}'.");
        }
    }

    private static BadInputException OtherVersion(string name, string version) =>
        Bad(name, $"has schema version {version}; this program reads version {KnowledgeFile.CurrentSchemaVersion}. Build it again with 'channelbot build'.");

    private static BadInputException Bad(string name, string what) => new("knowledge", $"The knowledge file '{name}' {what}");
}
