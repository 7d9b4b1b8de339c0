using System.Text;
using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Import;

/// <summary>A conversation of another tool's test suite, as the text of a .chat file.</summary>
/// <param name="Name">As the suite calls it; empty where it is the file's only one.</param>
/// <param name="Text">The .chat file; empty where nothing of the conversation could be read.</param>
/// <param name="SourceLines">For each of its lines, the line of the suite's file that it comes from, counted from 1.</param>
/// <param name="Notes">What the conversation demanded and .chat cannot say, or what only a language model could judge.</param>
public sealed record ImportedScript(string Name, string Text, IReadOnlyList<int> SourceLines, IReadOnlyList<ScriptError> Notes)
{
    /// <summary>A conversation of which nothing could be read.</summary>
    public static ImportedScript None(string name, IReadOnlyList<ScriptError> mistakes) => new(name, "", [], mistakes);

    /// <summary>The script, its places those of the suite's file. What is wrong with it alone does not keep a file's others from being held.</summary>
    public Script ToScript(string path)
    {
        var file = ScriptFiles.NameOf(path);
        var name = Name.Length is 0 ? file : $"{file}/{Name}";
        try
        {
            return Text.Length is 0
                ? new Script { Path = path, Name = name, Turns = [], Problems = Notes }
                : ChatScript.Of(ChatDocument.Parse(Text, path, SourceLines)) with { Name = name, Problems = Notes };
        }
        catch (ScriptFormatException mistakes)
        {
            return new Script { Path = path, Name = name, Turns = [], Problems = [.. Notes, .. mistakes.Errors] };
        }
    }
}

/// <summary>Writes the lines of an imported conversation.</summary>
/// <param name="file">What notes call the suite's file.</param>
/// <param name="lines">The file's own lines.</param>
internal sealed class ImportedLines(string file, IReadOnlyList<string> lines)
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _sources = [];
    private readonly List<ScriptError> _notes = [];

    /// <summary>Words that somebody says. What .chat would take for a sign of its own is told, and the words are written as a whole activity.</summary>
    /// <param name="pause">Milliseconds before it; null for none.</param>
    public void Say(string speaker, string words, int source, string? pause = null)
    {
        var line = $"{speaker}: {words}";
        var read = ChatDocument.Parse(line, file);
        var isPlain = read.Lines.Skip(1).All(part => part.Kind is ChatLineKind.Text) && IsSaid(read, words);
        Add(!isPlain ? $"> {ChatAddition.Whole} {Quoted.Activity(words)}" : pause is null ? line : $"{line} [Delay={pause}]", source);
    }

    public void Comment(string words, int source) => Add($"> {words.ReplaceLineEndings(" ")}", source);

    public void Blank(int source) => Add("", source);

    /// <summary>Something that the file demands and that cannot be held.</summary>
    public void Note(string message, int source)
    {
        var line = lines[source - 1];
        _notes.Add(new ScriptError(new ScriptPlace(file, source, line.Length - line.TrimStart().Length + 1), message));
        Comment($"not imported: {message}", source);
    }

    public ImportedScript Finish(string name) => new(name, _text.ToString(), _sources, _notes);

    private static bool IsSaid(ChatDocument document, string words)
    {
        try
        {
            return ChatReader.Read(document) is [_, var said] && said.Json["text"]?.ToString() == words && said.Json.ContainsKey("attachments") is false && said.Json.ContainsKey("suggestedActions") is false;
        }
        catch (ScriptFormatException)
        {
            return false;
        }
    }

    private void Add(string lines, int source)
    {
        foreach (var line in lines.Split('\n'))
        {
            _text.Append(line).Append('\n');
            _sources.Add(source);
        }
    }
}
