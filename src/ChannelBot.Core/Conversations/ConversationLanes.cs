namespace ChannelBot.Core.Conversations;

/// <summary>One lane a conversation: who enters it waits until all who came before have left.</summary>
internal sealed class ConversationLanes(int mostWaiting)
{
    /// <summary>How many conversations at rest keep their snapshot in memory: some tens of megabytes at most.</summary>
    private const int MostAtRest = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, Lane> _lanes = [];

    /// <summary>Lanes that nobody is in, the one longest at rest first.</summary>
    private readonly LinkedList<Lane> _atRest = [];
    private int _length;

    public int Length => Volatile.Read(ref _length);

    /// <exception cref="ConversationBusyException">Too many wait.</exception>
    public ValueTask<Place> EnterAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        TaskCompletionSource<Place> turn;
        lock (_gate)
        {
            if (!_lanes.TryGetValue(conversation, out var lane))
            {
                _lanes.Add(conversation, lane = new Lane(conversation));
            }

            if (!lane.IsTaken)
            {
                lane.IsTaken = true;
                _length++;
                if (lane.Rest.List is not null)
                {
                    _atRest.Remove(lane.Rest);
                }

                return ValueTask.FromResult(new Place(this, lane));
            }

            if (lane.Waiting.Count >= mostWaiting)
            {
                throw new ConversationBusyException(conversation, lane.Waiting.Count);
            }

            _length++;
            lane.Waiting.Enqueue(turn = new TaskCompletionSource<Place>(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        return WaitAsync(turn, cancellationToken);
    }

    /// <summary>Drops what is remembered of a conversation that is no more.</summary>
    public void Forget(ConversationKey conversation)
    {
        lock (_gate)
        {
            if (_lanes.TryGetValue(conversation, out var lane))
            {
                lane.AtHand = null;
            }
        }
    }

    private static async ValueTask<Place> WaitAsync(TaskCompletionSource<Place> turn, CancellationToken cancellationToken)
    {
        // Who gives up keeps the place in the queue until it is reached, and is then passed over.
        await using var _ = cancellationToken.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource<Place>)state!).TrySetCanceled(token), turn);
        return await turn.Task;
    }

    private void Leave(Lane lane)
    {
        lock (_gate)
        {
            _length--;
            while (lane.Waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult(new Place(this, lane)))
                {
                    return;
                }

                _length--;
            }

            lane.IsTaken = false;
            if (lane.AtHand is null)
            {
                _lanes.Remove(lane.Conversation);
                return;
            }

            _atRest.AddLast(lane.Rest);
            if (_atRest.Count > MostAtRest && _atRest.First is { } longest)
            {
                _atRest.Remove(longest);
                _lanes.Remove(longest.Value.Conversation);
            }
        }
    }

    /// <summary>The right to work in a conversation, until it is disposed of.</summary>
    public sealed class Place : IDisposable
    {
        private readonly ConversationLanes _lanes;
        private readonly Lane _lane;

        internal Place(ConversationLanes lanes, Lane lane)
        {
            _lanes = lanes;
            _lane = lane;
        }

        /// <summary>What the next turn starts from; null where it must be loaded.</summary>
        public ConversationAtHand? AtHand
        {
            get => _lane.AtHand;
            set => _lane.AtHand = value;
        }

        public void Dispose() => _lanes.Leave(_lane);
    }

    internal sealed class Lane
    {
        public Lane(ConversationKey conversation)
        {
            Conversation = conversation;
            Rest = new LinkedListNode<Lane>(this);
        }

        public ConversationKey Conversation { get; }

        /// <summary>The lane's node in the list of those at rest, so that no node is made each time.</summary>
        public LinkedListNode<Lane> Rest { get; }

        public Queue<TaskCompletionSource<Place>> Waiting { get; } = new();

        public bool IsTaken { get; set; }

        public ConversationAtHand? AtHand { get; set; }
    }
}
