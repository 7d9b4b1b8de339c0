using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using ChannelBot.BotFramework.DirectLine;

namespace ChannelBot.BotFramework.Tests.DirectLine;

/// <summary>What streams may cost: how many there are, how much one holds, and when they end.</summary>
public sealed class StreamTests
{
    private static readonly (string, string)[] Upgrade =
    [
        ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ];

    [Fact]
    public async Task A_conversation_has_so_many_streams_and_another_one_where_one_is_closed()
    {
        await using var server = await DirectLineServer.StartAsync(("DirectLine:StreamsPerConversation", "2"));
        var (chat, other) = (await server.StartChatAsync(), await server.StartChatAsync());
        using var one = await DirectLineServer.OpenAsync(chat.StreamUrl);
        using var two = await DirectLineServer.OpenAsync(chat.StreamUrl);
        using var elsewhere = await DirectLineServer.OpenAsync(other.StreamUrl);

        var refusal = await server.CallAsync("GET", new Uri(chat.StreamUrl).PathAndQuery, null, null, Upgrade);

        Assert.Equal((429, "TooManyStreams"), (refusal.Status, refusal.Code));
        Assert.Equal("This conversation has 2 open streams, which is the most. Close one, or read …/activities.", refusal.Json["error"].Text("message"));
        await one.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        using var three = await OpenAtLastAsync(server, chat);
        Assert.Equal(["Hello"], await DirectLineServer.NextAsync(three));
    }

    [Fact]
    public async Task A_user_has_so_many_streams_in_all_conversations()
    {
        await using var server = await DirectLineServer.StartAsync(("DirectLine:StreamsPerUser", "2"));
        var first = await server.StartChatAsync();
        var second = await server.StartChatAsync(first.Cookie);
        var third = await server.StartChatAsync(first.Cookie);
        Assert.Equal((first.UserId, first.UserId), (second.UserId, third.UserId));
        using var one = await DirectLineServer.OpenAsync(first.StreamUrl);
        using var two = await DirectLineServer.OpenAsync(second.StreamUrl);

        var refusal = await server.CallAsync("GET", new Uri(third.StreamUrl).PathAndQuery, null, null, Upgrade);

        Assert.Equal((429, "TooManyStreams"), (refusal.Status, refusal.Code));
        using var another = await DirectLineServer.OpenAsync((await server.StartChatAsync()).StreamUrl);
        Assert.Equal(["Hello"], await DirectLineServer.NextAsync(another));
    }

    [Fact]
    public async Task Who_never_reads_is_cut_off_after_a_while_and_nobody_else_notices()
    {
        await using var server = await DirectLineServer.StartAsync(("DirectLine:StreamsPerConversation", "2"));
        var (chat, other) = (await server.StartChatAsync(), await server.StartChatAsync());
        using var deaf = await OpenWithoutReadingAsync(server, chat);
        using var reader = await DirectLineServer.OpenAsync(chat.StreamUrl);
        using var elsewhere = await DirectLineServer.OpenAsync(other.StreamUrl);
        Assert.Equal(["Hello"], await DirectLineServer.NextAsync(reader));
        Assert.Equal(["Hello"], await DirectLineServer.NextAsync(elsewhere));

        // More than a connection takes up in its buffers.
        var long100K = new string('x', 100_000);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(200, (await server.SayAsync(chat, long100K, $"c{i}")).Status);
            Assert.Equal([long100K, $"You said {long100K}"], await DirectLineServer.NextAsync(reader, 2));
        }

        await server.SayAsync(other, "hi", "c1");
        Assert.Equal(["hi", "You said hi"], await DirectLineServer.NextAsync(elsewhere, 2));

