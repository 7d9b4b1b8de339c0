using System.Text;
using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Import;
using ChannelBot.Testing.Transcripts;

namespace ChannelBot.Testing.Scripts;

/// <summary>Reads scripts of every kind of file by the file's ending.</summary>
public static class ScriptFiles
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly (string Ending, Func<string, IReadOnlyList<Script>> Read)[] Kinds =
    [
        (".chat", path => [ChatScript.Read(ReadText(path), path)]),
        (".transcript", path => [TranscriptScript.Read(ReadBytes(path), path)]),
        (BotiumConvo.Ending, TestSuite.ReadScripts),
        (BotiumUtterances.Ending, TestSuite.ReadScripts),
        (TestSetCsv.Ending, TestSuite.ReadScripts),
    ];

    /// <summary>The endings that are read: a folder's other files are left alone.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. Kinds.Select(kind => kind.Ending)];

    /// <summary>Whether <paramref name="path"/> is named like a file of scripts.</summary>
    public static bool IsScript(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The scripts in a file: one, or one for each conversation of an imported test set.</summary>
    /// <exception cref="ScriptFormatException">The file is missing, unreadable, or holds mistakes; all of them are named.</exception>
    public static IReadOnlyList<Script> Read(string path)
    {
        foreach (var (ending, read) in Kinds)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return read(path);
            }
        }

        if (!Path.Exists(path))
        {
            throw new ScriptFormatException(new ScriptPlace(path, 1, 1), "There is no such file or folder.");
        }

        throw new ScriptFormatException(
            new ScriptPlace(path, 1, 1), $"'{Path.GetFileName(path)}' is not a kind of file I read. Expected one that ends in {string.Join(", ", Endings)}.");
    }

    /// <summary>The file's name without its ending.</summary>
    public static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        return Endings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending ? name[..^ending.Length] : name;
    }

    /// <summary>A file's text as it is, its byte order mark included.</summary>
    /// <exception cref="ScriptFormatException">It is missing, or not UTF-8.</exception>
    public static string ReadText(string path)
    {
        try
        {
            return Utf8.GetString(ReadBytes(path));
        }
        catch (DecoderFallbackException exception)
        {
            throw new ScriptFormatException(new ScriptPlace(path, 1, 1), $"The file is not UTF-8: see byte {exception.Index}. Expected text in UTF-8.");
        }
    }

    /// <exception cref="ScriptFormatException">The file is missing, or may not be read.</exception>
    public static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ScriptFormatException(new ScriptPlace(path, 1, 1), "There is no such file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ScriptFormatException(new ScriptPlace(path, 1, 1), $"The file cannot be read: {exception.Message}");
        }
    }
}
