using Microsoft.Extensions.AI;

namespace ChannelBot.Models;

/// <summary>Hands an Ollama server what a function returned as a tool's message whose content is the result, as its API describes it (Ollama API,
/// "Generate a chat completion": tools). The client would wrap it in a record of its own.</summary>
internal sealed class OllamaToolResults(IChatClient inner) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(Plain(messages), options, cancellationToken);

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetStreamingResponseAsync(Plain(messages), options, cancellationToken);

    private static IEnumerable<ChatMessage> Plain(IEnumerable<ChatMessage> messages) => messages.SelectMany(message => message.Role == ChatRole.Tool
        ? message.Contents.OfType<FunctionResultContent>().Select(result => new ChatMessage(ChatRole.Tool, result.Result?.ToString()))
        : [message]);
}
