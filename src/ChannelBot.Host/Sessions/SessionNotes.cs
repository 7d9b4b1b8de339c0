using ChannelBot.Core.Sessions;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Host.Sessions;

/// <summary>Left in the turn state: what a turn makes happen in a session. It is kept in the turn's own transaction, so that no kill parts
/// a learner's answer from the board's question, and shown once it is.</summary>
/// <param name="Notes">The events as they are kept, in the same order.</param>
internal sealed record SessionNotes(LiveSession Session, IReadOnlyList<SessionEvent> Events, IReadOnlyList<SessionNote> Notes)
{
    /// <param name="kept">Those that were; none where the session was closed or deleted meanwhile, which then stays as it is.</param>
    public void Show(IReadOnlyList<SessionNote> kept)
    {
        if (kept.Count > 0)
        {
            Session.Show(Events);
        }
    }
}
