using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Running;

/// <summary>The scripts that some paths name, and the files among them that hold none.</summary>
/// <param name="Scripts">In the order of the paths; those of a folder by their names.</param>
/// <param name="Unreadable">A result for each file with mistakes: the others are run all the same.</param>
public sealed record ScriptSet(IReadOnlyList<Script> Scripts, IReadOnlyList<ScriptResult> Unreadable)
{
    /// <param name="paths">Files, and folders with files in them and in the folders below.</param>
    /// <param name="filter">A part of the names wanted, whatever its capitals; <c>*</c> stands for anything. Null for all.</param>
    public static ScriptSet Read(IEnumerable<string> paths, string? filter = null)
    {
        var (scripts, unreadable) = (new List<Script>(), new List<ScriptResult>());
        foreach (var path in paths.SelectMany(FilesAt).Distinct(StringComparer.Ordinal))
        {
            try
            {
                scripts.AddRange(ScriptFiles.Read(path).Where(script => IsWanted(script.Name, filter) || IsWanted(path, filter)));
            }
            catch (ScriptFormatException mistakes)
            {
                unreadable.Add(new ScriptResult { Name = Path.GetFileName(path), Path = path, Problem = mistakes.Message });
            }
        }

        return new ScriptSet(scripts, unreadable);
    }

    private static IEnumerable<string> FilesAt(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(ScriptFiles.IsScript).Order(StringComparer.Ordinal)
        : [path];

    private static bool IsWanted(string name, string? filter) =>
        filter is null || System.IO.Enumeration.FileSystemName.MatchesSimpleExpression($"*{filter}*", name, ignoreCase: true);
}
