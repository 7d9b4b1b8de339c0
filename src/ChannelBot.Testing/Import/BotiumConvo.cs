using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Import;

/// <summary>Botium's conversations, *.convo.txt: sections of #me and #bot.</summary>
/// <remarks>Source: botium-core src/scripting/CompilerTxt.js and helper.js, linesToConvoStep. Each list of utterances that #me names becomes the
/// line and its paraphrases, as Botium runs the convo once for each. A demand on what the bot says is held against all that it says in the
/// turn, not against its n-th message.</remarks>
public sealed class BotiumConvo
{
    /// <summary>How a conversation is named.</summary>
    public const string Ending = ".convo.txt";

    private static readonly string[] Senders = ["begin", "include", "me", "bot", "end"];

    private readonly BotiumUtterances _utterances;
    private readonly BotiumDemands _demands;
    private readonly ImportedLines _lines;
    private readonly string _path;

    private BotiumConvo(string path, string[] lines, BotiumUtterances utterances, Matching matching)
    {
        (_path, _utterances, _lines) = (path, utterances, new ImportedLines(path, lines));
        _demands = new BotiumDemands(_lines, utterances, matching);
    }

    /// <param name="utterances">The suite's lists.</param>
    /// <param name="matching">How the suite compares texts.</param>
    /// <exception cref="ScriptFormatException">A section is none of Botium's, or nobody says anything.</exception>
    public static ImportedScript Read(string text, string path, BotiumUtterances utterances, Matching matching)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n');
        return new BotiumConvo(path, lines, utterances, matching).Read(lines);
    }

    private ImportedScript Read(string[] lines)
    {
        var (sender, start, section, hasSaid) = ("", 0, new List<(string Text, int Line)>(), false);
        for (var i = 0; i <= lines.Length; i++)
        {
            var line = i < lines.Length ? lines[i].Trim() : "#";
            if (!line.StartsWith('#'))
            {
                section.Add((line, i + 1));
                continue;
            }

            Section(sender, start, section);
            hasSaid |= sender is "me" or "bot";
            section.Clear();
            if (i == lines.Length)
            {
                break;
            }

            (sender, start) = (line[1..].Trim().Split(' ')[0], i + 1);
            if (!Senders.Contains(sender, StringComparer.Ordinal))
            {
                throw new ScriptFormatException(new ScriptPlace(_path, i + 1, lines[i].IndexOf('#', StringComparison.Ordinal) + 1), $"'#{sender}' is no section. Expected one of: {string.Join(", ", Senders.Select(name => "#" + name))}.");
            }
        }

        return hasSaid ? _lines.Finish("") : throw new ScriptFormatException(new ScriptPlace(_path, 1, 1), "Nobody says anything. Expected sections of #me and #bot.");
    }

    private void Section(string sender, int start, List<(string Text, int Line)> lines)
    {
        switch (sender)
        {
            case "":
                foreach (var (text, line) in lines.Where(line => line.Text.Length > 0))
                {
                    _lines.Comment(text, line);
                }

                break;
            case "me":
                _lines.Blank(start);
                Say(start, lines);
                break;
            case "bot":
                _demands.Read(start, lines);
                break;
            default:
                foreach (var (text, line) in lines.Where(line => line.Text.Length > 0))
                {
                    _lines.Note($"#{sender} {text} is about Botium itself.", line);
                }

                break;
        }
    }

    private void Say(int start, List<(string Text, int Line)> lines)
    {
        var (said, button, pause) = (new List<string>(), (string?)null, (string?)null);
        foreach (var (text, line) in lines)
        {
            var (name, arguments) = BotiumDemands.Split(text);
            switch (name)
            {
                case "BUTTON":
                    button = arguments.LastOrDefault() ?? "";
                    break;
                case "PAUSE" when arguments is [var milliseconds] && milliseconds.All(char.IsAsciiDigit):
                    pause = milliseconds;
                    break;
                case "MEDIA" or "FORM" or "INCLUDE" or "WAITFORBOT" or "PAUSE" or "CLEAR_QUEUE" or "SET_SCRIPTING_MEMORY" or "CLEAR_SCRIPTING_MEMORY" or "ASSIGN_SCRIPTING_MEMORY" or "UPDATE_CUSTOM":
                    _lines.Note($"{name} is something that .chat has no words for.", line);
                    break;
                default:
                    said.Add(text);
                    break;
            }
        }

        var words = button ?? string.Join('\n', said).Trim();
        if (words.Contains('$', StringComparison.Ordinal))
        {
            _lines.Note("A $variable of Botium's scripting memory has no value here.", start);
        }

        var ways = _utterances.Resolve(words);
        _lines.Say("user", ways[0], start, pause);
        foreach (var way in ways.Skip(1))
        {
            _lines.Comment($"or ask {Quoted.Words(way)}", start);
        }
    }
}
