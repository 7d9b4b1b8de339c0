using System.CommandLine;
using ChannelBot.Cli.Knowledge;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot knowledge show</c>: what was found in an article.</summary>
internal static class KnowledgeCommand
{
    public static Command Create(Terminal terminal)
    {
        var knowledge = KnowledgeOption.Create();
        var show = new Command("show", "Show the entities, figures, quotes, facts and statements of a knowledge file.") { knowledge };
        show.SetAction(async (parsed, cancellationToken) =>
        {
            new KnowledgePage(terminal, await KnowledgeOption.ReadAsync(parsed.GetValue(knowledge), terminal.Settings, cancellationToken)).Write();
            return ExitCode.Done;
        });
        return new Command("knowledge", "Look into a knowledge file.") { show };
    }
}
