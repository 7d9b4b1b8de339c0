using System.CommandLine;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Cli.Teaching;
using ChannelBot.Teaching.Handouts;
using ChannelBot.Teaching.Rendering;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot handout</c>: what learners are given before the lesson.</summary>
internal static class HandoutCommand
{
    private static readonly string[] s_formats = ["markdown", "html"];

    public static Command Create(Terminal terminal)
    {
        var knowledge = KnowledgeOption.Create();
        var format = new Option<string?>("--format", "-f") { Description = "markdown, or html to print.", HelpName = "FORMAT" };
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file; its ending names the format.", HelpName = "FILE" };
        var command = new Command("handout", "Make a hand-out of the article: who is who, when, the figures with their bounds, questions to think about.")
        {
            format, output, knowledge,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var file = parsed.GetValue(output);
            var wanted = TeachingFormat.Of(parsed.GetValue(format), file, s_formats);
            var handout = new HandoutMaker(await KnowledgeOption.ReadAsync(parsed.GetValue(knowledge), terminal.Settings, cancellationToken)).Make();
            await TeachingFormat.WriteAsync(terminal, file, wanted is "html" ? HandoutHtml.Of(handout) : HandoutMarkdown.Of(handout), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
