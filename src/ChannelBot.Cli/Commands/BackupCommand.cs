using System.CommandLine;
using ChannelBot.Cli.Settings;
using ChannelBot.Storage;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot backup</c>: copies the conversations, while the host runs as well as while it does not.</summary>
internal static class BackupCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new Option<string>("--out", "-o") { Description = "The copy to write; it must not be there yet.", HelpName = "FILE.db", Required = true };
        var folder = HostFolder.CreateOption();
        var command = new Command("backup", "Copy the store with all conversations, whether or not the host is running.") { output, folder };
        command.SetAction(async (parsed, _) =>
        {
            var settings = HostFolder.SettingsOf(parsed.GetValue(folder), terminal.Settings);
            var (store, target) = (settings.Of<StorageOptions>(StorageOptions.Section).PathIn(settings.Folder), parsed.GetRequiredValue(output));
            StoreBackup.Write(store, target);
            await terminal.Out.WriteLineAsync($"Copied {store} to {target}. It holds what people said, and the key that signs their tokens: keep it as you keep the store.");
            return ExitCode.Done;
        });
        return command;
    }
}
