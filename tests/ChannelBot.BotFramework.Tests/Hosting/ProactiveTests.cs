using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChannelBot.BotFramework.Tests.Hosting;

/// <summary>A bot that speaks first.</summary>
public sealed class ProactiveTests : IAsyncLifetime
{
    private ConnectorServer _connector = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _connector = await ConnectorServer.StartAsync();

    public ValueTask DisposeAsync() => _connector.DisposeAsync();

    [Fact]
    public async Task What_it_says_goes_through_the_connector_of_the_conversation()
    {
        await Adapter().ContinueConversationAsync(
            Reference(),
            async (turn, cancel) =>
            {
                Assert.Equal(ActivityEventNames.ContinueConversation, turn.Activity.Name);
                Assert.Equal("sent", (await turn.SendActivityAsync("Still there?", cancellationToken: cancel)).Id);
                await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "sent", Text = "Good." }, cancel);
                await turn.DeleteActivityAsync("sent", cancel);
            },
            Cancel);
        Assert.Equal(["POST", "PUT", "DELETE"], _connector.Calls.Select(call => call.Method));
        Assert.Contains("Still there?", _connector.Calls[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_reaches_who_asked()
    {
        _connector.Answer(403, """{"error":{"code":"ConversationBlockedByUser","message":"No."}}""");
        var refusal = await Assert.ThrowsAsync<ConnectorException>(() => Adapter().ContinueConversationAsync(
            Reference(), (turn, cancel) => turn.SendActivityAsync("Still there?", cancellationToken: cancel), Cancel));
        Assert.Contains("ConversationBlockedByUser", refusal.Message, StringComparison.Ordinal);
    }

    private CloudAdapter Adapter() => new(null!, null!, _connector.Delivery, TimeProvider.System, NullLogger<CloudAdapter>.Instance);

    private ConversationReference Reference() => new()
    {
        ServiceUrl = _connector.Url,
        ChannelId = Channels.Msteams,
        Conversation = new("c"),
        User = new("u"),
        Bot = new("b"),
    };
}
