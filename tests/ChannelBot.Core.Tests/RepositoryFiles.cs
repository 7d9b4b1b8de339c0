namespace ChannelBot.Core.Tests;

/// <summary>Files of the repository, and the data that lies beside it where it is there.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>A file that is never committed; the test that needs it is skipped where it is absent.</summary>
    public static string Shared(string file) => Path.Combine(Root, "..", "shared", file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChannelBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie in the repository.");
    }
}
