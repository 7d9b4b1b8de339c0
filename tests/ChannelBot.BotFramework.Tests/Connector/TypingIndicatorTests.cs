using ChannelBot.BotFramework.Connector;
using Microsoft.Extensions.Time.Testing;

namespace ChannelBot.BotFramework.Tests.Connector;

public sealed class TypingIndicatorTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly TaskCompletionSource<string> _answer = new();
    private readonly List<string> _log = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_quick_answer_shows_no_typing()
    {
        var answer = Start(LogTyping);
        _clock.Advance(TimeSpan.FromMilliseconds(499));
        _answer.SetResult("42");
        Assert.Equal("42", await answer);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(_log);
    }

    [Fact]
    public async Task A_slow_answer_shows_typing_until_it_is_there_and_not_after()
    {
        var answer = Start(LogTyping);
        _clock.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal(["typing"], _log);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["typing", "typing"], _log);
        _answer.SetResult("42");
        await answer;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["typing", "typing"], _log);
    }

    [Fact]
    public async Task The_answer_waits_for_typing_that_is_on_its_way()
    {
        var arrived = new TaskCompletionSource();
        var answer = Start(_ => arrived.Task);
        _clock.Advance(TimeSpan.FromMilliseconds(500));
        _answer.SetResult("42");
        Assert.False(answer.IsCompleted);
        arrived.SetResult();
        Assert.Equal("42", await answer);
    }

    [Fact]
    public async Task Typing_that_does_not_arrive_is_given_up()
    {
        var sending = new TaskCompletionSource();
        var answer = Start(async cancel =>
        {
            sending.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancel);
        });
        _clock.Advance(TimeSpan.FromMilliseconds(500));
        await sending.Task;
        _answer.SetResult("42");
        while (!answer.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("42", await answer);
    }

    [Fact]
    public async Task Typing_that_fails_does_not_spoil_the_answer()
    {
        var answer = Start(_ => throw new ConnectorException("down"));
        _clock.Advance(TimeSpan.FromSeconds(5));
        _answer.SetResult("42");
        Assert.Equal("42", await answer);
    }

    [Fact]
    public async Task A_failure_of_the_work_is_the_callers()
    {
        var answer = Start(LogTyping);
        _answer.SetException(new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => answer);
    }

    private Task<string> Start(Func<CancellationToken, Task> sendTyping) =>
        new TypingIndicator(_clock).WhileAsync(sendTyping, _ => _answer.Task, Cancel);

    private Task LogTyping(CancellationToken cancellationToken)
    {
        _log.Add("typing");
        return Task.CompletedTask;
    }
}
