namespace ChannelBot.Storage;

/// <summary>The key of a turn's row: its conversation and first sequence in one number, so that turns of a conversation lie side by side.</summary>
internal static class Place
{
    private const int SequenceBits = 31;

    private const long LastSequence = (1L << SequenceBits) - 1;

    public static long Of(long conversation, long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, LastSequence);
        return (conversation << SequenceBits) | sequence;
    }

    public static long FirstOf(long conversation) => Of(conversation, 0);

    public static long LastOf(long conversation) => Of(conversation, LastSequence);

    public static long SequenceOf(long place) => place & LastSequence;
}
