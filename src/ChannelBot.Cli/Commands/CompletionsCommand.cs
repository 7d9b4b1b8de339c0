using System.CommandLine;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot completions</c>: what a shell needs to complete commands and options.</summary>
internal static class CompletionsCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("shell") { Description = "Your shell." };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new Command("completions", "Print the completion script of a shell; its first line says how to load it.") { shell };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = $"ChannelBot.Cli.Completion.channelbot.{parsed.GetRequiredValue(shell)}";
            using var script = new StreamReader(typeof(CompletionsCommand).Assembly.GetManifestResourceStream(name)!);
            await terminal.Out.WriteAsync(await script.ReadToEndAsync(cancellationToken));
            return ExitCode.Done;
        });
        return command;
    }
}
