using ChannelBot.Core;
using ChannelBot.Host.Sessions;
using ChannelBot.Host.Tests.Messages;
using ChannelBot.Storage;
using ChannelBot.Teaching.Sessions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Tests.Sessions;

public sealed class EducatorKeyTests
{
    [Theory]
    [InlineData("Production", null, false)]
    [InlineData("Production", "", false)]
    [InlineData("Production", "chalk-and-blackboard", true)]
    [InlineData("Development", null, true)]
    public void Without_a_key_sessions_are_off_but_for_a_developer(string environment, string? key, bool isOn) =>
        Assert.Equal(isOn, KeyIn(environment, key).IsOn);

    [Fact]
    public void Nothing_but_the_key_is_the_key()
    {
        var key = KeyIn("Production", "chalk-and-blackboard");
        Assert.True(key.Is("chalk-and-blackboard"));
        Assert.All(new[] { null, "", "chalk-and-blackboard ", "Chalk-and-blackboard" }, guess => Assert.False(key.Is(guess)));
        Assert.All(new[] { null, "" }, guess => Assert.False(KeyIn("Production", null).Is(guess)));
    }

    [Fact]
    public async Task No_more_sessions_go_on_than_the_host_is_set_for()
    {
        using var file = new StorePath();
        using var store = SqliteConversationStore.Open(new StorageOptions { Path = file.Path });
        var sessions = new LiveSessions(store.Sessions, Options.Create(new SessionsOptions { MostOpen = 1 }), TimeProvider.System);
        var first = await sessions.OpenAsync("One", "own", ReleaseMode.AtOnce, starter: null);
        var refusal = await Assert.ThrowsAsync<BadInputException>(() => sessions.OpenAsync("Two", "own", ReleaseMode.AtOnce, starter: null));
        Assert.Equal("1 sessions go on here, which is the most. Close one that is over.", refusal.Message);
        await SessionActions.CarryOutAsync(first, SessionAction.Close);
        await sessions.OpenAsync("Two", "own", ReleaseMode.AtOnce, starter: null);
    }

    private static EducatorKey KeyIn(string environment, string? key) =>
        new(Options.Create(new SessionsOptions { EducatorKey = key }), new Environment(environment), NullLogger<EducatorKey>.Instance);

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
