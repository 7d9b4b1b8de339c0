using System.Text.Json.Nodes;

namespace ChannelBot.Host.Tests.Messages;

/// <summary>Conversations as files, for whoever set a folder for them.</summary>
public sealed class TranscriptLogTests : IDisposable
{
    private readonly StorePath _store = new();

    private string Folder => Path.Combine(Path.GetDirectoryName(_store.Path)!, "transcripts");

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Nothing_is_written_unless_it_is_asked_for()
    {
        await using var host = new RunningHost(_store.Path);

        await SayAsync(host, "1", "How many people arrived this year?");

        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task A_conversation_is_written_and_forgotten_with_its_user()
    {
        await using var host = new RunningHost(_store.Path, ("Transcripts:Folder", Folder));
        await SayAsync(host, "1", "How many people arrived this year?");

        var path = Assert.Single(Directory.GetFiles(Folder, "*.transcript", SearchOption.AllDirectories));
        var said = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!.AsArray();
        Assert.Equal(["user", "bot"], said.Select(activity => (string?)activity!["from"]!["id"]));

        await SayAsync(host, "2", "forget me");
        await SayAsync(host, "3", "yes");
        Assert.False(File.Exists(path));
    }

    private static async Task SayAsync(RunningHost host, string id, string text)
    {
        var (status, _) = await host.PostAsync($$$"""
            {"type":"message","id":"{{{id}}}","channelId":"test","serviceUrl":"http://127.0.0.1:9","deliveryMode":"expectReplies","text":"{{{text}}}",
             "from":{"id":"user"},"recipient":{"id":"bot"},"conversation":{"id":"c"}}
            """);
        Assert.Equal(200, status);
    }
}
