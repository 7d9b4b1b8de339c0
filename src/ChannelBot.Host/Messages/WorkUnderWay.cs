namespace ChannelBot.Host.Messages;

/// <summary>Counts work in the background, so that a host that stops can wait for it.</summary>
internal sealed class WorkUnderWay
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _end;
    private int _count;

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

            _end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            end = _end.Task;
        }

        await Task.WhenAny(end, Task.Delay(Timeout.Infinite, patience));
    }
}
