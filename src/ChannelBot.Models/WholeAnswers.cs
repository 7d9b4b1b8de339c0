using System.Globalization;
using ChannelBot.Planner.LanguageModels;
using Microsoft.Extensions.AI;

namespace ChannelBot.Models;

/// <summary>Fetches an answer as the model writes it and hands it over whole, so that one that stalls or never ends is noticed early.</summary>
internal sealed class WholeAnswers(IChatClient client, bool streams, TimeSpan longestSilence, TimeProvider time) : DelegatingChatClient(client)
{
    /// <summary>Characters that a model is let write where fewer tokens were asked for: ten times what an answer may have.</summary>
    private const int Least = 16_000;

    private const int MostCharactersAToken = 8;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (!streams)
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }

        using var silence = new CancellationTokenSource(longestSilence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        EndedCalls.EndWith(either.Token);
        var most = Math.Max(Least, MostCharactersAToken * (options?.MaxOutputTokens ?? 0));
        var updates = new List<ChatResponseUpdate>();
        var length = 0;
        try
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, either.Token))
            {
                silence.CancelAfter(longestSilence);
                updates.Add(update);
                length += update.Text.Length;
                if (length > most)
                {
                    throw new GivenUpException("length", string.Create(CultureInfo.InvariantCulture, $"an answer of more than {most:N0} characters"));
                }
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (silence.IsCancellationRequested)
        {
            throw new GivenUpException("stalled", string.Create(CultureInfo.InvariantCulture, $"no word for {longestSilence.TotalSeconds:0} seconds"));
        }

        return updates.ToChatResponse();
    }
}
