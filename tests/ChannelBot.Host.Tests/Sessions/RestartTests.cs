namespace ChannelBot.Host.Tests.Sessions;

public sealed class RestartTests
{
    [Fact]
    public async Task A_session_survives_a_restart_of_the_host()
    {
        await using var classroom = new Classroom();
        var educator = await classroom.StartAsync("Before", "hints");
        var ada = await classroom.JoinAsync(educator.Code, "Ada");
        await ada.AskAsync("How many people arrived this year?");
        await educator.DoAsync("discuss", 1);
        var before = await educator.BoardAsync();
        var over = await classroom.StartAsync("Over");
        await (await classroom.JoinAsync(over.Code, "Ben")).AskAsync("What colour was the boat?");
        await over.SetAsync("close");

        await classroom.RestartAsync();

        Assert.Equal(before.ToJsonString(), (await educator.BoardAsync()).ToJsonString());
        await educator.DoAsync("release", 1);
        Assert.Contains("look in paragraph 6", (string?)(await ada.SaidAsync())[^1]["text"], StringComparison.Ordinal);
        Assert.StartsWith("Your question is on the board.", await ada.AskAsync("What colour was the boat?"), StringComparison.Ordinal);
        Assert.Contains("What colour was the boat?", await over.Browser.GetStringAsync($"/sessions/{over.Code}/export.md"), StringComparison.Ordinal);
        Assert.Equal(2, (await educator.BoardAsync())["questions"]!.AsArray().Count);
    }
}
