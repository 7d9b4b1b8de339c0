using ChannelBot.Core;
using ChannelBot.Testing.Plans;
using ChannelBot.Testing.Results;

namespace ChannelBot.Cli.Scripting;

/// <summary>Files of plans in a folder, laid out as the scripts that they come from.</summary>
internal static class PlanFolder
{
    /// <summary>Makes the folder, before the work whose plans it takes.</summary>
    /// <exception cref="BadInputException">It cannot be made.</exception>
    public static string Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return folder;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException("plans", $"cannot write plans to '{folder}': {problem.Message}");
        }
    }

    public static async Task WriteAsync(string folder, IEnumerable<ScriptResult> results, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        foreach (var (path, file) in PlanFile.Of(results, paths))
        {
            var whole = Path.Combine(folder, path);
            Open(Path.GetDirectoryName(Path.GetFullPath(whole))!);
            await UserFile.WriteAsync(whole, "plans", file.ToJson(), cancellationToken);
        }
    }

    /// <summary>The file itself, or all files of plans in a folder and below.</summary>
    public static IEnumerable<string> FilesAt(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*" + PlanFile.Ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [path];

    /// <summary>Files of the same place in two folders, by that place; null where one has none. Two files are a pair.</summary>
    public static IEnumerable<(string Name, string? Old, string? New)> Pair(string old, string now)
    {
        if (Directory.Exists(old) != Directory.Exists(now))
        {
            throw new BadInputException("plans", $"'{old}' and '{now}' are not two files or two folders.");
        }

        if (!Directory.Exists(old))
        {
            return [(now, old, now)];
        }

        return FilesAt(old).Select(path => Path.GetRelativePath(old, path)).Union(FilesAt(now).Select(path => Path.GetRelativePath(now, path)), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(path => (path[..^PlanFile.Ending.Length], In(old, path), In(now, path)));
    }

    private static string? In(string folder, string path) => Path.Combine(folder, path) is var whole && File.Exists(whole) ? whole : null;
}
