namespace ChannelBot;

/// <summary>The programs that tests start in processes of their own: the published ones where CHANNELBOT_PROGRAMS names their folder, as
/// tests/run does, since those are machine code without what nobody seems to use; otherwise those that were built with the tests.</summary>
internal static class Programs
{
    public static string Host { get; } = Of("ChannelBot.Host", "host", "ChannelBot.Host");

    public static string Cli { get; } = Of("ChannelBot.Cli", "channelbot", "channelbot");

    /// <summary>Debug or Release, as the tests.</summary>
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Of(string project, string folder, string name) => Path.Combine(
        Environment.GetEnvironmentVariable("CHANNELBOT_PROGRAMS") is { Length: > 0 } published
            ? Repository.At(published, folder)
            : Repository.At("src", project, "bin", Configuration, "net10.0"),
        OperatingSystem.IsWindows() ? $"{name}.exe" : name);
}
