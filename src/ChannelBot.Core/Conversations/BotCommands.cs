using System.Collections.Frozen;

namespace ChannelBot.Core.Conversations;

/// <summary>What a user can say that is no question.</summary>
public enum BotCommand
{
    Help,
    Sources,
    Working,
    Quiz,
    StartAgain,
    ForgetMe,
}

/// <summary>Reads commands: the whole message, however it is capitalised, spaced and punctuated.</summary>
public static class BotCommands
{
    /// <summary>Each command as it is typed, in the order of the help, with what it does: for the bot's help and for Teams' command lists.</summary>
    public static IReadOnlyList<(BotCommand Command, string Name, string Meaning)> All { get; } =
    [
        (BotCommand.Help, "help", "what the bot can do"),
        (BotCommand.Sources, "sources", "the sentences that the last answer rests on"),
        (BotCommand.Working, "working", "how the last answer's numbers were worked out"),
        (BotCommand.Quiz, "quiz", "questions on the article; also “quiz easy”, “quiz hard”"),
        (BotCommand.StartAgain, "start again", "leave out what was said before"),
        (BotCommand.ForgetMe, "forget me", "delete what is kept of you, once you confirm"),
    ];

    private static readonly FrozenDictionary<string, BotCommand> Names = All
        .Select(command => (command.Name, command.Command))
        .Concat(
        [
            ("show sources", BotCommand.Sources), ("show working", BotCommand.Working), ("show the working", BotCommand.Working),
            ("start over", BotCommand.StartAgain), ("restart", BotCommand.StartAgain), ("reset", BotCommand.StartAgain),
            ("forget", BotCommand.ForgetMe), ("delete my data", BotCommand.ForgetMe),
        ])
        .ToFrozenDictionary(name => name.Item1, name => name.Item2, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where the message is something else.</returns>
    public static BotCommand? Find(string text) => Names.TryGetValue(Plain(text), out var command) ? command : null;

    /// <summary>"  /Start   again! " is "start again".</summary>
    public static string Plain(string text) =>
        string.Join(' ', text.Trim().Trim('/', '.', '!', '?', '"', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
