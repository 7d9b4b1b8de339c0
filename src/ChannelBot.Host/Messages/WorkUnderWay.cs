namespace ChannelBot.Host.Messages;

/// <summary>Counts work in the background, so that a host that stops can wait for it, or tell it to stop.</summary>
#pragma warning disable CA1001 // The source is never disposed of: it holds nothing, and a host may still be stopping when another hand disposes of it.
internal sealed class WorkUnderWay
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource? _end;
    private int _count;

    /// <summary>Cancelled when the work is to stop.</summary>
    public CancellationToken Stopping => _stopping.Token;

    public Task CancelAsync() => _stopping.CancelAsync();

    /// <param name="work">It deals with its own failures.</param>
    public async void Add(Task work)
    {
        lock (_gate)
        {
            _count++;
        }

        await work;
        lock (_gate)
        {
            if (--_count is 0)
            {
                _end?.TrySetResult();
            }
        }
    }

    /// <summary>Waits until nothing is under way, or patience ends.</summary>
    public async Task EndAsync(CancellationToken patience)
    {
        Task end;
        lock (_gate)
        {
            if (_count is 0)
            {
                return;
            }

            // A host may be stopped by two hands at once: both wait for the same end.
            _end ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            end = _end.Task;
        }

        await Task.WhenAny(end, Task.Delay(Timeout.Infinite, patience));
    }
}
