using System.Collections.Concurrent;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Sessions;
using ChannelBot.Teaching.Sessions;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Sessions;

/// <summary>The sessions of this host: those that go on are in memory from the start, others once somebody looks at them.</summary>
internal sealed class LiveSessions(ISessionStore store, IOptions<SessionsOptions> options, TimeProvider time) : IHostedService
{
    /// <summary>Millions of codes are free; this many are not taken in a row.</summary>
    private const int Tries = 10;

    private readonly ConcurrentDictionary<string, LiveSession> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SessionPerson, LiveSession> _seats = new();
    private readonly ConcurrentDictionary<ConversationKey, LiveSession> _chats = new();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var code in await store.ListOpenAsync(cancellationToken))
        {
            await FindAsync(code);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="BadInputException">Too many go on already.</exception>
    public async Task<LiveSession> OpenAsync(string title, string article, ReleaseMode release, SessionPerson? starter)
    {
        if (_sessions.Values.Count(session => session.Now.State is not SessionState.Closed) >= options.Value.MostOpen)
        {
            throw new BadInputException("session", FormattableString.Invariant($"{options.Value.MostOpen} sessions go on here, which is the most. Close one that is over."));
        }

        var started = new SessionStarted(time.GetUtcNow(), title, article, release, starter);
        for (var i = 0; i < Tries; i++)
        {
            var code = JoinCode.New();
            if (await store.StartAsync(code, started.At, SessionJson.Write(started)))
            {
                return Add(Session.Of(code, [started]));
            }
        }

        throw new InvalidOperationException("No free code was found.");
    }

    /// <returns>Null where there is no such session, or not any more.</returns>
    public async Task<LiveSession?> FindAsync(string code)
    {
        if (_sessions.TryGetValue(code, out var live))
        {
            return live;
        }

        return await store.FindAsync(code) is { } entries ? Add(Session.Of(code, entries.Select(entry => SessionJson.Read(entry.Json.Span)))) : null;
    }

    /// <summary>The session that a message belongs to: its learner has joined one, or its chat has one.</summary>
    public LiveSession? Of(Activity activity) =>
        activity.ChannelId is Channels.Directline
            ? activity.From?.Id is { } user ? _seats.GetValueOrDefault(new SessionPerson(Channels.Directline, user)) : null
            : activity.Conversation?.Id is { } chat && _chats.TryGetValue(ChatOf(activity.ChannelId ?? "", chat), out var session)
                && session.Now.State is not SessionState.Closed ? session : null;

    /// <summary>The sessions that somebody started in a chat and that go on, oldest first.</summary>
    public IReadOnlyList<Session> StartedBy(SessionPerson person) =>
        [.. _sessions.Values.Select(session => session.Now).Where(session => session.Starter == person && session.State is not SessionState.Closed).OrderBy(session => session.StartedAt)];

    /// <summary>Lets a learner in.</summary>
    /// <returns>The name by which the learner goes in the session.</returns>
    /// <exception cref="BadInputException">The session has ended, or is full.</exception>
    public async Task<string> JoinAsync(LiveSession session, SessionPerson person, string name)
    {
        var joined = await session.ChangeAsync((now, at) => now.People.Count < Session.MostPeople
            ? [new PersonJoined(at, person, session.NameFor(person, name))]
            : throw new BadInputException("session", FormattableString.Invariant($"{Session.MostPeople} people have joined this session, which is the most.")));
        _seats[person] = session;
        return joined.People[person];
    }

    /// <summary>Lets the session run in a chat of another channel too.</summary>
    public async Task LinkAsync(LiveSession session, string channel, string conversationId)
    {
        var chat = ChatOf(channel, conversationId);
        await session.ChangeAsync((_, at) => [new ChatLinked(at, chat)]);
        _chats[chat] = session;
    }

    /// <summary>Leaves a person out of every session; the store has forgotten them already.</summary>
    public void Forget(SessionPerson person)
    {
        foreach (var session in _sessions.Values.Where(session => session.Now.People.ContainsKey(person)))
        {
            session.Forget(person);
        }
    }

    /// <summary>Whether a session that somebody may still look at is about an article.</summary>
    public bool HaveArticle(string id) => _sessions.Values.Any(session => session.Now.Article == id);

    /// <summary>Takes a session that was deleted out of memory.</summary>
    public void Drop(string code)
    {
        if (_sessions.TryRemove(code, out var dropped))
        {
            foreach (var person in dropped.Now.People.Keys)
            {
                _seats.TryRemove(KeyValuePair.Create(person, dropped));
            }

            foreach (var chat in dropped.Now.Chats)
            {
                _chats.TryRemove(KeyValuePair.Create(chat, dropped));
            }
        }
    }

    /// <summary>A chat as a whole: in a channel of Teams each thread has an id of its own, <c>CHANNEL;messageid=THREAD</c>.</summary>
    private static ConversationKey ChatOf(string channel, string conversationId) => new(channel, conversationId.Split(";messageid=")[0]);

    private LiveSession Add(Session session)
    {
        var live = _sessions.GetOrAdd(session.Code, _ => new LiveSession(session, store, time));
        foreach (var person in live.Now.People.Keys)
        {
            _seats[person] = live;
        }

        foreach (var chat in live.Now.Chats.Where(_ => live.Now.State is not SessionState.Closed))
        {
            _chats[chat] = live;
        }

        return live;
    }
}
