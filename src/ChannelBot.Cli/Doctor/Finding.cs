namespace ChannelBot.Cli.Doctor;

/// <summary>What a check came to.</summary>
internal enum FindingKind
{
    Ok,

    /// <summary>It works; who runs the bot may want it otherwise.</summary>
    Note,

    /// <summary>It does not work.</summary>
    Problem,

    /// <summary>The check itself failed: a fault of the program.</summary>
    Fault,
}

/// <summary>One line of the doctor's report.</summary>
/// <param name="Checked">What was looked at: "store".</param>
/// <param name="Found">What was seen there.</param>
/// <param name="ToDo">What to do about it; null where there is nothing to do.</param>
internal sealed record Finding(FindingKind Kind, string Checked, string Found, string? ToDo = null)
{
    public static Finding Ok(string what, string found) => new(FindingKind.Ok, what, found);

    public static Finding Note(string what, string found, string toDo) => new(FindingKind.Note, what, found, toDo);

    public static Finding Problem(string what, string found, string toDo) => new(FindingKind.Problem, what, found, toDo);
}

/// <summary>Looks at one part of what the bot needs.</summary>
internal interface ICheck
{
    /// <summary>What it looks at, as its findings call it.</summary>
    string Name { get; }

    IAsyncEnumerable<Finding> RunAsync(CancellationToken cancellationToken);
}
