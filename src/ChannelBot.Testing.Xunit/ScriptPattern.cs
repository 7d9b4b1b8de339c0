namespace ChannelBot.Testing.Xunit;

/// <summary>Files by a pattern: "scripts/**/*.chat".</summary>
internal static class ScriptPattern
{
    /// <param name="start">Where relative patterns are looked for, there and in each folder above.</param>
    /// <returns>Full paths, in their order; empty where none is there.</returns>
    public static IReadOnlyList<string> FilesOf(string pattern, string start)
    {
        var parts = pattern.Split('/', '\\');
        var isDeep = parts.Contains("**");
        var fixedParts = parts.TakeWhile(part => !part.Contains('*', StringComparison.Ordinal)).Take(parts.Length - 1).ToArray();
        var folder = Path.IsPathRooted(pattern) ? string.Join('/', fixedParts) : FolderAbove(start, Path.Combine(["", .. fixedParts]), parts[^1]);
        return folder is null || !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateFiles(folder, parts[^1], isDeep ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly).Order(StringComparer.Ordinal)];
    }

    /// <summary>The first folder that has what is looked for; a pattern without a folder stays where it starts.</summary>
    private static string? FolderAbove(string start, string relative, string name)
    {
        if (relative.Length is 0)
        {
            return start;
        }

        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, relative);
            if (Directory.Exists(found) && (name.Contains('*', StringComparison.Ordinal) || File.Exists(Path.Combine(found, name))))
            {
                return found;
            }
        }

        return null;
    }
}
