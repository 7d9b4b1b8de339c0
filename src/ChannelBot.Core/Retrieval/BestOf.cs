namespace ChannelBot.Core.Retrieval;

/// <summary>Keeps the best few of many documents.</summary>
internal sealed class BestOf(int most)
{
    private readonly PriorityQueue<int, (float Score, int Later)> _worstFirst = new();
    private float _worst = most > 0 ? float.NegativeInfinity : float.PositiveInfinity;

    public void Offer(int document, float score)
    {
        if (score < _worst)
        {
            return;
        }

        if (_worstFirst.Count < most)
        {
            _worstFirst.Enqueue(document, (score, -document));
        }
        else if (most > 0)
        {
            _worstFirst.EnqueueDequeue(document, (score, -document));
        }

        if (_worstFirst.Count == most && _worstFirst.TryPeek(out _, out var worst))
        {
            _worst = worst.Score;
        }
    }

    /// <summary>The best first, equal ones in their order.</summary>
    public ScoredDocument[] InOrder()
    {
        var best = new ScoredDocument[_worstFirst.Count];
        for (var i = best.Length - 1; i >= 0; i--)
        {
            _worstFirst.TryDequeue(out var document, out var priority);
            best[i] = new ScoredDocument(document, priority.Score);
        }

        return best;
    }
}
