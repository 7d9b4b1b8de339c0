using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ChannelBot.Bot.Quizzes;
using ChannelBot.Core;
using ChannelBot.Core.Sessions;
using ChannelBot.Host.Operations;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Host.Sessions;

/// <summary>A session as it goes on: changes are kept one after the other, what learners' turns make happen is kept with these, and who
/// watches is told of each.</summary>
#pragma warning disable CA1001 // The semaphore is never disposed of: without a wait handle it holds nothing, and somebody may still be waiting.
internal sealed class LiveSession(Session session, ISessionStore store, TimeProvider time)
#pragma warning restore CA1001
{
    /// <summary>Pages of one learner at a time.</summary>
    private const int MostPages = 10;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private ImmutableList<Channel<bool>> _watchers = [];
    private ImmutableDictionary<SessionPerson, int> _here = ImmutableDictionary<SessionPerson, int>.Empty;
    private volatile Session _session = session;

    /// <summary>Names that were given, also to people whose coming is not kept yet.</summary>
    private ImmutableDictionary<SessionPerson, string> _names = session.People;
    private int _lastNumber;

    public Session Now => _session;

    /// <summary>How many learners have the session's page open.</summary>
    public int Here => _here.Count;

    /// <summary>Keeps what happens next, and returns the session after it.</summary>
    /// <param name="decide">Told how the session stands and what time it is; gives nothing where there is nothing to change.</param>
    /// <exception cref="BadInputException">The session has ended.</exception>
    public Task<Session> ChangeAsync(Func<Session, DateTimeOffset, IEnumerable<SessionEvent>> decide) =>
        ChangeAsync((now, at) => Task.FromResult(decide(now, at)));

    /// <inheritdoc cref="ChangeAsync(Func{Session, DateTimeOffset, IEnumerable{SessionEvent}})"/>
    public async Task<Session> ChangeAsync(Func<Session, DateTimeOffset, Task<IEnumerable<SessionEvent>>> decide)
    {
        await _turn.WaitAsync();
        try
        {
            if (_session.State is SessionState.Closed)
            {
                throw new BadInputException("session", "The session has ended. Nothing can be changed in it.");
            }

            foreach (var happened in await decide(_session, time.GetUtcNow()))
            {
                await store.AddAsync(_session.Code, Entry(happened));
                Become(happened);
            }
        }
        finally
        {
            _turn.Release();
            Tell();
        }

        return _session;
    }

    /// <summary>What happens where somebody asks, to be kept with the turn that answers. Its number is given once, whatever becomes of the turn.</summary>
    /// <param name="name">How somebody who has not joined would be called.</param>
    /// <param name="ask">Told the number.</param>
    public SessionNotes Ask(SessionPerson person, string name, Func<DateTimeOffset, int, QuestionAsked> ask)
    {
        var at = time.GetUtcNow();
        lock (_gate)
        {
            _lastNumber = Math.Max(_lastNumber + 1, _session.NextNumber);
            return Notes([.. Joining(person, name, at), ask(at, _lastNumber)]);
        }
    }

    /// <summary>What happens where somebody answers a question of the quiz, to be kept with the turn that says how right it is.</summary>
    /// <inheritdoc cref="Ask"/>
    public SessionNotes Answer(SessionPerson person, string name, AnsweredQuestion answered)
    {
        var at = time.GetUtcNow();
        return Notes([.. Joining(person, name, at), new QuizAnswered(at, person, answered.Question.Number, answered.Marked?.IsRight, answered.Marked?.Chosen ?? [])]);
    }

    /// <summary>The name by which somebody goes here from now on: one that nobody else has.</summary>
    public string NameFor(SessionPerson person, string name)
    {
        lock (_gate)
        {
            if (!_names.TryGetValue(person, out var free))
            {
                free = DisplayName.Free(name, _names.Values);
                _names = _names.Add(person, free);
            }

            return free;
        }
    }

    /// <summary>Shows what was kept with a turn.</summary>
    public void Show(IReadOnlyList<SessionEvent> happened)
    {
        foreach (var one in happened)
        {
            Become(one);
        }

        Tell();
    }

    /// <summary>Leaves out what tells of somebody; the store has forgotten it already.</summary>
    public void Forget(SessionPerson person)
    {
        lock (_gate)
        {
            (_session, _names) = (_session.Without(person), _names.Remove(person));
        }

        Tell();
    }

    /// <summary>Counts a learner as here until the result is disposed of.</summary>
    /// <exception cref="TooMuchAtOnceException">The learner has the page open too often.</exception>
    public IDisposable Enter(SessionPerson person)
    {
        if (_here.GetValueOrDefault(person) >= MostPages)
        {
            throw new TooMuchAtOnceException();
        }

        Count(person, 1);
        return new Leaving(() => Count(person, -1));
    }

    /// <summary>The session at once, after each change, and now and then unchanged, so that a line is not taken for dead.</summary>
    public async IAsyncEnumerable<Session> WatchAsync(TimeSpan longestSilence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        ImmutableInterlocked.Update(ref _watchers, watchers => watchers.Add(changes));
        try
        {
            Task<bool>? next = null;
            do
            {
                while (changes.Reader.TryRead(out _))
                {
                }

                yield return _session;
                next = next is { IsCompleted: false } ? next : changes.Reader.WaitToReadAsync(cancellationToken).AsTask();
            }
            while (await IsWatchedAsync(next, longestSilence, cancellationToken));
        }
        finally
        {
            ImmutableInterlocked.Update(ref _watchers, watchers => watchers.Remove(changes));
        }
    }

    /// <summary>Waits for the next change, or for as long as nothing need be said.</summary>
    /// <returns>False where nobody watches any more.</returns>
    private async Task<bool> IsWatchedAsync(Task next, TimeSpan longestSilence, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(longestSilence, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private IEnumerable<SessionEvent> Joining(SessionPerson person, string name, DateTimeOffset at) =>
        _session.People.ContainsKey(person) ? [] : [new PersonJoined(at, person, NameFor(person, name))];

    private SessionNotes Notes(params SessionEvent[] happened) => new(this, happened, [.. happened.Select(one => new SessionNote(_session.Code, Entry(one)))]);

    private SessionEntry Entry(SessionEvent happened) => new(Whose(happened), SessionJson.Write(happened), happened is StateChanged { State: SessionState.Closed });

    private void Become(SessionEvent happened)
    {
        lock (_gate)
        {
            _session = _session.After(happened);
        }
    }

    private SessionPerson? Whose(SessionEvent happened) => happened switch
    {
        PersonJoined joined => joined.Person,
        QuizAnswered answered => answered.Person,
        QuestionAsked asked => asked.Person,
        QuestionMarked marked => _session.Find(marked.Number)?.Person,
        EducatorAnswered answered => _session.Find(answered.Number)?.Person,
        StepReleased released => _session.Find(released.Number)?.Person,
        _ => null,
    };

    private void Count(SessionPerson person, int change)
    {
        lock (_gate)
        {
            var count = _here.GetValueOrDefault(person) + change;
            _here = count > 0 ? _here.SetItem(person, count) : _here.Remove(person);
        }

        Tell();
    }

    private void Tell()
    {
        foreach (var watcher in _watchers)
        {
            watcher.Writer.TryWrite(true);
        }
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        private int _isGone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGone, 1) is 0)
            {
                leave();
            }
        }
    }
}
