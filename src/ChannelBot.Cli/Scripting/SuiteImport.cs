using System.Globalization;
using ChannelBot.Core;
using ChannelBot.Testing.Import;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Cli.Scripting;

/// <summary>Another tool's conversations on their way to .chat files: one that cannot be read does not keep the others from it.</summary>
internal sealed class SuiteImport(IReadOnlyList<string> paths, string folder, Matching? matching)
{
    private static readonly string[] s_endings = [BotiumConvo.Ending, BotiumUtterances.Ending, TestSetCsv.Ending];

    /// <returns>The program's exit code: that of the caller's error where a file could not be read.</returns>
    public async Task<int> RunAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var (written, notes, mistakes) = (0, 0, 0);
        foreach (var path in paths.SelectMany(FilesAt))
        {
            try
            {
                foreach (var script in TestSuite.Read(path, matching))
                {
                    if (script.Text.Length is 0)
                    {
                        mistakes += script.Notes.Count;
                        await terminal.Error.WriteLineAsync(string.Join('\n', script.Notes));
                        continue;
                    }

                    await WriteAsync(path, script, cancellationToken);
                    written++;
                    notes += script.Notes.Count;
                    foreach (var note in script.Notes)
                    {
                        await terminal.Error.WriteLineAsync($"not imported: {note}");
                    }
                }
            }
            catch (ScriptFormatException problem)
            {
                mistakes += problem.Errors.Count;
                await terminal.Error.WriteLineAsync(problem.Message);
            }
        }

        if (written + mistakes is 0)
        {
            throw new BadInputException("paths", $"no conversation is there; no file ends in {BotiumConvo.Ending} or {TestSetCsv.Ending}: {string.Join(", ", paths)}.");
        }

        await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{written} scripts written to {folder}, {notes} demands not imported, {mistakes} mistakes."));
        return mistakes is 0 ? ExitCode.Done : ExitCode.CallersError;
    }

    private async Task WriteAsync(string path, ImportedScript script, CancellationToken cancellationToken)
    {
        var name = script.Name.Length is 0 ? ScriptFiles.NameOf(path) : $"{ScriptFiles.NameOf(path)}-{script.Name.Replace(' ', '-')}";
        var target = Path.Combine(folder, $"{name}.chat");
        UserFile.RequireNew(target, "out", "folder");
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException("out", $"the folder '{folder}' cannot be made: {problem.Message}");
        }

        await UserFile.WriteAsync(target, "out", script.Text, cancellationToken);
    }

    private static IEnumerable<string> FilesAt(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => s_endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))).Order(StringComparer.Ordinal)
        : [path];
}