        // Its place is free again once its time is over.
        using var next = await OpenAtLastAsync(server, chat, () => server.Clock.Advance(DirectLineLimits.Patience));
        Assert.NotEmpty(await DirectLineServer.NextAsync(next));
    }

    [Fact]
    public async Task What_was_missed_comes_in_order_one_activity_a_frame_and_goes_on_after_any_of_them()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.StartChatAsync();
        for (var i = 0; i < 120; i++)
        {
            await server.SayAsync(chat, $"{i}", $"c{i}");
        }

        string[] all = ["Hello", .. Enumerable.Range(0, 120).SelectMany(i => new[] { $"{i}", $"You said {i}" })];
        string? watermark = null;
        using (var socket = await DirectLineServer.OpenAsync(chat.StreamUrl))
        {
            Assert.Equal(all[..117], await DirectLineServer.NextAsync(socket, 117));
            watermark = (await DirectLineServer.NextFrameAsync(socket))!.Text("watermark");
        }

        using var again = await DirectLineServer.OpenAsync(await server.StreamUrlAsync(chat, watermark));
        Assert.Equal(all[118..], await DirectLineServer.NextAsync(again, all.Length - 118));
    }

    [Fact]
    public async Task A_poll_reads_up_to_a_megabyte()
    {
        await using var server = await DirectLineServer.StartAsync();
        var chat = await server.StartChatAsync();
        var long200K = new string('x', 200_000);
        for (var i = 0; i < 4; i++)
        {
            await server.SayAsync(chat, long200K, $"c{i}");
        }

        Assert.Equal(6, (await server.ReadAsync(chat)).Said.Length);
    }

    [Fact]
    public async Task Who_is_forgotten_loses_the_streams_of_the_conversations_that_are_no_more()
    {
        await using var server = await DirectLineServer.StartAsync();
        var asking = await server.StartChatAsync();
        var forgotten = await server.StartChatAsync(asking.Cookie);
        var other = await server.StartChatAsync();
        using var here = await DirectLineServer.OpenAsync(asking.StreamUrl);
        using var there = await DirectLineServer.OpenAsync(forgotten.StreamUrl);
        using var elsewhere = await DirectLineServer.OpenAsync(other.StreamUrl);
        Assert.Equal(["Hello"], await DirectLineServer.NextAsync(there));
        Assert.Equal(["Hello"], await DirectLineServer.NextAsync(here));
        Assert.Equal(["Hello"], await DirectLineServer.NextAsync(elsewhere));

        await server.SayAsync(asking, "forget", "c1");

        Assert.Equal(["forget", "You said forget"], await DirectLineServer.NextAsync(here, 2));
        Assert.Empty(await DirectLineServer.NextAsync(there));
        Assert.Equal((WebSocketCloseStatus.NormalClosure, "The conversation is no more."), (there.CloseStatus, there.CloseStatusDescription));
        Assert.Equal("ConversationNotFound", (await server.CallAsync("GET", $"conversations/{forgotten.Id}", forgotten.Token)).Code);
        await server.SayAsync(other, "hi", "c1");
        Assert.Equal(["hi", "You said hi"], await DirectLineServer.NextAsync(elsewhere, 2));
    }

    /// <summary>Opens a stream as soon as there is a place.</summary>
    private static async Task<ClientWebSocket> OpenAtLastAsync(DirectLineServer server, Chat chat, Action? wait = null)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                wait?.Invoke();
                return await DirectLineServer.OpenAsync(await server.StreamUrlAsync(chat));
            }
            catch (WebSocketException) when (tries < 10_000)
            {
                // Not yet.
            }
        }
    }

    /// <summary>A stream on a bare connection from which nothing is read but the first bytes, by which it is open.</summary>
    private static async Task<Socket> OpenWithoutReadingAsync(DirectLineServer server, Chat chat)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(server.Address.Host, server.Address.Port);
        var headers = string.Concat(Upgrade.Select(header => $"{header.Item1}: {header.Item2}\r\n"));
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {new Uri(chat.StreamUrl).PathAndQuery} HTTP/1.1\r\nHost: {server.Address.Authority}\r\n{headers}\r\n"));
        var first = new byte[12];
        await socket.ReceiveAsync(first);
        Assert.Equal("HTTP/1.1 101", Encoding.ASCII.GetString(first));
        return socket;
    }
}
