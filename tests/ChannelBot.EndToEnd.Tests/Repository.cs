namespace ChannelBot.EndToEnd.Tests;

/// <summary>Where things lie in the repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Host => Path.Combine(Root, "src", "ChannelBot.Host", "bin", Configuration, "net10.0", "ChannelBot.Host.dll");

    public static string Cli => Path.Combine(Root, "src", "ChannelBot.Cli", "bin", Configuration, "net10.0", "channelbot.dll");

    public static string Clients => Path.Combine(Root, "tests", "ChannelBot.EndToEnd.Tests", "clients");

    /// <summary>Debug or Release, as this program.</summary>
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChannelBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}
