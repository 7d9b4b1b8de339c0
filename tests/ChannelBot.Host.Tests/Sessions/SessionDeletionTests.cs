using ChannelBot.Core.Conversations;
using ChannelBot.Core.Sessions;
using ChannelBot.Host.Sessions;
using ChannelBot.Host.Tests.Messages;
using ChannelBot.Storage;
using ChannelBot.Teaching.Sessions;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Tests.Sessions;

/// <summary>Nothing of a session is kept for longer than was promised to its learners.</summary>
public sealed class SessionDeletionTests : IDisposable
{
    private readonly StorePath _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_session_goes_with_its_learners_web_chats_when_its_days_are_over()
    {
        var options = Options.Create(new SessionsOptions { RetentionDays = 7 });
        using var store = SqliteConversationStore.Open(new StorageOptions { Path = _file.Path });
        var sessions = new LiveSessions(store.Sessions, options, TimeProvider.System);
        var (live, ada) = (await sessions.OpenAsync("Monday", "own", ReleaseMode.AtOnce, starter: null), new SessionPerson("directline", "dl_ada"));
        await sessions.JoinAsync(live, ada, "Ada");
        var (hers, others) = (new ConversationKey("directline", "hers"), new ConversationKey("directline", "others"));
        await store.StartAsync(hers, ada.UserId, DateTimeOffset.UnixEpoch);
        await store.StartAsync(others, "dl_ben", DateTimeOffset.UnixEpoch);

        SessionDeletion In(int days) => new(store.Sessions, store, sessions, options, new Later(TimeSpan.FromDays(days)));
        var forgotten = new List<SessionPerson>();
        Task ForgetAsync(SessionPerson person)
        {
            forgotten.Add(person);
            return Task.CompletedTask;
        }

        Assert.Equal(0, await In(6).DeleteOldAsync(ForgetAsync, TestContext.Current.CancellationToken));
        Assert.Equal(1, await In(8).DeleteOldAsync(ForgetAsync, TestContext.Current.CancellationToken));

        Assert.Equal((false, true), (await store.IsKnownAsync(hers), await store.IsKnownAsync(others)));
        Assert.Equal([ada], forgotten);
        Assert.Null(await sessions.FindAsync(live.Now.Code));
    }

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
