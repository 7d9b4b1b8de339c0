using System.Globalization;
using Microsoft.Extensions.AI;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>Stands between the calling of functions and the model for one question: counts rounds and tokens, and ends what exceeds its limits.</summary>
internal sealed class TurnMeter(LanguageModel model, TurnCost cost, List<ModelProblem> problems) : DelegatingChatClient(model.Client)
{
    private const int MostCharacters = 16_000;

    /// <exception cref="GivenUpException">The question has cost what it may.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var limits = model.Limits;
        if (cost.Rounds == limits.Rounds)
        {
            throw new GivenUpException("rounds", string.Create(CultureInfo.InvariantCulture, $"no answer after {cost.Rounds} rounds"));
        }

        if (cost.Tokens >= limits.Tokens)
        {
            throw new GivenUpException("tokens", string.Create(CultureInfo.InvariantCulture, $"no answer after {cost.Tokens:N0} tokens"));
        }

        cost.Rounds++;
        var sent = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var response = await base.GetResponseAsync(sent, OfRound(options), cancellationToken);
        Count(sent, response);
        foreach (var call in response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>())
        {
            Look(call, options);
        }

        if (response.FinishReason == ChatFinishReason.ContentFilter)
        {
            throw new GivenUpException("content filter", "the service's content filter withheld the answer");
        }

        if (response.Text.Length > MostCharacters)
        {
            throw new GivenUpException("length", string.Create(CultureInfo.InvariantCulture, $"an answer of {response.Text.Length:N0} characters"));
        }

        return response;
    }

    /// <summary>In the last round functions are of no use any more.</summary>
    private ChatOptions? OfRound(ChatOptions? options)
    {
        if (cost.Rounds < model.Limits.Rounds || options is null)
        {
            return options;
        }

        var last = options.Clone();
        last.ToolMode = ChatToolMode.None;
        return last;
    }

    /// <summary>A service that does not say what was used is estimated.</summary>
    private void Count(IReadOnlyList<ChatMessage> sent, ChatResponse response)
    {
        cost.InputTokens += response.Usage?.InputTokenCount ?? sent.Sum(message => (long)model.CountTokens(message.Text));
        cost.OutputTokens += response.Usage?.OutputTokenCount ?? model.CountTokens(response.Text);
    }

    private void Look(FunctionCallContent call, ChatOptions? options)
    {
        if (call.Exception is not null)
        {
            problems.Add(new ModelProblem("malformed arguments", $"{call.Name} was called with arguments that are not JSON"));
        }

        if (options?.Tools?.Any(tool => tool.Name == call.Name) is not true)
        {
            problems.Add(new ModelProblem("unknown function", $"there is no function '{DataBlock.Shorten(call.Name)}'"));
        }
    }
}

/// <summary>What a question has cost so far.</summary>
internal sealed class TurnCost
{
    public int Rounds { get; set; }

    public long InputTokens { get; set; }

    public long OutputTokens { get; set; }

    public long Tokens => InputTokens + OutputTokens;
}
