using ChannelBot.Core.Conversations;
using ChannelBot.Storage;

namespace ChannelBot.Cli.Tests.Commands;

public sealed class BackupTests : IDisposable
{
    private static readonly ConversationKey s_talk = new("webchat", "a");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_store_in_use_is_copied_into_one_file_that_opens_again()
    {
        using var store = SqliteConversationStore.Open(new StorageOptions { Path = _folder.At("store.db") });
        await store.StartAsync(s_talk, "dl_a", DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);

        var run = await BackupAsync(_folder.At("copy.db"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("copy.db", _folder.Files);
        Assert.DoesNotContain(_folder.Files, name => name.StartsWith("copy.db", StringComparison.Ordinal) && name != "copy.db");
        using var copy = SqliteConversationStore.Open(new StorageOptions { Path = _folder.At("copy.db") });
        Assert.True(await copy.IsKnownAsync(s_talk, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_is_written_over_and_a_missing_store_is_said()
    {
        var there = _folder.Write("copy.db", "mine");
        Assert.Contains("There is no store", (await BackupAsync(there)).Error, StringComparison.Ordinal);

        SqliteConversationStore.Open(new StorageOptions { Path = _folder.At("store.db") }).Dispose();
        var run = await BackupAsync(there);

        Assert.Equal((1, $"channelbot: '{there}' is there already. Name a new file.\n"), (run.ExitCode, run.Error));
        Assert.Equal("mine", await File.ReadAllTextAsync(there, TestContext.Current.CancellationToken));
        Assert.Equal(1, (await BackupAsync(_folder.At("no/such/folder.db"))).ExitCode);
    }

    private Task<ProgramRun> BackupAsync(string target) =>
        ProgramRun.OfAsync(["backup", "--out", target], null, ("Storage:Path", _folder.At("store.db")));
}
