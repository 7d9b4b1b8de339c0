namespace ChannelBot.EndToEnd.Tests;

/// <summary>The official Direct Line client (botframework-directlinejs) against a started host: clients/directline.mjs counts what it sends
/// and what it sees, and fails where an answer is missing, comes twice or out of order.</summary>
public sealed class DirectLineClientTests
{
    [Theory]
    [InlineData("websocket")]
    [InlineData("polling")]
    public async Task Every_message_is_answered_once_and_in_order(string transport)
    {
        NodeScript.Require();
        await using var host = await RunningHost.StartAsync();
        await NodeScript.RunAsync("directline.mjs", [host.Address.AbsoluteUri, transport, "10"]);
    }

    [Fact]
    public async Task A_client_whose_socket_is_cut_at_random_points_misses_nothing_and_sees_nothing_twice()
    {
        NodeScript.Require();
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        await using var host = await RunningHost.StartAsync();
        using var proxy = new CuttingProxy(host.Address, Enumerable.Range(0, 6).Select(_ => random.Next(200, 9_000)));
        await NodeScript.RunAsync("directline.mjs", [proxy.Address.AbsoluteUri, "websocket", "20"]);
        Assert.True(proxy.Cut > 0, $"No stream was cut (seed {seed}).");
    }

    [Fact]
    public async Task A_host_that_is_killed_answers_every_acknowledged_message_once()
    {
        NodeScript.Require();
        await using var host = await RunningHost.StartAsync();
        var seen = 0;
        await NodeScript.RunAsync("directline.mjs", [host.Address.AbsoluteUri, "websocket", "15"], async line =>
        {
            // In the middle of things, and twice: between acknowledgement and answer as between two messages.
            if (line.StartsWith("acknowledged", StringComparison.Ordinal) && ++seen is 4 or 9)
            {
                await host.KillAsync();
                await host.StartAgainAsync();
            }
        });
    }
}
