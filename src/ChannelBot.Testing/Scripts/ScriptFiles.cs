namespace ChannelBot.Testing.Scripts;

/// <summary>Reads scripts of every kind of file by the file's ending.</summary>
public static class ScriptFiles
{
    /// <summary>The endings that are read: a folder's other files are left alone.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".chat", ".transcript", ".convo.txt", ".csv"];

    /// <summary>Whether <paramref name="path"/> is named like a file of scripts.</summary>
    public static bool IsScript(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The scripts in a file: one, or one for each conversation of an imported test set.</summary>
    /// <exception cref="ScriptFormatException">The file is missing, unreadable, or holds mistakes; all of them are named.</exception>
    public static IReadOnlyList<Script> Read(string path) => throw new ScriptFormatException(
        new ScriptPlace(path, 1, 1), $"'{Path.GetFileName(path)}' is not a kind of file I read. Use one of: {string.Join(", ", Endings)}.");
}
