namespace ChannelBot.BotFramework.Connector;

/// <summary>Shows that the bot is at work, where it takes long enough for somebody to wonder.</summary>
/// <remarks>Source: protocol checklist section 4, "Typing".</remarks>
public sealed class TypingIndicator(TimeProvider time)
{
    /// <summary>How long an answer may take before the indicator shows.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMilliseconds(500);

    /// <summary>How often it is sent again: clients let it fade.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    /// <summary>How long the answer waits for an indicator that is on its way.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>Does the work, and meanwhile sends typing. When this returns no typing is on its way any more: an indicator that
    /// arrived after the answer would stay.</summary>
    /// <param name="sendTyping">Sends it once. Its failure is nobody's concern. Null where the channel shows no such thing.</param>
    public async Task<T> WhileAsync<T>(
        Func<CancellationToken, Task>? sendTyping, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var working = work(cancellationToken);
        if (sendTyping is null || working.IsCompleted)
        {
            return await working;
        }

        using var sending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = TypeAsync(sendTyping, waiting.Token, sending.Token);
        try
        {
            return await working;
        }
        finally
        {
            await waiting.CancelAsync();
            if (!typing.IsCompleted)
            {
                await Task.WhenAny(typing, Task.Delay(s_patience, time, sending.Token));
                await sending.CancelAsync();
            }

            await typing;
        }
    }

    private async Task TypeAsync(Func<CancellationToken, Task> sendTyping, CancellationToken waiting, CancellationToken sending)
    {
        try
        {
            // Nearly every answer is there first: that is no exception, and raises none.
            for (var pause = After; ; pause = Again)
            {
                await Task.Delay(pause, time, waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (waiting.IsCancellationRequested)
                {
                    return;
                }

                await sendTyping(sending);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ConnectorException or HttpRequestException
            or Microsoft.Identity.Client.MsalException)
        {
            // The indicator did not get through: the answer will.
        }
    }
}
