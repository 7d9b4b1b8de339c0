using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Streaming;

/// <summary>What became of an activity of a stream.</summary>
public enum StreamStep
{
    /// <summary>It arrived.</summary>
    Sent,

    /// <summary>It did not, but a later one may.</summary>
    Lost,

    /// <summary>There is no stream here, or not any more.</summary>
    Refused,

    /// <summary>The user does not want the answer any more.</summary>
    Stopped,
}

/// <param name="ActivityId">The id that the activity got; null where nobody told.</param>
public sealed record StreamReceipt(StreamStep Step, string? ActivityId = null);

/// <summary>Tells the user what the bot is doing while an answer takes its time, as the beginning of the message that the answer becomes.
/// Only informative updates: the text of an answer is sent once all of it has been checked.</summary>
/// <remarks>Nothing is sent for an answer that is there at once. One activity at a time, a second apart at least, the latest update of those
/// that came meanwhile. The message that ends the stream is none of its business: it is committed with the turn and delivered like any reply.
/// Source: Microsoft Teams, "Stream bot messages"; protocol checklist 5.4.</remarks>
/// <param name="incoming">The message that is being answered.</param>
/// <param name="send">Sends one activity; it throws nothing but cancellation.</param>
#pragma warning disable CA1001 // The sources hold nothing but a timer of seconds, and the bot may still look at one when another hand disposes of it.
public sealed class StreamingResponse(Activity incoming, Func<Activity, CancellationToken, Task<StreamReceipt>> send, TimeProvider time) : IProgress<string>
#pragma warning restore CA1001
{
    /// <summary>How long an answer may take before the stream begins.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMilliseconds(500);

    /// <summary>Between an activity's arrival and the next one.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A stream that has lasted so long is not gone on with: Teams cuts it off after two minutes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(110);

    /// <summary>How long the answer waits for an activity that is on its way.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopped = new();
    private readonly CancellationTokenSource _ending = new();
    private bool _isEnded;
    private string? _update;
    private Task? _running;
    private string? _streamId;
    private DateTimeOffset _begun;
    private bool _isRefused;

    /// <summary>Cancelled when the user does not want the answer any more: the stop button of Teams.</summary>
    public CancellationToken Stopped => _stopped.Token;

    /// <summary>Whether the stream shows that the bot is at work, or is about to: then nothing else needs to.</summary>
    public bool IsShown
    {
        get
        {
            lock (_gate)
            {
                return _running is not null && !_isRefused;
            }
        }
    }

    /// <summary>Tells what is being done now. It returns at once.</summary>
    /// <param name="text">Of a thousand characters at most, and nothing of the answer.</param>
    public void QueueInformativeUpdate(string text)
    {
        lock (_gate)
        {
            if (_isEnded || _isRefused)
            {
                return;
            }

            _update = text;
            _running ??= Task.Run(RunAsync);
        }
    }

    void IProgress<string>.Report(string value) => QueueInformativeUpdate(value);

    /// <summary>Ends the updates: when this returns none is on its way any more. It may be called again.</summary>
    /// <returns>The stream that the answer is to end; null for a message like any other.</returns>
    public async Task<string?> EndAsync()
    {
        lock (_gate)
        {
            _isEnded = true;
        }

        if (_running is { } running)
        {
            await _ending.CancelAsync();
            await running;
        }

        return _isRefused || IsTooOld ? null : _streamId;
    }

    private bool IsTooOld => _streamId is not null && time.GetUtcNow() - _begun >= Longest;

    private async Task RunAsync()
    {
        using var patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var end = _ending.Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).CancelAfter(s_patience), patience);
        var (sequence, sending) = (0, patience.Token);
        string? told = null;
        for (var pause = After; ; pause = Pause)
        {
            await Task.Delay(pause, time, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_ending.IsCancellationRequested || IsTooOld)
            {
                return;
            }

            if (Volatile.Read(ref _update) is { } update && update != told)
            {
                told = update;
                if (!await SendAsync(update, ++sequence, sending))
                {
                    return;
                }
            }
        }
    }

    /// <returns>False where the stream does not go on.</returns>
    private async Task<bool> SendAsync(string update, int sequence, CancellationToken sending)
    {
        var activity = StreamInfo.Informative(update, _streamId, sequence).ApplyConversationReference(incoming.GetConversationReference());

        // A web chat holds back what replies to a message that it has not read back yet (protocol checklist, section 6).
        activity.ReplyToId = null;
        StreamReceipt receipt;
        try
        {
            _begun = sequence is 1 ? time.GetUtcNow() : _begun;
            receipt = await send(activity, sending);
        }
        catch (OperationCanceledException)
        {
            receipt = new StreamReceipt(StreamStep.Lost);
        }

        _streamId ??= receipt.ActivityId;
        if (receipt.Step is StreamStep.Sent or StreamStep.Lost && _streamId is not null)
        {
            return true;
        }

        lock (_gate)
        {
            _isRefused = true;
        }

        if (receipt.Step is StreamStep.Stopped)
        {
            await _stopped.CancelAsync();
        }

        return false;
    }
}
