using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChannelBot.Teaching.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChannelBot.Host.Sessions;

/// <summary>A session as it goes on, by server-sent events (HTML standard, 9.2): a browser's EventSource comes back by itself after a break,
/// and gets the whole again.</summary>
internal static class SessionEventStream
{
    /// <summary>How long a browser waits before it comes back after a break.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Proxies close a line on which nothing is said for long.</summary>
    private static readonly TimeSpan s_longestSilence = TimeSpan.FromSeconds(15);

    /// <summary>The board: <c>board</c> at first and where something was taken away, then <c>session</c> and <c>question</c> for what has changed.</summary>
    public static IResult Board(HttpContext http, LiveSession live, Func<Session, SessionDto> view) => Send(http, token => BoardAsync(live, view, token));

    /// <summary>A view that is sent whole whenever it has changed, as <c>view</c>.</summary>
    public static IResult Of<T>(HttpContext http, LiveSession live, Func<Session, T> view, JsonTypeInfo<T> type) =>
        Send(http, token => WholeAsync(live, session => JsonSerializer.Serialize(view(session), type), token));

    private static ServerSentEventsResult<string> Send(HttpContext http, Func<CancellationToken, IAsyncEnumerable<SseItem<string>>> items)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var end = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        http.Response.RegisterForDispose(end);
        return TypedResults.ServerSentEvents(items(end.Token));
    }

    private static async IAsyncEnumerable<SseItem<string>> BoardAsync(
        LiveSession live, Func<Session, SessionDto> view, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Session? shown = null;
        string? shownHead = null;
        await foreach (var now in live.WatchAsync(s_longestSilence, cancellationToken))
        {
            var head = view(now);
            var headText = JsonSerializer.Serialize(head, SessionViewsJson.Default.SessionDto);
            if (shown is null || shown.Questions.Any(question => now.Find(question.Number) is null))
            {
                yield return Item("board", JsonSerializer.Serialize(new BoardDto(head, [.. now.Questions.Select(BoardQuestionDto.Of)]), SessionViewsJson.Default.BoardDto));
            }
            else
            {
                var known = shown.Questions.ToHashSet(ReferenceEqualityComparer.Instance);
                foreach (var question in now.Questions.Where(question => !known.Contains(question)))
                {
                    yield return Item("question", JsonSerializer.Serialize(BoardQuestionDto.Of(question), SessionViewsJson.Default.BoardQuestionDto));
                }

                yield return headText == shownHead ? Silence : Item("session", headText);
            }

            (shown, shownHead) = (now, headText);
        }
    }

    private static async IAsyncEnumerable<SseItem<string>> WholeAsync(
        LiveSession live, Func<Session, string> write, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? shown = null;
        await foreach (var now in live.WatchAsync(s_longestSilence, cancellationToken))
        {
            var text = write(now);
            yield return text == shown ? Silence : Item("view", text);
            shown = text;
        }
    }

    private static SseItem<string> Silence => Item("ping", "");

    private static SseItem<string> Item(string type, string data) => new(data, type) { ReconnectionInterval = s_pause };
}
