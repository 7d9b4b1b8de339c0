using ChannelBot.Core;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Bot.Tests;

public sealed class AnswerCacheTests : IDisposable
{
    private const string Question = "How many people arrived this year?";

    private readonly AnswerCache _cache = new(Bots.Planner);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task The_same_question_in_the_same_conversation_is_computed_once()
    {
        var first = await _cache.AskAsync(Question, ConversationState.Empty, null, Cancel);
        var second = await _cache.AskAsync(Question, ConversationState.Empty with { IsGreeted = true }, null, Cancel);
        Assert.Same(first, second);
    }

    [Fact]
    public async Task A_follow_up_is_answered_from_its_own_conversation()
    {
        var people = ConversationState.Empty.With(await _cache.AskAsync(Question, ConversationState.Empty, null, Cancel));
        var boats = ConversationState.Empty.With(await _cache.AskAsync("What did the police say?", ConversationState.Empty, null, Cancel));
        var alone = await _cache.AskAsync("Who said that?", ConversationState.Empty, null, Cancel);
        var afterPeople = await _cache.AskAsync("Who said that?", people, null, Cancel);
        var afterBoats = await _cache.AskAsync("Who said that?", boats, null, Cancel);
        Assert.NotSame(alone, afterPeople);
        Assert.NotSame(afterPeople, afterBoats);
        Assert.Equal((await Bots.Planner.AskAsync("Who said that?", people, Cancel)).Answer.Text, afterPeople.Answer.Text);
        Assert.Equal((await Bots.Planner.AskAsync("Who said that?", boats, Cancel)).Answer.Text, afterBoats.Answer.Text);
    }

    [Fact]
    public async Task A_question_that_is_refused_is_refused_again()
    {
        await Assert.ThrowsAsync<BadInputException>(() => _cache.AskAsync("", ConversationState.Empty, null, Cancel));
        await Assert.ThrowsAsync<BadInputException>(() => _cache.AskAsync("", ConversationState.Empty, null, Cancel));
    }
}
