using System.Threading.Channels;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Testing.Drivers;

/// <summary>What a bot says in one conversation, as it arrives. Nobody tells when an answer has ended: it has when the bot said something
/// and then nothing for a while.</summary>
/// <param name="pause">How long a bot may pause within one answer.</param>
internal sealed class ReplyInbox(TimeSpan pause, TimeProvider time)
{
    private readonly Channel<Activity> _arrived = Channel.CreateUnbounded<Activity>();

    public void Add(Activity activity) => _arrived.Writer.TryWrite(activity);

    /// <summary>Whoever waits gets this failure.</summary>
    public void Fail(BotDriverException problem) => _arrived.Writer.TryComplete(problem);

    /// <summary>What is there by now.</summary>
    public IReadOnlyList<Activity> Take()
    {
        var taken = new List<Activity>();
        while (_arrived.Reader.TryRead(out var activity))
        {
            taken.Add(activity);
        }

        return taken;
    }

    /// <summary>Waits for a message that <paramref name="belongs"/>, and then for a pause.</summary>
    /// <param name="isAnswered">False where the bot may say nothing: then the pause alone is waited for.</param>
    /// <exception cref="OperationCanceledException">No message came before the caller's patience ended.</exception>
    public async Task<IReadOnlyList<Activity>> CollectAsync(Func<Activity, bool> belongs, bool isAnswered, CancellationToken cancellationToken)
    {
        var collected = new List<Activity>();
        var hasMessage = !isAnswered;
        while (await IsMoreAsync(hasMessage, cancellationToken))
        {
            foreach (var activity in Take().Where(belongs))
            {
                collected.Add(activity);
                hasMessage |= activity.IsType(ActivityTypes.Message) || activity.IsType(ActivityTypes.EndOfConversation);
            }
        }

        return collected;
    }

    private async Task<bool> IsMoreAsync(bool mayEnd, CancellationToken cancellationToken)
    {
        var more = _arrived.Reader.WaitToReadAsync(cancellationToken).AsTask();
        if (!mayEnd)
        {
            return await more;
        }

        try
        {
            return await more.WaitAsync(pause, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
