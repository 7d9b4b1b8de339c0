using ChannelBot.Core.Conversations;

namespace ChannelBot.Storage.Tests;

/// <summary>What a user does not want kept goes, and so does what is old; nothing else does, and no place in a log is used twice.</summary>
public sealed class DeletionTests : IDisposable
{
    private static readonly ConversationKey Mine = new("msteams", "mine");
    private static readonly ConversationKey Other = new("msteams", "other");
    private static readonly ConversationKey Group = new("msteams", "group");
    private readonly StoreFile _file = new();

    private SqliteConversationStore Store => _file.Store;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_users_conversations_go_altogether_and_others_stay()
    {
        await Store.AskAsync(Mine, "me", "mine 1", "mine 2");
        await Store.AskAsync(Other, "somebody", "theirs");
        Assert.Equal([Mine], await Store.ForgetUserAsync("msteams", "me"));
        Assert.False(await Store.IsKnownAsync(Mine));
        Assert.Empty(await Store.ListConversationsAsync("msteams", "me"));
        Assert.Null(await Store.FindTurnAsync(Mine, "mine 1"));
        Assert.Equal(["theirs", "answer to theirs"], await Store.TextsAsync(Other));
    }

    [Fact]
    public async Task In_a_group_only_the_users_own_turns_go()
    {
        await Store.AskAsync(Group, "me", "mine 1");
        await Store.AskAsync(Group, "somebody", "theirs");
        await Store.AskAsync(Group, "me", "mine 2");
        await Store.ForgetUserAsync("msteams", "me");
        Assert.Equal(["theirs", "answer to theirs"], await Store.TextsAsync(Group));
        var snapshot = await Store.LoadAsync(Group);
        Assert.Equal(["theirs"], snapshot.State.Turns.Select(turn => turn.Question));
        Assert.Equal(7, snapshot.NextSequence);
    }

    [Fact]
    public async Task Who_asks_to_be_forgotten_still_reads_the_reply()
    {
        var here = await Store.AskAsync(Mine, "me", "mine 1");
        await Store.AskAsync(Other, "me", "mine elsewhere");
        var committed = await Store.CommitTurnAsync(
            Turns.Asked(Mine, here, "forget me", key: "forget", user: "me") with { State = ConversationState.Empty, ForgetsUser = true });
        Assert.Equal([Other], committed.Forgotten);
        Assert.False(await Store.IsKnownAsync(Other));
        Assert.Equal(["forget me", "answer to forget me"], await Store.TextsAsync(Mine, after: 2));
        Assert.Equal(["forget me", "answer to forget me"], await Store.TextsAsync(Mine));
        Assert.Equal(5, committed.Snapshot.NextSequence);
        await Store.CommitTurnAsync(Turns.Asked(Mine, committed.Snapshot, "new", user: "me"));
    }

    [Fact]
    public async Task A_turn_that_started_before_its_conversation_was_deleted_is_refused()
    {
        var start = await Store.AskAsync(Mine, "me", "mine");
        await Store.ForgetUserAsync("msteams", "me");
        await Assert.ThrowsAsync<ConversationMovedOnException>(() => Store.CommitTurnAsync(Turns.Asked(Mine, start, "again")));
    }

    [Fact]
    public async Task Turns_older_than_the_retention_go_and_younger_ones_keep_their_places()
    {
        var start = await Store.AskAsync(Mine, "me", "old 1", "old 2");
        await Store.CommitTurnAsync(Turns.Asked(Mine, start, "young", user: "me") with { At = Turns.Noon.AddDays(2) });
        await Store.AskAsync(Other, "me", "old");
        Assert.Equal(3, await Store.DeleteOlderThanAsync(Turns.Noon.AddDays(1)));
        Assert.Equal(["young", "answer to young"], await Store.TextsAsync(Mine));
        Assert.Equal(7, (await Store.LoadAsync(Mine)).NextSequence);
        Assert.False(await Store.IsKnownAsync(Other));
    }

    [Fact]
    public async Task Nothing_that_was_said_is_left_in_the_file_after_it_was_forgotten()
    {
        await Store.AskAsync(Mine, "me", "a-secret-word");
        await Store.ForgetUserAsync("msteams", "me");
        Store.Dispose();
        Assert.DoesNotContain("a-secret-word", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_file.Path)), StringComparison.Ordinal);
    }
}
