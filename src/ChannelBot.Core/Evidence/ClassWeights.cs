namespace ChannelBot.Core.Evidence;

/// <summary>A number for each of the few classes that a feature has to do with.</summary>
internal sealed class ClassWeights
{
    private int[] _classes = new int[2];
    private float[] _weights = new float[2];
    private int _count;

    /// <summary>Room that is not yet taken holds zeros.</summary>
    public float Sum => _weights.Sum();

    public void Add(int to, float change)
    {
        var at = Array.IndexOf(_classes, to, 0, _count);
        if (at < 0)
        {
            if (_count == _classes.Length)
            {
                Array.Resize(ref _classes, 2 * _count);
                Array.Resize(ref _weights, 2 * _count);
            }

            at = _count++;
            _classes[at] = to;
        }

        _weights[at] += change;
    }

    /// <summary>Adds every weight, times a share, to that of its class.</summary>
    public void AddTo(float[] all, float share)
    {
        var (classes, weights) = (_classes, _weights);
        for (var i = 0; i < _count; i++)
        {
            all[classes[i]] += weights[i] * share;
        }
    }

    public void Change(Func<float, float> change)
    {
        foreach (ref var weight in _weights.AsSpan(0, _count))
        {
            weight = change(weight);
        }
    }
}
