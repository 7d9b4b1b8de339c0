using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Tests.Support;
using ChannelBot.BotFramework.Turns;

namespace ChannelBot.BotFramework.Tests.Hosting;

/// <summary>The messages endpoint's statuses, on a developer's machine without a registration.</summary>
public sealed class CloudAdapterTests
{
    private const string Local = "http://localhost:56150";
    private const string StreamReplies = ""","deliveryMode":"stream" """;
    private const string ExpectReplies = ""","deliveryMode":"expectReplies" """;

    [Theory]
    [InlineData("message", "", 202)]
    [InlineData("message", ""","deliveryMode":"normal" """, 202)]
    [InlineData("message", ""","deliveryMode":"somethingNew" """, 202)]
    [InlineData("somethingNew", "", 202)]
    [InlineData("message", ExpectReplies, 200)]
    [InlineData("message", StreamReplies, 200)]
    [InlineData("invoke", StreamReplies, 200)]
    [InlineData("invoke", "", 501)]
    public async Task Each_kind_of_activity_has_its_status(string type, string more, int status)
    {
        await using var bot = await Start((_, _) => Task.CompletedTask);
        Assert.Equal(status, (await bot.PostAsync(Body(type, more))).Status);
        Assert.Equal(status == 202 ? 1 : 0, bot.Accepted.Count);
    }

    [Fact]
    public async Task Replies_that_are_expected_come_in_the_response()
    {
        await using var bot = await BotServer.StartAsync(null, "Development");
        var (_, body) = await bot.PostAsync(Body("message", ExpectReplies));
        Assert.Equal(
            """{"activities":[{"type":"message","serviceUrl":"http://localhost:56150","channelId":"msteams","from":{"id":"b"},"conversation":{"id":"c"},"recipient":{"id":"u"},"text":"You said hi","inputHint":"acceptingInput","replyToId":"1"}]}""",
            body);
    }

    [Fact]
    public async Task Replies_that_are_streamed_come_as_events()
    {
        await using var bot = await BotServer.StartAsync(null, "Development");
        var (_, body) = await bot.PostAsync(Body("message", StreamReplies));
        var frame = Assert.Single(body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("event: activity\ndata: {\"type\":\"message\",", frame, StringComparison.Ordinal);
        Assert.Contains("You said hi", frame, StringComparison.Ordinal);

        await using var invoked = await Start((turn, cancel) => turn.SendActivityAsync(new InvokeResponse { Status = 418, Body = "tea" }.ToActivity(), cancel));
        Assert.Equal((200, "event: invokeResponse\ndata: {\"status\":418,\"body\":\"tea\"}\n\n"), await invoked.PostAsync(Body("invoke", StreamReplies)));
    }

    [Fact]
    public async Task An_invoke_is_answered_with_the_handlers_status_and_body()
    {
        await using var bot = await Start((turn, cancel) => turn.SendActivityAsync(new InvokeResponse { Status = 418, Body = "tea" }.ToActivity(), cancel));
        Assert.Equal((418, "\"tea\""), await bot.PostAsync(Body("invoke")));
        Assert.Equal((418, """{"activities":[],"body":"tea"}"""), await bot.PostAsync(Body("invoke", ExpectReplies)));
    }

    [Fact]
    public async Task An_invoke_that_nobody_answers_says_so()
    {
        await using var bot = await Start((turn, cancel) => new ActivityHandler().OnTurnAsync(turn, cancel));
        Assert.Equal(
            (501, """{"error":{"code":"NotImplemented","message":"This bot does not answer that invoke."}}"""), await bot.PostAsync(Body("invoke")));
    }

    [Fact]
    public async Task A_bot_that_fails_says_sorry_and_an_invoke_gets_500()
    {
        await using var bot = await Start((_, _) => throw new InvalidOperationException("broken"));
        var (status, body) = await bot.PostAsync(Body("message", ExpectReplies));
        Assert.Equal(200, status);
        Assert.Contains("Sorry.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("broken", body, StringComparison.Ordinal);
        Assert.Equal((500, ""), await bot.PostAsync(Body("invoke")));
    }

    [Theory]
    [InlineData("not json", "BadSyntax")]
    [InlineData("{}", "MissingProperty")]
    [InlineData("""{"type":"message"}""", "MissingProperty")]
    [InlineData("""{"conversation":{"id":"c"}}""", "MissingProperty")]
    public async Task What_is_no_activity_is_told_so(string body, string code)
    {
        await using var bot = await BotServer.StartAsync(null, "Development");
        var (status, answer) = await bot.PostAsync(body);
        Assert.Equal(400, status);
        Assert.Contains($"\"code\":\"{code}\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_too_large()
    {
        await using var bot = await BotServer.StartAsync(null, "Development");
        var (status, answer) = await bot.PostAsync(Body("message", $$""","x":"{{new string('x', 1024 * 1024)}}" """));
        Assert.Equal(413, status);
        Assert.Contains("MessageSizeTooBig", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_browser_page_of_another_site_cannot_post(string type)
    {
        await using var bot = await BotServer.StartAsync(null, "Development");
        Assert.Equal(415, (await bot.PostAsync(Body("message"), type: type)).Status);
    }

    private static string Body(string type, string more = "") => BotServer.Body(type, serviceUrl: Local, more: more);

    private static Task<BotServer> Start(BotCallbackHandler bot) => BotServer.StartAsync(null, "Development", bot);
}
