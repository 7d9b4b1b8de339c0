using System.Net;
using ChannelBot.Bot.Rendering;
using ChannelBot.Core.Knowledge;
using ChannelBot.Host.Tests.Messages;
using ChannelBot.Teaching.Charts;

namespace ChannelBot.Host.Tests.Charts;

public sealed class ChartEndpointTests : IDisposable
{
    private readonly StorePath _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_picture_is_served_at_the_address_that_Teams_is_given_and_nothing_is_at_others()
    {
        await using var host = new RunningHost(_store.Path);
        var knowledge = KnowledgeReader.Read(Path.Combine(AppContext.BaseDirectory, "knowledge", "channel-crossings", "knowledge.json"));
        var address = ChartCard.AddressOf(knowledge.ContentSha256, new ChartMaker(knowledge).Suggested().First());

        using var picture = await host.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..4]);
        foreach (var wrong in new[] { address.Replace(knowledge.ContentSha256, "0", StringComparison.Ordinal), address.Replace("~", "~x", StringComparison.Ordinal), "/charts/x/~~~.png" })
        {
            using var nothing = await host.Client.GetAsync(new Uri(wrong, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        }
    }
}
