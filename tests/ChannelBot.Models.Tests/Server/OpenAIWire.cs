using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ChannelBot.Models.Tests.Server;

/// <summary>Chat completions as OpenAI and Azure OpenAI write them, whole or as server-sent events.</summary>
/// <remarks>Sources: OpenAI API reference, "Chat" and "Streaming"; Azure OpenAI REST API reference, "Chat completions" and "Content filtering".</remarks>
internal sealed partial class OpenAIWire(bool isAzure) : IModelWire
{
    private const int PieceLength = 7;

    public (int Status, string Code, string Message)? Complaint(HttpContext context, JsonObject request)
    {
        var hasKey = isAzure
            ? context.Request.Headers["api-key"] == ScriptedModelServer.Key || context.Request.Headers.Authorization == $"Bearer {ScriptedModelServer.Token}"
            : context.Request.Headers.Authorization == $"Bearer {ScriptedModelServer.Key}";
        if (!hasKey)
        {
            return (401, "invalid_api_key", "Incorrect API key provided.");
        }

        if (isAzure && !context.Request.Query.ContainsKey("api-version"))
        {
            return (404, "404", "Resource not found: no api-version.");
        }

        if (request["messages"] is not JsonArray { Count: > 0 } messages || (!isAzure && request["model"] is null))
        {
            return (400, "invalid_request_error", "'messages' and 'model' are required.");
        }

        return ToolComplaint(request) ?? MessageComplaint(messages);
    }

    public async Task SendAsync(HttpContext context, JsonObject request, ModelStep step)
    {
        if (!IsStreamed(request))
        {
            await WriteAsync(context, Completion(request, step));
            return;
        }

        StartEvents(context);
        if (isAzure)
        {
            await EventAsync(context, new JsonObject { ["id"] = "", ["object"] = "", ["created"] = 0, ["model"] = "", ["choices"] = new JsonArray(), ["prompt_filter_results"] = Filtered() });
        }

        await EventAsync(context, Chunk(request, new JsonObject { ["role"] = "assistant", ["content"] = step is Calls ? null : "" }, null));
        foreach (var delta in Deltas(step))
        {
            await EventAsync(context, Chunk(request, delta, null));
        }

        await EventAsync(context, Chunk(request, [], Finish(step)));
        if (request["stream_options"]?["include_usage"]?.GetValue<bool>() is true)
        {
            var usage = Chunk(request, [], null);
            usage["choices"] = new JsonArray();
            usage["usage"] = Usage();
            await EventAsync(context, usage);
        }

        await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    public async Task BeginAsync(HttpContext context, JsonObject request, string text)
    {
        if (IsStreamed(request))
        {
            StartEvents(context);
            await EventAsync(context, Chunk(request, new JsonObject { ["role"] = "assistant", ["content"] = text }, null));
            return;
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 10_000;
        await context.Response.WriteAsync("{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",");
        await context.Response.Body.FlushAsync();
    }

    public async Task FailAsync(HttpContext context, Fails failure, string message)
    {
        context.Response.StatusCode = failure.Status;
        if (failure.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var error = new JsonObject { ["message"] = message, ["type"] = "invalid_request_error", ["param"] = null, ["code"] = failure.Code };
        if (failure.Code == "content_filter")
        {
            error["message"] = "The response was filtered due to the prompt triggering the content management policy.";
            error["innererror"] = new JsonObject { ["code"] = "ResponsibleAIPolicyViolation", ["content_filter_result"] = new JsonObject() };
        }

        await WriteAsync(context, new JsonObject { ["error"] = error });
    }

    private static (int Status, string Code, string Message)? ToolComplaint(JsonObject request)
    {
        foreach (var tool in request["tools"] as JsonArray ?? [])
        {
            var function = tool?["function"];
            if (tool?["type"]?.GetValue<string>() != "function" || !Name().IsMatch(function?["name"]?.GetValue<string>() ?? "")
                || function?["parameters"]?["type"]?.GetValue<string>() != "object")
            {
                return (400, "invalid_value", $"Invalid tool: {tool?.ToJsonString()}");
            }
        }

        return null;
    }

    /// <summary>Each call needs its result, each result its call.</summary>
    private static (int Status, string Code, string Message)? MessageComplaint(JsonArray messages)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            if (message?["role"]?.GetValue<string>() is "tool")
            {
                if (!open.Remove(message["tool_call_id"]?.GetValue<string>() ?? ""))
                {
                    return (400, "invalid_request_error", "messages with role 'tool' must be a response to a preceding message with 'tool_calls'.");
                }

                continue;
            }

            if (open.Count > 0)
            {
                return (400, "invalid_request_error", "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'.");
            }

            foreach (var call in message?["tool_calls"] as JsonArray ?? [])
            {
                open.Add(call!["id"]!.GetValue<string>());
            }
        }

        return open.Count > 0 ? (400, "invalid_request_error", "A call is left without its result.") : null;
    }

    private JsonObject Completion(JsonObject request, ModelStep step)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = TextOf(step), ["refusal"] = null };
        if (step is Calls calls)
        {
            message["tool_calls"] = new JsonArray([.. calls.Functions.Select((call, at) => Call(call, at, call.Arguments))]);
        }

        var choice = new JsonObject { ["index"] = 0, ["message"] = message, ["logprobs"] = null, ["finish_reason"] = Finish(step) };
        if (isAzure)
        {
            choice["content_filter_results"] = new JsonObject { ["hate"] = new JsonObject { ["filtered"] = false, ["severity"] = "safe" } };
        }

        var completion = new JsonObject
        {
            ["id"] = "chatcmpl-1", ["object"] = "chat.completion", ["created"] = 1_760_000_000, ["model"] = ModelOf(request), ["choices"] = new JsonArray(choice), ["usage"] = Usage(),
        };
        if (isAzure)
        {
            completion["prompt_filter_results"] = Filtered();
        }

        return completion;
    }

