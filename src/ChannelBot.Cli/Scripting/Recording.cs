using System.Text;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Cli.Scripting;

/// <summary>A conversation on its way to a .chat file.</summary>
internal sealed class Recording(ScriptHeader header)
{
    private readonly List<string> _said = [];
    private readonly StringBuilder _text = new(header.ChannelId is null ? "" : $"channelId={header.ChannelId}\n\n");

    /// <summary>The file's text.</summary>
    public string Text => _text.ToString();

    public void Add(TurnObservation turn)
    {
        if (turn.Sent.IsType(ActivityTypes.Message))
        {
            _text.Append("user: ").Append(turn.Sent.Text).Append('\n');
        }

        foreach (var text in turn.Messages.Select(message => (message.Text ?? "").ReplaceLineEndings("\n")))
        {
            _said.Add(text);
            _text.Append("bot: ").Append(text).Append('\n');
        }

        _text.Append('\n');
    }

    /// <summary>Text that looks like a script's own signs would be read back as something else: that is told rather than left to be found.</summary>
    /// <exception cref="BadInputException">The file does not say what was said.</exception>
    public void RequireSame(string path)
    {
        var read = ScriptFiles.Read(path)[0].Turns.SelectMany(turn => turn.Replies).Select(reply => reply.Activity.Text ?? "").ToArray();
        if (Enumerable.Range(0, Math.Max(read.Length, _said.Count)).FirstOrDefault(i => read.ElementAtOrDefault(i) != _said.ElementAtOrDefault(i), -1) is >= 0 and var at)
        {
            throw new BadInputException("file", FormattableString.Invariant(
                $"'{path}' was written, but the bot's message {at + 1} holds what .chat reads as its own signs: replace that line by expectations."));
        }
    }
}
