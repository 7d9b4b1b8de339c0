using Microsoft.Extensions.AI;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>A language model that may plan and word answers, and what it is allowed.</summary>
/// <param name="Provider">As an answer's <c>planner</c> names it: "openai".</param>
/// <param name="Name">The model's, as its provider spells it.</param>
/// <param name="Client">Calls it. Time-outs within a call, retries and the circuit breaker are its own.</param>
/// <param name="CountTokens">About how many tokens a text has for this model.</param>
/// <param name="Explain">What a failed call was, for people and counters; never a secret.</param>
/// <param name="Health">Whether it answers at all, as its calls tell.</param>
public sealed record LanguageModel(
    string Provider,
    string Name,
    IChatClient Client,
    ModelLimits Limits,
    Func<string, int> CountTokens,
    Func<Exception, ModelProblem> Explain,
    ModelHealth Health) : IDisposable
{
    private const string CheckQuestion = "Answer with the word: ready";
    private const int CheckTokens = 16;

    /// <summary>Calls the model once, with next to nothing to say, and so learns whether it answers.</summary>
    /// <returns>What is wrong, with the setting that may be to blame; null where it answered.</returns>
    public async Task<ModelProblem?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Client.GetResponseAsync([new ChatMessage(ChatRole.User, CheckQuestion)], new ChatOptions { MaxOutputTokens = CheckTokens }, cancellationToken);
            return null;
        }
#pragma warning disable CA1031 // The boundary: whatever a service or its client fails with is what was asked for here.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return Explain(fault);
        }
    }

    public void Dispose() => Client.Dispose();
}

/// <summary>What one question may cost.</summary>
/// <param name="Rounds">Calls of the model.</param>
/// <param name="Tokens">Read and written, over all rounds.</param>
/// <param name="AnswerTokens">Written in one round.</param>
/// <param name="HistoryTokens">Of the earlier conversation.</param>
/// <param name="TakesSchema">Whether the form of the answer is sent as a JSON schema.</param>
public sealed record ModelLimits(int Rounds, int Tokens, int AnswerTokens, int HistoryTokens, TimeSpan Time, bool TakesSchema);

/// <summary>Whether a model answers, as its latest call told.</summary>
/// <remarks>Safe to share between threads.</remarks>
public sealed class ModelHealth
{
    private volatile string? _problem;

    /// <summary>Why it does not answer, in a few words; null where it does, or has not been called yet.</summary>
    public string? Problem => _problem;

    public void Answered() => _problem = null;

    public void Failed(string problem) => _problem = problem;
}