    private static IEnumerable<JsonObject> Deltas(ModelStep step)
    {
        if (step is not Calls calls)
        {
            return Pieces(TextOf(step)!).Select(piece => new JsonObject { ["content"] = piece });
        }

        return calls.Functions.SelectMany((call, at) => Pieces(call.Arguments)
            .Select(piece => new JsonObject { ["index"] = at, ["function"] = new JsonObject { ["arguments"] = piece } })
            .Prepend(With(Call(call, at, ""), "index", at))
            .Select(delta => new JsonObject { ["tool_calls"] = new JsonArray(delta) }));
    }

    private static JsonObject With(JsonObject value, string name, int number)
    {
        value[name] = number;
        return value;
    }

    private static JsonObject Call(ScriptedCall call, int at, string arguments) => new()
    {
        ["id"] = $"call_{call.Function}_{at}", ["type"] = "function", ["function"] = new JsonObject { ["name"] = call.Function, ["arguments"] = arguments },
    };

    private static string? TextOf(ModelStep step) => step switch
    {
        Says says => says.Text,
        Filters filters => filters.Text,
        _ => null,
    };

    private static string Finish(ModelStep step) => step switch
    {
        Calls => "tool_calls",
        Filters => "content_filter",
        _ => "stop",
    };

    private static JsonObject Chunk(JsonObject request, JsonObject delta, string? finish) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1_760_000_000,
        ["model"] = ModelOf(request),
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    };

    private static JsonObject Usage() => new() { ["prompt_tokens"] = 900, ["completion_tokens"] = 60, ["total_tokens"] = 960 };

    private static JsonArray Filtered() => [new JsonObject { ["prompt_index"] = 0, ["content_filter_results"] = new JsonObject() }];

    private static string ModelOf(JsonObject request) => request["model"]?.GetValue<string>() ?? "deployed";

    private static bool IsStreamed(JsonObject request) => request["stream"]?.GetValue<bool>() is true;

    private static IEnumerable<string> Pieces(string text) => text.Length == 0 ? [] : Enumerable.Range(0, (text.Length + PieceLength - 1) / PieceLength)
        .Select(at => text.Substring(at * PieceLength, Math.Min(PieceLength, text.Length - (at * PieceLength))));

    private static void StartEvents(HttpContext context) => context.Response.ContentType = "text/event-stream";

    private static async Task EventAsync(HttpContext context, JsonObject data)
    {
        await context.Response.WriteAsync($"data: {data.ToJsonString()}\n\n");
        await context.Response.Body.FlushAsync();
    }

    private static Task WriteAsync(HttpContext context, JsonObject body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(JsonSerializerOptions.Default));
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex Name();
}
