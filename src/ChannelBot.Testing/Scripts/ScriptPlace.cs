namespace ChannelBot.Testing.Scripts;

/// <summary>A place in a file of scripts, as an editor shows it.</summary>
/// <param name="File">As the caller named it; for a script made in code, what it is called.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1, in UTF-16 code units.</param>
public readonly record struct ScriptPlace(string File, int Line, int Column)
{
    /// <summary>"greetings.chat:12:3".</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
