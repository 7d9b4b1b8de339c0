using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Tests.Support;

namespace ChannelBot.BotFramework.Tests.Connector;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private ConnectorServer _connector = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _connector = await ConnectorServer.StartAsync();

    public ValueTask DisposeAsync() => _connector.DisposeAsync();

    [Fact]
    public async Task A_reply_goes_to_the_activity_that_it_answers_with_ids_escaped()
    {
        Assert.Equal("sent", (await _connector.Client.SendAsync(Message("1:a/b"), Cancel)).Id);
        var call = Assert.Single(_connector.Calls);
        Assert.Equal("/v3/conversations/19%3Aabc%40thread.v2%3Bmessageid%3D1/activities/1%3Aa%2Fb", call.Path);
        Assert.Equal(("POST", "Bearer token1"), (call.Method, call.Token));
        Assert.Equal("19:abc@thread.v2;messageid=1", Assert.Single(_connector.Conversations));
        Assert.Contains("\"text\":\"héllo\"", call.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_call_has_its_verb_and_path()
    {
        var message = Message();
        message.Id = "7";
        await _connector.Client.SendAsync(message, Cancel);
        await _connector.Client.UpdateAsync(message, Cancel);
        await _connector.Client.DeleteAsync(_connector.Url, "c", "7", Cancel);
        await _connector.Client.CreateConversationAsync(_connector.Url, new ConversationParameters { TenantId = "t" }, Cancel);
        await _connector.Client.GetMembersAsync(_connector.Url.TrimEnd('/'), "c", "a=b", Cancel);
        await _connector.Client.GetMemberAsync(_connector.Url, "c", "29:u", Cancel);
        const string conversation = "/v3/conversations/19%3Aabc%40thread.v2%3Bmessageid%3D1/activities";
        Assert.Equal(
            [
                ("POST", conversation), ("PUT", $"{conversation}/7"), ("DELETE", "/v3/conversations/c/activities/7"), ("POST", "/v3/conversations"),
                ("GET", "/v3/conversations/c/pagedmembers?continuationToken=a%3Db"), ("GET", "/v3/conversations/c/members/29%3Au"),
            ],
            _connector.Calls.Select(call => (call.Method, call.Path)));
    }

    [Fact]
    public async Task Files_the_past_and_who_saw_an_activity_have_theirs()
    {
        _connector.Answer(200, """[{"id":"29:u"}]""").Answer(201, """{"id":"f"}""").Answer(200, """{"name":"a.png","views":[{"viewId":"original","size":3}]}""").Answer(200, "abc");
        Assert.Equal("29:u", Assert.Single(await _connector.Client.GetActivityMembersAsync(_connector.Url, "c", "7", Cancel)).Id);
        Assert.Equal("f", (await _connector.Client.UploadAttachmentAsync(_connector.Url, "c", new AttachmentData { Type = "image/png", OriginalBase64 = [1, 2, 3] }, Cancel)).Id);
        Assert.Equal(3, Assert.Single((await _connector.Client.GetAttachmentInfoAsync(_connector.Url, "f/1", Cancel)).Views!).Size);
        Assert.Equal("abc"u8.ToArray(), await _connector.Client.GetAttachmentAsync(_connector.Url, "f/1", "original", Cancel));
        await _connector.Client.SendHistoryAsync(_connector.Url, "c", [Message()], Cancel);
        Assert.Equal(
            [
                ("GET", "/v3/conversations/c/activities/7/members"), ("POST", "/v3/conversations/c/attachments"), ("GET", "/v3/attachments/f%2F1"),
                ("GET", "/v3/attachments/f%2F1/views/original"), ("POST", "/v3/conversations/c/activities/history"),
            ],
            _connector.Calls.Select(call => (call.Method, call.Path)));
        Assert.Equal("""{"type":"image/png","originalBase64":"AQID"}""", _connector.Calls[1].Body);
        Assert.StartsWith("""{"activities":[{"type":"message",""", _connector.Calls[4].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_passing_trouble_is_tried_again_with_growing_waits(int status)
    {
        _connector.Answer(status).Answer(status).Answer(status);
        Assert.Equal("sent", (await _connector.Client.SendAsync(Message(), Cancel)).Id);
        Assert.Equal((4, 3), (_connector.Calls.Count, _connector.Clock.Waits.Count));
    }

    [Fact]
    public async Task A_connector_that_says_how_long_to_wait_is_obeyed()
    {
        _connector.Answer(429, retryAfter: "7");
        await _connector.Client.SendAsync(Message(), Cancel);
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.Single(_connector.Clock.Waits));
    }

    [Fact]
    public async Task A_long_wait_is_the_outboxs()
    {
        _connector.Answer(429, retryAfter: "3600");
        var result = await _connector.Delivery.DeliverAsync(Message(), Cancel);
        Assert.Equal((DeliveryOutcome.TryLater, TimeSpan.FromHours(1)), (result.Outcome, result.RetryAfter));
        Assert.Single(_connector.Calls);
    }

    [Theory]
    [InlineData(400, DeliveryOutcome.Refused)]
    [InlineData(403, DeliveryOutcome.Refused)]
    [InlineData(404, DeliveryOutcome.Refused)]
    [InlineData(413, DeliveryOutcome.Refused)]
    [InlineData(302, DeliveryOutcome.Refused)]
    [InlineData(500, DeliveryOutcome.TryLater)]
    public async Task A_refusal_is_told_with_its_code_and_not_tried_again(int status, DeliveryOutcome outcome)
    {
        _connector.Answer(status, """{"error":{"code":"Whatever","message":"No."}}""");
        var result = await _connector.Delivery.DeliverAsync(Message(), Cancel);
        Assert.Equal(outcome, result.Outcome);
        Assert.Equal($"127.0.0.1 answered {status}. Whatever: No.", result.Reason);
        Assert.Single(_connector.Calls);
    }

    [Fact]
    public async Task A_token_that_the_connector_refuses_is_replaced_once()
    {
        _connector.Answer(401);
        await _connector.Client.SendAsync(Message(), Cancel);
        Assert.Equal(["Bearer token1", "Bearer token2"], _connector.Calls.Select(call => call.Token));

        _connector.Answer(401).Answer(401);
        var result = await _connector.Delivery.DeliverAsync(Message(), Cancel);
        Assert.Equal(DeliveryOutcome.TryLater, result.Outcome);
        Assert.Equal(["Bearer token2", "Bearer token3"], _connector.Calls.Skip(2).Select(call => call.Token));
    }

    [Fact]
    public async Task A_bot_that_is_not_registered_sends_no_token()
    {
        await using var connector = await ConnectorServer.StartAsync(isRegistered: false);
        var message = Message();
        message.ServiceUrl = connector.Url;
        await connector.Client.SendAsync(message, Cancel);
        Assert.Equal("", Assert.Single(connector.Calls).Token);
    }

    [Theory]
    [InlineData("")]
    [InlineData("It is done")]
    [InlineData("[]")]
    public async Task An_answer_that_says_nothing_is_an_answer(string body)
    {
        _connector.Answer(202, body);
        Assert.Equal(new DeliveryResult(DeliveryOutcome.Delivered), await _connector.Delivery.DeliverAsync(Message(), Cancel));
    }

    [Fact]
    public async Task Updates_and_deletions_of_a_turn_are_delivered_as_such()
    {
        var update = Message();
        (update.Type, update.Id) = (ActivityTypes.MessageUpdate, "7");
        await _connector.Delivery.DeliverAsync(update, Cancel);
        var deletion = Message();
        (deletion.Type, deletion.Id) = (ActivityTypes.MessageDelete, "8");
        await _connector.Delivery.DeliverAsync(deletion, Cancel);
        Assert.Equal(["PUT", "DELETE"], _connector.Calls.Select(call => call.Method));
        Assert.StartsWith("{\"type\":\"message\"", _connector.Calls[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..", null)]
    [InlineData(".", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("c", "..")]
    public async Task Ids_that_would_climb_up_the_path_are_not_sent(string? conversation, string? replyToId)
    {
        var message = Message(replyToId);
        message.Conversation = new ConversationAccount(conversation);
        Assert.Equal(DeliveryOutcome.Refused, (await _connector.Delivery.DeliverAsync(message, Cancel)).Outcome);
        Assert.Empty(_connector.Calls);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_host_that_is_not_allowed()
    {
        var message = Message();
        message.ServiceUrl = "https://evil.example/";
        Assert.Equal(DeliveryOutcome.Refused, (await _connector.Delivery.DeliverAsync(message, Cancel)).Outcome);
        Assert.Equal(0, _connector.Tokens);
    }

    [Fact]
    public async Task A_connector_that_cannot_be_reached_is_tried_later()
    {
        var message = Message();
        message.ServiceUrl = "http://127.0.0.1:1/";
        Assert.Equal(DeliveryOutcome.TryLater, (await _connector.Delivery.DeliverAsync(message, Cancel)).Outcome);
    }

    private Activity Message(string? replyToId = null) => new(ActivityTypes.Message)
    {
        ServiceUrl = _connector.Url,
        Conversation = new("19:abc@thread.v2;messageid=1"),
        ReplyToId = replyToId,
        Text = "héllo",
    };
}
