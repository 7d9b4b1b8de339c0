using System.Text.Json;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder;

/// <summary>Writes the canonical bytes of a knowledge file; <see cref="KnowledgeReader"/> reads them.</summary>
internal static class KnowledgeWriter
{
    /// <summary>The file's bytes, with the hash of the rest in it.</summary>
    public static byte[] Serialize(KnowledgeFile knowledge) => Bytes(Seal(knowledge));

    /// <summary>The same knowledge with the hash that its canonical bytes give.</summary>
    public static KnowledgeFile Seal(KnowledgeFile knowledge)
    {
        var open = knowledge with { ContentSha256 = "" };
        return open with { ContentSha256 = KnowledgeReader.HashOf(Bytes(open)) };
    }

    /// <summary>Writes to a file beside <paramref name="path"/>, reads it back and checks it, then moves it into place: nothing half written is ever there.</summary>
    public static async Task WriteAsync(KnowledgeFile knowledge, string path, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():n}.tmp");
        try
        {
            var bytes = Serialize(knowledge);
            await File.WriteAllBytesAsync(temporary, bytes, cancellationToken);
            var read = KnowledgeReader.Read(temporary);
            if (!Serialize(read).AsSpan().SequenceEqual(bytes))
            {
                throw new InvalidOperationException($"'{path}' reads back as something else than was written.");
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static byte[] Bytes(KnowledgeFile knowledge)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(knowledge, KnowledgeJson.Canonical.KnowledgeFile);
        return [.. json, (byte)'\n'];
    }
}
