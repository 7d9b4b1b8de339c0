using System.CommandLine;
using ChannelBot.Core;

namespace ChannelBot.Cli.Settings;

/// <summary><c>--folder</c>: where the host lies whose settings are meant.</summary>
internal static class HostFolder
{
    public static Option<string?> CreateOption() => new("--folder")
    {
        Description = "The host's folder: its appsettings.json is read, and relative paths start there. Without it this program's own.",
        HelpName = "FOLDER",
    };

    /// <exception cref="BadInputException">There is no such folder.</exception>
    public static ProgramSettings SettingsOf(string? folder, ProgramSettings own) =>
        folder is null ? own
        : Directory.Exists(folder) ? ProgramSettings.In(Path.GetFullPath(folder))
        : throw new BadInputException("folder", $"--folder '{folder}' is no folder.");
}
