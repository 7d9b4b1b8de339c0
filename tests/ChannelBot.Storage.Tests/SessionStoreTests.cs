using System.Text;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Sessions;

namespace ChannelBot.Storage.Tests;

/// <summary>Sessions are kept in the order in which things happened, found again by whoever starts next, and deleted with all that hangs on them.</summary>
public sealed class SessionStoreTests : IDisposable
{
    private static readonly DateTimeOffset s_monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly SessionPerson s_ada = new("directline", "dl_ada");
    private readonly StoreFile _file = new();

    private ISessionStore Sessions => _file.Store.Sessions;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Events_are_there_in_order_after_a_kill()
    {
        Assert.True(await Sessions.StartAsync("CDFHJK", s_monday, Json("start")));
        await Sessions.AddAsync("CDFHJK", new SessionEntry(s_ada, Json("ada")));
        await Sessions.AddAsync("CDFHJK", new SessionEntry(null, Json("pause")));
        using var next = _file.OpenAsAfterKill();
        Assert.Equal([("start", null), ("ada", s_ada), ("pause", null)], (await next.Sessions.FindAsync("CDFHJK"))!.Select(entry => (Text(entry), entry.Whose)));
        Assert.Equal(["CDFHJK"], await next.Sessions.ListOpenAsync());
    }

    [Fact]
    public async Task A_code_is_given_once_and_what_is_not_there_is_null()
    {
        Assert.True(await Sessions.StartAsync("CDFHJK", s_monday, Json("first")));
        Assert.False(await Sessions.StartAsync("CDFHJK", s_monday, Json("second")));
        Assert.Equal("first", Text(Assert.Single((await Sessions.FindAsync("CDFHJK"))!)));
        Assert.Null(await Sessions.FindAsync("WXY346"));
    }

    [Fact]
    public async Task What_is_old_is_deleted_whole_and_nothing_is_added_to_it_any_more()
    {
        await Sessions.StartAsync("CDFHJK", s_monday, Json("old"));
        await Sessions.StartAsync("WXY346", s_monday.AddDays(2), Json("new"));
        Assert.Equal(["CDFHJK"], await Sessions.ListOlderAsync(s_monday.AddDays(1)));
        await Sessions.DeleteAsync("CDFHJK");
        await Sessions.AddAsync("CDFHJK", new SessionEntry(s_ada, Json("late")));
        Assert.Null(await Sessions.FindAsync("CDFHJK"));
        Assert.Equal(["WXY346"], await Sessions.ListOpenAsync());
    }

    [Fact]
    public async Task A_session_that_has_ended_can_be_found_and_is_not_open()
    {
        await Sessions.StartAsync("CDFHJK", s_monday, Json("start"));
        await Sessions.AddAsync("CDFHJK", new SessionEntry(null, Json("end"), IsEnd: true));
        Assert.Empty(await Sessions.ListOpenAsync());
        Assert.Equal(["start", "end"], (await Sessions.FindAsync("CDFHJK"))!.Select(Text));
    }

    [Fact]
    public async Task What_a_turn_makes_happen_in_a_session_is_kept_with_the_turn_or_not_at_all()
    {
        var conversation = new ConversationKey("directline", "talk");
        await Sessions.StartAsync("CDFHJK", s_monday, Json("start"));
        await Sessions.StartAsync("WXY346", s_monday, Json("start"));
        await Sessions.AddAsync("WXY346", new SessionEntry(null, Json("end"), IsEnd: true));
        SessionNote Note(string code, string word) => new(code, new SessionEntry(s_ada, Json(word)));
        TurnCommit Turn(string word) => Turns.Asked(conversation, ConversationSnapshot.New, word) with { InSessions = [Note("CDFHJK", word), Note("WXY346", word)] };

        var noted = (await _file.Store.CommitTurnAsync(Turn("first"), TestContext.Current.CancellationToken)).Noted;
        await Assert.ThrowsAsync<ConversationMovedOnException>(() => _file.Store.CommitTurnAsync(Turn("second"), TestContext.Current.CancellationToken));

        using var next = _file.OpenAsAfterKill();
        Assert.Equal(["first", "answer to first"], await next.TextsAsync(conversation));
        Assert.Equal(["start", "first"], (await next.Sessions.FindAsync("CDFHJK"))!.Select(Text));
        Assert.Equal(["start", "end"], (await next.Sessions.FindAsync("WXY346"))!.Select(Text));
        Assert.Equal("CDFHJK", Assert.Single(noted).Code);
    }

    [Fact]
    public async Task Who_is_forgotten_is_forgotten_in_every_session()
    {
        foreach (var code in new[] { "CDFHJK", "WXY346" })
        {
            await Sessions.StartAsync(code, s_monday, Json("start"));
            await Sessions.AddAsync(code, new SessionEntry(s_ada, Json("ada")));
            await Sessions.AddAsync(code, new SessionEntry(s_ada with { Channel = "msteams" }, Json("another")));
        }

        await _file.Store.ForgetUserAsync(s_ada.Channel, s_ada.UserId);
        foreach (var code in new[] { "CDFHJK", "WXY346" })
        {
            Assert.Equal(["start", "another"], (await Sessions.FindAsync(code))!.Select(Text));
        }
    }

    private static byte[] Json(string word) => Encoding.UTF8.GetBytes(word);

    private static string Text(SessionEntry entry) => Encoding.UTF8.GetString(entry.Json.Span);
}
