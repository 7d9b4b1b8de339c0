using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Import;

/// <summary>Botium's lists of ways to say the same: *.utterances.txt, the first line its name, one way a line.</summary>
/// <remarks>Source: botium-core src/scripting/CompilerTxt.js, _compileUtterances.</remarks>
public sealed class BotiumUtterances
{
    /// <summary>How a file of utterances is named.</summary>
    public const string Ending = ".utterances.txt";

    private readonly Dictionary<string, List<string>> _lists = new(StringComparer.Ordinal);

    /// <summary>All lists in a folder and the folders below; lists of the same name count as one. A file that is none is left out: it is told
    /// where the files of the suite are read.</summary>
    public static BotiumUtterances In(string folder)
    {
        var utterances = new BotiumUtterances();
        foreach (var path in Directory.EnumerateFiles(folder, $"*{Ending}", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            try
            {
                utterances.Add(ScriptFiles.ReadText(path), path);
            }
            catch (ScriptFormatException)
            {
                // TestSuite.Read tells of it.
            }
        }

        return utterances;
    }

    /// <exception cref="ScriptFormatException">The text has no name or no utterance.</exception>
    public void Add(string text, string path)
    {
        string[] lines = [.. text.TrimStart('\uFEFF').Split('\n').Select(line => line.Trim())];
        var ways = lines.Skip(1).Where(line => line.Length > 0).ToArray();
        if (lines[0].Length is 0 || ways.Length is 0)
        {
            throw new ScriptFormatException(new ScriptPlace(path, lines[0].Length is 0 ? 1 : 2, 1), "Expected the list's name on the first line, and one way to say it on each line below.");
        }

        if (!_lists.TryGetValue(lines[0], out var list))
        {
            _lists[lines[0]] = list = [];
        }

        list.AddRange(ways.Except(list, StringComparer.Ordinal));
    }

    /// <summary>The ways to say what a convo's text stands for: those of the list that it names, else the text itself.</summary>
    public IReadOnlyList<string> Resolve(string text) => _lists.TryGetValue(text, out var list) ? list : [text];
}
