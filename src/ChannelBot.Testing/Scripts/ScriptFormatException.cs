namespace ChannelBot.Testing.Scripts;

/// <summary>One mistake in a file of scripts.</summary>
/// <param name="Message">What stands there, and what is expected instead.</param>
public sealed record ScriptError(ScriptPlace Place, string Message)
{
    public override string ToString() => $"{Place}: {Message}";
}

/// <summary>A file holds no script that can be run. Other files are not concerned.</summary>
/// <param name="errors">All mistakes that were found, in the order of the file; at least one.</param>
public sealed class ScriptFormatException(IReadOnlyList<ScriptError> errors) : Exception(string.Join('\n', errors))
{
    public ScriptFormatException(ScriptPlace place, string message)
        : this([new ScriptError(place, message)])
    {
    }

    public IReadOnlyList<ScriptError> Errors { get; } = errors;
}
