using System.Threading.Channels;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Testing.Drivers;

/// <summary>What a bot says in one conversation, as it arrives. Nobody tells when an answer has ended: it has when the bot said something
/// and then nothing for a while.</summary>
/// <param name="pause">How long a bot may pause within one answer.</param>
internal sealed class ReplyInbox(TimeSpan pause, TimeProvider time)
{
    /// <summary>A host under load takes longer between two messages than between the parts of one.</summary>
    private const int PausesBetweenMessages = 10;

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

    /// <summary>Waits for messages that <paramref name="belongs"/>, and then for a pause.</summary>
    /// <param name="awaited">How many there are to be. The first is waited for as long as the caller likes, the others as long as several
    /// pauses; with 0, the bot may say nothing, and one pause alone is waited for.</param>
    /// <exception cref="OperationCanceledException">No message came before the caller's patience ended.</exception>
    public async Task<IReadOnlyList<Activity>> CollectAsync(Func<Activity, bool> belongs, int awaited, CancellationToken cancellationToken)
    {
        var collected = new List<Activity>();
        while (await IsMoreAsync(Patience(collected, awaited), cancellationToken))
        {
            collected.AddRange(Take().Where(belongs));
        }

        return collected;
    }

    /// <returns>How long the next activity may take; null where it has all the time that the caller has.</returns>
    private TimeSpan? Patience(List<Activity> collected, int awaited)
    {
        var messages = collected.Count(activity => activity.IsType(ActivityTypes.Message) || activity.IsType(ActivityTypes.EndOfConversation));
        return messages >= awaited ? pause
            : messages is 0 ? null
            : pause * PausesBetweenMessages;
    }

    private async Task<bool> IsMoreAsync(TimeSpan? patience, CancellationToken cancellationToken)
    {
        var more = _arrived.Reader.WaitToReadAsync(cancellationToken).AsTask();
        if (patience is not { } most)
        {
            return await more;
        }

        try
        {
            return await more.WaitAsync(most, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
