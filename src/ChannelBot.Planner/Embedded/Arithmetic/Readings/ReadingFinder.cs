using System.Numerics;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>Told each reading that is found; the numbers are only its to look at.</summary>
internal delegate void Found(Formula formula, ReadOnlySpan<Slot> slots, double value);

/// <summary>Makes the readings of a request that leave out no more than one of its numbers.</summary>
internal sealed class ReadingFinder
{
    /// <summary>So many numbers that do not stand in the request a reading may have.</summary>
    private const int MostUnsaid = 2;

    private const int MostLeftOut = 1;

    private readonly Slot[] _percents, _times, _factors, _amounts, _alone;
    private readonly uint[] _bit;
    private readonly uint _said;

    public ReadingFinder(IReadOnlyList<Slot> slots)
    {
        _percents = [.. slots.Where(slot => slot.Measure is Measure.Percent)];
        _times = [.. slots.Where(slot => slot.Measure is Measure.Time)];
        _factors = [.. slots.Where(slot => slot.Measure is Measure.Factor)];
        _amounts = [.. slots.Where(slot => slot.Measure is Measure.Amount or Measure.Money || (slot.Measure is Measure.Time && !slot.IsSaid))];
        _alone = [.. _amounts.Where(slot => slot.Source is SlotSource.Rest or SlotSource.Base)];

        // Each number of the request has a bit, one for all the places where it stands; the few that there are beyond 31 share one.
        var first = new Dictionary<int, int>();
        foreach (var slot in slots.Where(slot => slot.IsSaid))
        {
            first.TryAdd(slot.At, slots.First(other => other.IsSaid && (other.At == slot.At || (other.Value.Equals(slot.Value) && other.Measure == slot.Measure))).At);
        }

        var places = first.Values.Distinct().ToList();
        _bit = [.. slots.Select(slot => slot.IsSaid ? 1u << Math.Min(places.IndexOf(first[slot.At]), 31) : 0)];
        _said = _bit.Aggregate(0u, (all, bit) => all | bit);
    }

    public void Find(IEnumerable<Formula> formulas, Found found)
    {
        foreach (var formula in formulas)
        {
            if (formula.Places.Count + MostLeftOut >= BitOperations.PopCount(_said))
            {
                Fill(formula, new Slot[formula.Places.Count], 0, 0, 0, found);
            }
        }
    }

    private void Fill(Formula formula, Slot[] chosen, int place, int unsaid, uint said, Found found)
    {
        var left = chosen.Length - place;
        if (BitOperations.PopCount(_said & ~said) > left + MostLeftOut)
        {
            return;
        }

        if (left == 0)
        {
            if (formula.Value(chosen) is var value && double.IsFinite(value) && (formula.Function is not "subtract" || value >= 0) && !IsUndone(formula, chosen))
            {
                found(formula, chosen, value);
            }

            return;
        }

        var mayBeUnsaid = unsaid < (left > 1 || place > unsaid || chosen.Length < 3 ? MostUnsaid : 1);
        foreach (var slot in For(formula, place))
        {
            if ((slot.IsSaid || mayBeUnsaid) && !IsTaken(chosen, place, slot))
            {
                chosen[place] = slot;
                Fill(formula, chosen, place + 1, unsaid + (slot.IsSaid ? 0 : 1), said | _bit[slot.Index], found);
            }
        }
    }

    private Slot[] For(Formula formula, int place) => formula.Function is null ? _alone : formula.Places[place] switch
    {
        "p" or "q" or "r" => _percents,
        "t" or "u" => _times,
        "f" or "g" => _factors,
        _ => _amounts,
    };

    /// <summary>A change is taken back and made again: nothing is worked out.</summary>
    private static bool IsUndone(Formula formula, Slot[] chosen)
    {
        if (!formula.TakesBack)
        {
            return false;
        }

        var changes = chosen.Where(slot => slot.Measure is Measure.Percent).Select(slot => slot.Value).ToArray();
        return changes.Length > changes.Distinct().Count();
    }

    private static bool IsTaken(Slot[] chosen, int count, Slot slot)
    {
        for (var i = 0; i < count; i++)
        {
            if (ReferenceEquals(chosen[i], slot) || (slot.At >= 0 && chosen[i].At == slot.At)
                || (!(slot.IsSaid && chosen[i].IsSaid) && slot.Term.Reference is { } reference && chosen[i].Term.Reference == reference))
            {
                return true;
            }
        }

        return false;
    }
}
