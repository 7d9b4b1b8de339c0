using ChannelBot.Core;
using ChannelBot.Testing.Plans;
using ChannelBot.Testing.Results;

namespace ChannelBot.Cli.Scripting;

/// <summary>Files of plans in a folder, laid out as the scripts that they come from.</summary>
internal static class PlanFolder
{
    public static async Task WriteAsync(string folder, IEnumerable<ScriptResult> results, CancellationToken cancellationToken)
    {
        foreach (var (path, file) in PlanFile.Of(results))
        {
            var whole = Path.Combine(folder, path);
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(whole))!);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw new BadInputException("plans", $"cannot write plans to '{folder}': {problem.Message}");
            }

            await UserFile.WriteAsync(whole, "plans", file.ToJson(), cancellationToken);
        }
    }

    /// <summary>The file itself, or all files of plans in a folder and below.</summary>
    public static IEnumerable<string> FilesAt(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*" + PlanFile.Ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [path];

    /// <summary>Files of the same place in two folders; where one has none, an empty one. Two files are a pair.</summary>
    public static IEnumerable<(PlanFile Old, PlanFile New)> Pair(string old, string now)
    {
        if (Directory.Exists(old) != Directory.Exists(now))
        {
            throw new BadInputException("plans", $"'{old}' and '{now}' are not two files or two folders.");
        }

        if (!Directory.Exists(old))
        {
            return [(PlanFile.Read(old), PlanFile.Read(now))];
        }

        return FilesAt(old).Select(path => Path.GetRelativePath(old, path)).Union(FilesAt(now).Select(path => Path.GetRelativePath(now, path)), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(path => (ReadOrNone(Path.Combine(old, path)), ReadOrNone(Path.Combine(now, path))));
    }

    private static PlanFile ReadOrNone(string path) => File.Exists(path) ? PlanFile.Read(path) : new PlanFile(path, []);
}
