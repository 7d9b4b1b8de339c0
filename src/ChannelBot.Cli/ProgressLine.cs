namespace ChannelBot.Cli;

/// <summary>One line that says what is being done, on the error stream, and is gone when it is done.</summary>
internal sealed class ProgressLine(TextWriter error) : IProgress<string>, IDisposable
{
    private readonly Lock _gate = new();
    private int _width;
    private bool _isGone;

    /// <summary>Null where no person watches.</summary>
    public static ProgressLine? On(Terminal terminal) => terminal is { ShowsProgress: true, Interactive: true } ? new ProgressLine(terminal.Error) : null;

    public void Report(string value) => Write(value);

    public void Dispose()
    {
        Write("");
        _isGone = true;
    }

    /// <summary>Blanks over what was there before do on every terminal, with colours or without.</summary>
    private void Write(string text)
    {
        lock (_gate)
        {
            if (_isGone || (text.Length is 0 && _width is 0))
            {
                return;
            }

            error.Write($"\r{text}{new string(' ', Math.Max(0, _width - text.Length))}\r");
            error.Flush();
            _width = text.Length;
        }
    }
}
