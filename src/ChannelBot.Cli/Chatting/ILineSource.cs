namespace ChannelBot.Cli.Chatting;

/// <summary>Where the lines of a conversation come from: a person at a keyboard, or a file.</summary>
internal interface ILineSource
{
    /// <summary>The next line; null at the end.</summary>
    Task<string?> ReadLineAsync(CancellationToken cancellationToken);
}

/// <summary>Whole lines: from a terminal that cannot move its cursor, or through a pipe. A piped line is repeated, so that the output
/// reads as a conversation.</summary>
internal sealed class WholeLines(Terminal terminal) : ILineSource
{
    public const string Prompt = "> ";

    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        if (terminal.Interactive)
        {
            await terminal.Out.WriteAsync(Prompt);
            await terminal.FlushAsync();
        }

        // Waiting for a line cannot be interrupted, so another thread waits: Ctrl-C then leaves at once.
        var line = await Task.Run(terminal.In.ReadLine, cancellationToken).WaitAsync(cancellationToken);
        if (!string.IsNullOrWhiteSpace(line) && !terminal.Interactive)
        {
            await terminal.Out.WriteLineAsync(Prompt + line);
        }

        return line;
    }
}
