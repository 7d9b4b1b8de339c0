using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;

namespace ChannelBot.BotFramework.Tests.DirectLine;

/// <summary>The Direct Line server as its clients meet it.</summary>
public sealed class DirectLineTests
{
    [Fact]
    public async Task A_conversation_starts_once_with_a_welcome_and_is_then_there()
    {
        await using var server = await DirectLineServer.StartAsync();
        var token = (await server.CallAsync("POST", "/webchat/token")).Json.Text("token");
        Assert.Equal(201, (await server.CallAsync("POST", "conversations", token)).Status);
        var again = await server.CallAsync("POST", "conversations", token);
        Assert.Equal(200, again.Status);
        var chat = new Chat(again.Json.Text("conversationId"), token, "", "");
        Assert.Equal(["Hello"], (await server.ReadAsync(chat)).Said);
    }

    [Fact]
    public async Task A_message_is_echoed_as_it_came_and_answered_and_its_repetition_changes_nothing()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.StartChatAsync();
        var id = (await server.SayAsync(chat, "hi", "c1")).Json.Text("id");
        Assert.Equal(id, (await server.SayAsync(chat, "hi", "c1")).Json.Text("id"));
        Assert.Equal($"{chat.Id}|0000002", id);
        var log = await server.ReadAsync(chat);
        Assert.Equal(["Hello", "hi", "You said hi"], log.Said);
        var echo = log.Json["activities"]![1]!;
        Assert.Equal(("c1", "user", chat.UserId), (echo["channelData"].Text("clientActivityID"), echo["from"].Text("role"), echo["from"].Text("id")));
        Assert.Equal(id, log.Json["activities"]![2].Text("replyToId"));
        Assert.Equal(2, server.Turns);
    }

    [Fact]
    public async Task A_watermark_gives_what_comes_after_it_and_an_empty_one_all()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.StartChatAsync();
        var watermark = (await server.ReadAsync(chat)).Json.Text("watermark");
        await server.SayAsync(chat, "hi", "c1");
        var news = await server.ReadAsync(chat, watermark);
        Assert.Equal(["hi", "You said hi"], news.Said);
        Assert.Empty((await server.ReadAsync(chat, news.Json.Text("watermark"))).Said);
        Assert.Equal(3, (await server.ReadAsync(chat, "")).Said.Length);
    }

    [Theory]
    [InlineData("not json", 400, "BadSyntax")]
    [InlineData("{}", 400, "MissingProperty")]
    [InlineData("""{"type":"conversationUpdate"}""", 400, "BadArgument")]
    [InlineData("""{"type":"message","value":"\ud800"}""", 400, "BadSyntax")]
    [InlineData("deep", 400, "BadSyntax")]
    [InlineData("large", 413, "MessageSizeTooBig")]
    public async Task What_cannot_be_taken_is_refused_with_a_reason(string body, int status, string code)
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.StartChatAsync();
        var answer = await server.PostAsync(chat, body switch
        {
            "deep" => $$"""{"type":"message","value":{{new string('[', 65)}}{{new string(']', 65)}}}""",
            "large" => $$"""{"type":"message","text":"{{new string('é', 256 * 1024)}}"}""",
            _ => body,
        });
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal(["Hello"], (await server.ReadAsync(chat)).Said);
    }

    [Fact]
    public async Task Who_has_no_valid_token_for_the_conversation_is_refused()
    {
        await using var server = await DirectLineServer.StartAsync();
        var (chat, other) = (await server.StartChatAsync(), await server.StartChatAsync());
        Assert.Equal("Unauthorized", (await server.CallAsync("GET", $"conversations/{chat.Id}")).Code);
        Assert.Equal((403, "Forbidden"), Of(await server.ReadAsync(chat with { Token = other.Token })));
        Assert.Equal((403, "Forbidden"), Of(await server.ReadAsync(chat with { Token = "nonsense" })));
        Assert.Equal((403, "Forbidden"), Of(await server.CallAsync("POST", "tokens/generate", chat.Token)));
        Assert.Equal((404, "ConversationNotFound"), Of(await server.CallAsync("GET", "conversations/none", DirectLineServer.Secret)));
        var foreign = (await server.ReadAsync(other)).Json.Text("watermark");
        Assert.Equal((400, "BadArgument"), Of(await server.ReadAsync(chat, foreign)));
        server.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal((403, "TokenExpired"), Of(await server.ReadAsync(chat)));
    }

    [Fact]
    public async Task A_token_is_refreshed_while_it_holds_and_names_its_user()
    {
        await using var server = await DirectLineServer.StartAsync();
        using var body = new StringContent("""{"user":{"id":"dl_a","name":"A"},"trustedOrigins":["https://a.example"]}""", Encoding.UTF8, "application/json");
        var made = (await server.CallAsync("POST", "tokens/generate", DirectLineServer.Secret, body)).Json;
        server.Clock.Advance(TimeSpan.FromMinutes(29));
        var renewed = (await server.CallAsync("POST", "tokens/refresh", made.Text("token"))).Json;
        server.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(1800, renewed["expires_in"]!.GetValue<int>());
        var started = await server.CallAsync("POST", "conversations", renewed.Text("token"), null, ("Origin", "https://a.example"));
        Assert.Equal((201, made.Text("conversationId")), (started.Status, started.Json.Text("conversationId")));
        Assert.Equal(403, (await server.CallAsync("POST", "conversations", renewed.Text("token"), null, ("Origin", "https://b.example"))).Status);
        await Assert.ThrowsAsync<WebSocketException>(() => DirectLineServer.OpenAsync(started.Json.Text("streamUrl"), "https://b.example"));
    }

    [Fact]
    public async Task Every_stream_shows_what_came_before_and_what_comes()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.StartChatAsync();
        using var one = await DirectLineServer.OpenAsync(chat.StreamUrl);
        using var two = await DirectLineServer.OpenAsync(chat.StreamUrl);
        Assert.Equal(["Hello"], await DirectLineServer.NextAsync(one));
        Assert.Equal(["Hello"], await DirectLineServer.NextAsync(two));
        await one.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, CancellationToken.None);
        await server.SayAsync(chat, "hi", "c1");
        Assert.Equal(["hi", "You said hi"], await DirectLineServer.NextAsync(one, 2));
        Assert.Equal(["hi", "You said hi"], await DirectLineServer.NextAsync(two, 2));
        await one.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    [Fact]
    public async Task A_client_comes_back_to_where_it_was_and_the_address_of_a_stream_holds_a_minute()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.StartChatAsync();
        var watermark = (await server.ReadAsync(chat)).Json.Text("watermark");
        await server.SayAsync(chat, "hi", "c1");
        var back = (await server.CallAsync("GET", $"conversations/{chat.Id}?watermark={watermark}", chat.Token)).Json;
        using var socket = await DirectLineServer.OpenAsync(back.Text("streamUrl"));
        Assert.Equal(["hi", "You said hi"], await DirectLineServer.NextAsync(socket, 2));
        server.Clock.Advance(TimeSpan.FromSeconds(60));
        await Assert.ThrowsAsync<WebSocketException>(() => DirectLineServer.OpenAsync(back.Text("streamUrl")));
    }

    [Fact]
    public async Task Typing_is_shown_on_streams_and_kept_nowhere()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.StartChatAsync();
        using var socket = await DirectLineServer.OpenAsync(chat.StreamUrl);
        await DirectLineServer.NextAsync(socket);
        Assert.Equal(200, (await server.PostAsync(chat, """{"type":"typing"}""")).Status);
        Assert.Equal([""], await DirectLineServer.NextAsync(socket));
        Assert.Equal(["Hello"], (await server.ReadAsync(chat)).Said);
    }

    [Theory]
    [InlineData("text/plain", 10, 200)]
    [InlineData("text/html", 10, 400)]
    [InlineData("text/plain", (4 * 1024 * 1024) + 1, 413)]
    public async Task Files_are_taken_by_type_and_size(string type, int size, int status)
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.StartChatAsync();
        using var file = new ByteArrayContent(new byte[size]);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var form = new MultipartFormDataContent { { file, "file", "../a.txt" } };
        var answer = await server.CallAsync("POST", $"conversations/{chat.Id}/upload", chat.Token, form);
        Assert.Equal(status, answer.Status);
        if (status is 200)
        {
            var attachment = (await server.ReadAsync(chat)).Json["activities"]![1]!["attachments"]![0];
            Assert.Equal(("a.txt", type), (attachment.Text("name"), attachment.Text("contentType")));
            var read = await server.CallAsync("GET", new Uri(attachment.Text("contentUrl")).AbsolutePath);
            Assert.Equal((200, size), (read.Status, read.Body.Length));
        }
    }

    [Fact]
    public async Task A_page_comes_back_by_its_cookie_and_starts_again_when_it_asks_to()
    {
        await using var server = await DirectLineServer.StartAsync();
        var first = await server.CallAsync("POST", "/webchat/token");
        var cookie = first.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        var sent = ("Cookie", cookie.Split(';')[0]);
        await server.CallAsync("POST", "conversations", first.Json.Text("token"));
        var second = await server.CallAsync("POST", "/webchat/token", null, null, sent);
        Assert.Equal(first.Json.Text("conversationId"), second.Json.Text("conversationId"));
        using var body = new StringContent("""{"startAgain":true}""");
        var third = await server.CallAsync("POST", "/webchat/token", null, body, sent);
        Assert.NotEqual(first.Json.Text("conversationId"), third.Json.Text("conversationId"));
        Assert.Equal(first.Json.Text("userId"), third.Json.Text("userId"));
    }

    [Theory]
    [InlineData("dl_chosen", true)]
    [InlineData("somebody", false)]
    public async Task A_page_names_its_user_where_nobody_has_the_id(string id, bool isHonoured)
    {
        await using var server = await DirectLineServer.StartAsync();
        using var one = new StringContent($$$"""{"user":{"id":"{{{id}}}","name":"Smith"}}""");
        using var two = new StringContent($$$"""{"user":{"id":"{{{id}}}","name":"Smith"}}""");
        Assert.Equal(isHonoured, (await server.CallAsync("POST", "/webchat/token", null, one)).Json.Text("userId") == id);
        Assert.NotEqual(id, (await server.CallAsync("POST", "/webchat/token", null, two)).Json.Text("userId"));
    }

    [Fact]
    public async Task Other_sites_may_call_where_they_are_configured()
    {
        await using var server = await DirectLineServer.StartAsync(("DirectLine:CorsOrigins:0", "https://a.example"));
        foreach (var (origin, isAllowed) in new[] { ("https://a.example", true), ("https://b.example", false) })
        {
            var preflight = await server.CallAsync(
                "OPTIONS", "conversations", null, null, ("Origin", origin), ("Access-Control-Request-Method", "POST"),
                ("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent"));
            Assert.Equal(isAllowed, preflight.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    private static (int Status, string Code) Of(Answer answer) => (answer.Status, answer.Code);
}
