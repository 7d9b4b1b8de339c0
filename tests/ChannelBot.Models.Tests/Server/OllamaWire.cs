using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChannelBot.Models.Tests.Server;

/// <summary>A chat as Ollama writes it: JSON objects, one a line, the last one done.</summary>
/// <remarks>Source: Ollama API documentation, "Generate a chat completion".</remarks>
internal sealed class OllamaWire : IModelWire
{
    public (int Status, string Code, string Message)? Complaint(HttpContext context, JsonObject request) =>
        request["model"] is null || request["messages"] is not JsonArray { Count: > 0 } ? (400, "", "model and messages are required") : null;

    public async Task SendAsync(HttpContext context, JsonObject request, ModelStep step)
    {
        var text = step is Says says ? says.Text : step is Filters filters ? filters.Text : "";
        var calls = step is Calls called ? called.Functions : [];
        var isStreamed = request["stream"]?.GetValue<bool>() is not false;
        context.Response.ContentType = isStreamed ? "application/x-ndjson" : "application/json";
        if (isStreamed)
        {
            for (var at = 0; at < text.Length; at += 9)
            {
                await LineAsync(context, Message(request, text.Substring(at, Math.Min(9, text.Length - at)), [], isDone: false));
            }

            if (calls.Count > 0)
            {
                await LineAsync(context, Message(request, "", calls, isDone: false));
            }
        }

        var last = isStreamed ? Message(request, "", [], isDone: true) : Message(request, text, calls, isDone: true);
        await LineAsync(context, last);
    }

    public async Task BeginAsync(HttpContext context, JsonObject request, string text)
    {
        context.Response.ContentType = "application/x-ndjson";
        await LineAsync(context, Message(request, text, [], isDone: false));
    }

    public Task FailAsync(HttpContext context, Fails failure, string message)
    {
        context.Response.StatusCode = failure.Status;
        if (failure.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(new JsonObject { ["error"] = $"{failure.Code} {message}" }.ToJsonString());
    }

    private static JsonObject Message(JsonObject request, string text, IReadOnlyList<ScriptedCall> calls, bool isDone)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = text };
        if (calls.Count > 0)
        {
            message["tool_calls"] = new JsonArray([.. calls.Select(call =>
                new JsonObject { ["function"] = new JsonObject { ["name"] = call.Function, ["arguments"] = JsonNode.Parse(call.Arguments) } })]);
        }

        var line = new JsonObject { ["model"] = request["model"]!.GetValue<string>(), ["created_at"] = "2026-01-02T03:04:05.000000Z", ["message"] = message, ["done"] = isDone };
        if (isDone)
        {
            line["done_reason"] = "stop";
            line["total_duration"] = 1_000;
            line["prompt_eval_count"] = 900;
            line["eval_count"] = 60;
        }

        return line;
    }

    private static async Task LineAsync(HttpContext context, JsonObject line)
    {
        await context.Response.WriteAsync(line.ToJsonString() + "\n");
        await context.Response.Body.FlushAsync();
    }
}
