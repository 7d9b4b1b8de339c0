using System.Text.Json;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Import;

/// <summary>Other tools' files of conversations, by their endings.</summary>
public static class TestSuite
{
    /// <summary>How many folders above a convo its botium.json may stand.</summary>
    private const int MostFoldersUp = 4;

    /// <summary>The conversations of a file, which may be read alone: a convo's lists of utterances are looked for in its folder and below.</summary>
    /// <param name="matching">How Botium is to compare texts; null for what its botium.json says.</param>
    /// <exception cref="ScriptFormatException">The file holds mistakes, or is of another kind.</exception>
    public static IReadOnlyList<ImportedScript> Read(string path, Matching? matching = null)
    {
        if (path.EndsWith(BotiumConvo.Ending, StringComparison.OrdinalIgnoreCase))
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return [BotiumConvo.Read(ScriptFiles.ReadText(path), path, BotiumUtterances.In(folder), matching ?? MatchingOf(folder))];
        }

        if (path.EndsWith(BotiumUtterances.Ending, StringComparison.OrdinalIgnoreCase))
        {
            // A convo says what a list is for; read alone, only its mistakes are of interest.
            new BotiumUtterances().Add(ScriptFiles.ReadText(path), path);
            return [];
        }

        return path.EndsWith(TestSetCsv.Ending, StringComparison.OrdinalIgnoreCase)
            ? TestSetCsv.Read(ScriptFiles.ReadText(path), path)
            : throw new ScriptFormatException(new ScriptPlace(path, 1, 1), $"'{Path.GetFileName(path)}' is no test suite that I import. Expected one that ends in {BotiumConvo.Ending}, {BotiumUtterances.Ending} or {TestSetCsv.Ending}.");
    }

    /// <summary>The scripts of a file, to be run as they are.</summary>
    /// <exception cref="ScriptFormatException">Nothing of the file could be read.</exception>
    public static IReadOnlyList<Script> ReadScripts(string path) => [.. Read(path).Select(script => script.ToScript(path))];

    private static Matching MatchingOf(string folder)
    {
        for (var (at, up) = (folder, 0); at is not null && up <= MostFoldersUp; (at, up) = (Path.GetDirectoryName(at)!, up + 1))
        {
            var path = Path.Combine(at, "botium.json");
            if (File.Exists(path))
            {
                return Configured(path);
            }
        }

        return Matching.Usual;
    }

    private static Matching Configured(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(ScriptFiles.ReadText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var mode = json.RootElement.TryGetProperty("botium", out var botium) && botium.TryGetProperty("Capabilities", out var capabilities)
                && capabilities.TryGetProperty("SCRIPTING_MATCHING_MODE", out var named) ? named.ToString() : null;
            return mode is null ? Matching.Usual
                : Matching.Parse(mode) ?? throw new ScriptFormatException(new ScriptPlace(path, 1, 1), $"'{mode}' is no matching mode that I know. Expected one of: {string.Join(", ", Matching.Modes)}.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ScriptFormatException(new ScriptPlace(path, 1, 1), $"This is not Botium's configuration: {exception.Message}");
        }
    }
}
