namespace ChannelBot.Core.Sessions;

/// <summary>Where sessions of a class are kept: what happened in each, in order. A task that has ended without an exception is durable.</summary>
/// <remarks>The store knows nothing of what an event says. Members may be called from any thread; of one session, one event is added at a time.</remarks>
public interface ISessionStore
{
    /// <summary>Keeps a new session.</summary>
    /// <returns>False where there is one with this code already.</returns>
    Task<bool> StartAsync(string code, DateTimeOffset at, ReadOnlyMemory<byte> first, CancellationToken cancellationToken = default);

    /// <summary>Adds what happened next. Nothing is kept of a session that is over, or no more.</summary>
    Task AddAsync(string code, SessionEntry entry, CancellationToken cancellationToken = default);

    /// <summary>A session's events in order; null where there is no such session.</summary>
    Task<IReadOnlyList<SessionEntry>?> FindAsync(string code, CancellationToken cancellationToken = default);

    /// <summary>The codes of the sessions that have not ended, oldest first.</summary>
    Task<IReadOnlyList<string>> ListOpenAsync(CancellationToken cancellationToken = default);

    /// <summary>The codes of the sessions that were started before a time.</summary>
    Task<IReadOnlyList<string>> ListOlderAsync(DateTimeOffset oldest, CancellationToken cancellationToken = default);

    /// <summary>Deletes a session with all that is kept of it.</summary>
    Task DeleteAsync(string code, CancellationToken cancellationToken = default);
}

/// <summary>Something that happened in a session.</summary>
/// <param name="Whose">Of whom it tells, and with whom it is forgotten; null where of nobody.</param>
/// <param name="Json">UTF-8.</param>
/// <param name="IsEnd">Whether nothing happens in the session any more.</param>
public sealed record SessionEntry(SessionPerson? Whose, ReadOnlyMemory<byte> Json, bool IsEnd = false);

/// <summary>Something that a conversation's turn makes happen in a session: it is kept with the turn or not at all.</summary>
/// <param name="Code">The session's.</param>
public sealed record SessionNote(string Code, SessionEntry Entry);

/// <summary>Somebody in a session, as the channel knows them.</summary>
/// <param name="Channel">The activity's channelId.</param>
/// <param name="UserId">The activity's from.id.</param>
public sealed record SessionPerson(string Channel, string UserId);
