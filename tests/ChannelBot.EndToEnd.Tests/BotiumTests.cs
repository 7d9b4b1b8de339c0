namespace ChannelBot.EndToEnd.Tests;

/// <summary>Botium, a tool with which testers script conversations, over Direct Line.</summary>
public sealed class BotiumTests
{
    [Fact]
    public async Task A_scripted_conversation_passes()
    {
        NodeScript.Require();
        await using var host = await RunningHost.StartAsync();
        await NodeScript.RunAsync("botium.mjs", [host.Address.AbsoluteUri, RunningHost.Secret]);
    }
}
