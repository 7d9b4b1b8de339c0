using System.Buffers;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>The likeliest readings of a request by their formula and by each of their numbers, to be looked at closely.</summary>
internal sealed class Shortlist : IDisposable
{
    private const int Most = 100;

    /// <summary>More than sums of the same weights in another order differ by.</summary>
    private const double Rounding = 1e-6;

    private readonly PriorityQueue<Reading, double> _readings = new(Most + 1);
    private readonly int _width = Formulas.English.SubjectCount;
    private readonly float[] _ofFormulas, _ofSlots, _alone;
    private readonly double _sought;
    private double _least = double.NegativeInfinity;

    /// <param name="ofNames">What the words of the request say of each subject (<see cref="Formulas.SubjectCount"/>).</param>
    /// <param name="sought">A value of which it matters whether any reading comes to it; NaN for none.</param>
    public Shortlist(ReadingWeights weights, ReadingFeatures features, Slot[] slots, float[] ofNames, double sought)
    {
        _sought = Math.Abs(sought);
        _ofFormulas = [.. Formulas.English.All.Select(formula => SumOf(formula.NameIds, ofNames))];
        _ofSlots = ArrayPool<float>.Shared.Rent(_width * slots.Length);
        Array.Clear(_ofSlots, 0, _width * slots.Length);
        _alone = new float[slots.Length];
        var found = new List<ulong>(64);
        foreach (var slot in slots)
        {
            found.Clear();
            features.AddOfSlot(found, slot);
            _alone[slot.Index] = weights.Sum(found);
            found.Clear();
            features.AddOfRole(found, slot);
            features.AddOfPlace(found, slot);
            weights.Add(found, _ofSlots.AsSpan(slot.Index * _width, _width));
        }
    }

    /// <summary>A reading comes to the value that is sought.</summary>
    public bool HasSought { get; private set; }

    /// <summary>The likeliest first.</summary>
    public List<(Reading Reading, double Score)> Readings => [.. _readings.UnorderedItems.OrderByDescending(item => item.Priority)];

    /// <summary>How much the words speak for a formula.</summary>
    public float Of(Formula formula) => _ofFormulas[formula.Index];

    /// <summary>How much speaks for a number in a formula's place.</summary>
    public float Of(Formula formula, int place, Slot slot)
    {
        var at = slot.Index * _width;
        return _alone[slot.Index] + _ofSlots[at + formula.RoleIds[place]] + _ofSlots[at + formula.PlaceIds[place]];
    }

    /// <summary>False where no reading of this score can be of any use.</summary>
    public bool MayTake(double score) => score + Rounding >= _least || !(HasSought || double.IsNaN(_sought));

    public void Add(Formula formula, ReadOnlySpan<Slot> slots, double value, double score)
    {
        HasSought |= Math.Abs(Math.Abs(value) - _sought) <= _sought * 1e-9;
        if (_readings.Count < Most)
        {
            _readings.Enqueue(new Reading(formula, slots.ToArray(), value), score);
        }
        else if (score > _least)
        {
            _readings.EnqueueDequeue(new Reading(formula, slots.ToArray(), value), score);
        }
        else
        {
            return;
        }

        _least = _readings.Count == Most && _readings.TryPeek(out _, out var least) ? least : double.NegativeInfinity;
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_ofSlots);

    private static float SumOf(int[] ids, float[] weights)
    {
        double sum = 0;
        foreach (var id in ids)
        {
            sum += weights[id];
        }

        return (float)sum;
    }
}
