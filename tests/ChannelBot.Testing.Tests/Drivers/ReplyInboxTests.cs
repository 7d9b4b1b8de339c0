using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Drivers;
using Microsoft.Extensions.Time.Testing;

namespace ChannelBot.Testing.Tests.Drivers;

/// <summary>A bot that answers to a connector tells nobody when it has said all: what is waited for, and how long.</summary>
public sealed class ReplyInboxTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly FakeTimeProvider _clock = new();
    private readonly ReplyInbox _inbox;

    public ReplyInboxTests() => _inbox = new ReplyInbox(Pause, _clock);

    [Fact]
    public async Task A_message_that_is_awaited_may_take_all_the_time_that_the_caller_has()
    {
        var collecting = CollectAsync(awaited: 1);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(collecting.IsCompleted);

        _inbox.Add(Said("Hello"));

        Assert.Equal(["Hello"], await AfterPausesAsync(collecting));
    }

    [Fact]
    public async Task A_second_message_that_is_awaited_is_waited_for_longer_than_a_pause_and_not_for_ever()
    {
        var collecting = CollectAsync(awaited: 2);
        _inbox.Add(Said("one"));

        Assert.Equal(["one"], await AfterPausesAsync(collecting));
        Assert.True(_clock.GetUtcNow() - _clock.Start >= Pause * 10);
    }

    [Fact]
    public async Task Where_nothing_is_awaited_one_pause_is_enough() => Assert.Empty(await AfterPausesAsync(CollectAsync(awaited: 0)));

    [Fact]
    public async Task What_answers_another_turn_is_left_out()
    {
        var collecting = CollectAsync(awaited: 1, reply => reply.ReplyToId is null or "2");
        _inbox.Add(new Activity(ActivityTypes.Message) { Text = "late", ReplyToId = "1" });
        _inbox.Add(new Activity(ActivityTypes.Message) { Text = "now", ReplyToId = "2" });

        Assert.Equal(["now"], await AfterPausesAsync(collecting));
    }

    private async Task<string[]> CollectAsync(int awaited, Func<Activity, bool>? belongs = null) =>
        [.. (await _inbox.CollectAsync(belongs ?? (_ => true), awaited, TestContext.Current.CancellationToken)).Select(activity => activity.Text!)];

    private async Task<string[]> AfterPausesAsync(Task<string[]> collecting)
    {
        while (!collecting.IsCompleted)
        {
            _clock.Advance(Pause / 3);
            await Task.Yield();
        }

        return await collecting;
    }

    private static Activity Said(string text) => new(ActivityTypes.Message) { Text = text };
}
