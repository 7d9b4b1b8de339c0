using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Testing;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ChannelBot.Page.Tests;

/// <summary>As much of Direct Line as the page uses, in memory and polled, so that these tests are about the page alone.</summary>
internal static class SmallDirectLine
{
    private const string Cookie = "conversation";
    private const string Conversations = "/v3/directline/conversations";

    public static void MapSmallDirectLine(this IEndpointRouteBuilder routes)
    {
        var conversations = new ConcurrentDictionary<string, Conversation>(StringComparer.Ordinal);
        var bot = routes.ServiceProvider.GetRequiredService<IBot>();

        routes.MapPost("/webchat/token", (HttpContext context, Asked asked) =>
        {
            var id = asked.StartAgain ? null : context.Request.Cookies[Cookie];
            id ??= Guid.NewGuid().ToString("N");
            context.Response.Cookies.Append(Cookie, id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict });
            return Results.Json(new { token = Token(id), conversationId = id, userId = "dl_reader" });
        });
        routes.MapPost(Conversations, async (HttpContext context) =>
        {
            var id = ConversationOf(context);
            if (conversations.TryAdd(id, new Conversation()))
            {
                await conversations[id].HearAsync(bot, new Activity(ActivityTypes.InstallationUpdate) { Action = "add" });
            }

            return Results.Json(new { conversationId = id, token = Token(id), expires_in = 1800 }, statusCode: 201);
        });
        routes.MapGet(Conversations + "/{id}/activities", (string id, string? watermark) => conversations[id].After(watermark));
        routes.MapPost(Conversations + "/{id}/activities", async (string id, HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var said = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
            return Results.Json(new { id = await conversations[id].SayAsync(bot, said) });
        });
    }

    private static string ConversationOf(HttpContext context) =>
        (string)JsonNode.Parse(Base64(context.Request.Headers.Authorization.ToString().Split('.')[1]))!["conv"]!;

    private static string Token(string conversation) =>
        $"{Base64("{}"u8)}.{Base64(Encoding.UTF8.GetBytes($$"""{"user":"dl_reader","conv":"{{conversation}}"}"""))}.x";

    private static string Base64(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static string Base64(string text) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(text));

    private sealed record Asked(bool StartAgain);

    /// <summary>One conversation with its log. Readers ask while it is written to.</summary>
    private sealed class Conversation
    {
        private readonly TestAdapter _channel = new TestAdapter(Channels.Directline).Carry<ConversationState>();
        private readonly List<JsonNode> _log = [];

        public IResult After(string? watermark)
        {
            lock (_log)
            {
                var from = string.IsNullOrEmpty(watermark) ? 0 : int.Parse(watermark, CultureInfo.InvariantCulture);
                return Results.Json(new { activities = _log.Skip(from).ToArray(), watermark = _log.Count.ToString(CultureInfo.InvariantCulture) });
            }
        }

        public async Task<string> SayAsync(IBot bot, JsonObject said)
        {
            said["from"] = new JsonObject { ["id"] = "dl_reader", ["role"] = "user" };
            var id = Keep(said);
            if ((string?)said["type"] is ActivityTypes.Message)
            {
                await HearAsync(bot, _channel.MakeActivity((string?)said["text"]), id);
            }

            return id;
        }

        public async Task HearAsync(IBot bot, Activity activity, string? id = null)
        {
            activity.Id = id;
            await _channel.ProcessActivityAsync(activity, bot.OnTurnAsync);
            while (_channel.GetNextReply() is { } reply)
            {
                reply.ReplyToId = id;
                Keep(JsonSerializer.SerializeToNode(reply, ProtocolJson.Wire.Activity)!);
            }
        }

        private string Keep(JsonNode activity)
        {
            lock (_log)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{_log.Count:D7}");
                activity["id"] = id;
                activity["timestamp"] = DateTimeOffset.UnixEpoch.AddDays(20_000).AddSeconds(_log.Count).ToString("O", CultureInfo.InvariantCulture);
                _log.Add(activity);
                return id;
            }
        }
    }
}
