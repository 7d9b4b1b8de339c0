using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace ChannelBot.Planner.Embedded;

/// <summary>The planner that needs no model: a chat client that reads the question, asks for function calls, reads their results and words the answer.</summary>
/// <remarks>It stands behind the same function-calling pipeline as a language model does. The turn travels in the options' additional properties.</remarks>
internal sealed class EmbeddedChatClient : IChatClient
{
    public const string TurnProperty = "channelbot.turn";

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (options?.AdditionalProperties?.TryGetValue(TurnProperty, out var value) is not true || value is not Turn turn)
        {
            throw new InvalidOperationException($"The embedded planner needs its turn in the option '{TurnProperty}'.");
        }

        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Contents(turn))));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static List<AIContent> Contents(Turn turn)
    {
        if (turn.Next() is not { } calls)
        {
            return [new TextContent(string.Join("\n", turn.Drafts.Select(draft => draft.Text)))];
        }

        var contents = new List<AIContent>(calls.Count);
        foreach (var call in calls)
        {
            var arguments = new Dictionary<string, object?>(call.Arguments, StringComparer.Ordinal);
            contents.Add(new FunctionCallContent($"call_{turn.Ledger.Returned.Count}_{contents.Count}", $"{call.Plugin}_{call.Function}", arguments));
        }

        return contents;
    }
}
