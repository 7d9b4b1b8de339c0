using ChannelBot.BotFramework.Authentication;
using Microsoft.Extensions.Time.Testing;

namespace ChannelBot.BotFramework.Tests.Authentication;

public sealed class ConnectorTokensTests : IAccessTokenSource
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ConnectorTokens _tokens;
    private readonly List<bool> _asked = [];
    private TaskCompletionSource<int> _next = new();

    public ConnectorTokensTests() => _tokens = new ConnectorTokens(this, _clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_ask_one_token_is_fetched()
    {
        var waiting = Enumerable.Range(0, 20).Select(_ => _tokens.GetAsync(Cancel).AsTask()).ToArray();
        _next.SetResult(1);
        Assert.All(await Task.WhenAll(waiting), token => Assert.Equal("token1", token));
        Assert.Equal("token1", await _tokens.GetAsync(Cancel));
        Assert.Equal([false], _asked);
    }

    [Fact]
    public async Task A_worn_token_is_replaced_while_it_is_still_used()
    {
        _next.SetResult(1);
        await _tokens.GetAsync(Cancel);
        _next = new TaskCompletionSource<int>();
        _clock.Advance(TimeSpan.FromMinutes(37));
        Assert.Equal("token1", await _tokens.GetAsync(Cancel));
        Assert.Equal("token1", await _tokens.GetAsync(Cancel));
        _next.SetResult(2);
        Assert.Equal("token2", await _tokens.ReplaceAsync("token1", Cancel));
        Assert.Equal([false, true], _asked);
    }

    [Fact]
    public async Task A_failure_ahead_of_time_is_nobodys_concern_and_one_at_the_end_is()
    {
        _next.SetResult(1);
        await _tokens.GetAsync(Cancel);
        _next = new TaskCompletionSource<int>();
        _next.SetException(new InvalidOperationException());
        _clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal("token1", await _tokens.GetAsync(Cancel));
        _clock.Advance(TimeSpan.FromMinutes(9));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _tokens.GetAsync(Cancel).AsTask());
    }

    [Fact]
    public async Task A_refused_token_that_was_replaced_meanwhile_is_not_replaced_again()
    {
        _next.SetResult(1);
        await _tokens.GetAsync(Cancel);
        Assert.Equal("token1", await _tokens.ReplaceAsync("token0", Cancel));
        Assert.Single(_asked);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_token_to_the_others()
    {
        using var impatient = new CancellationTokenSource();
        var first = _tokens.GetAsync(impatient.Token).AsTask();
        var second = _tokens.GetAsync(Cancel).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _next.SetResult(1);
        Assert.Equal("token1", await second);
    }

    async Task<AccessToken> IAccessTokenSource.AcquireAsync(bool isForced, CancellationToken cancellationToken)
    {
        lock (_asked)
        {
            _asked.Add(isForced);
        }

        return new AccessToken($"token{await _next.Task}", _clock.GetUtcNow().AddHours(1));
    }
}
