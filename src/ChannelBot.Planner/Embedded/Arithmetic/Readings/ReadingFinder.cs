using System.Numerics;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>Told each reading that is found; the numbers are only its to look at.</summary>
/// <param name="score">How much speaks for formula and numbers one by one; 0 where nobody weighs them.</param>
internal delegate void Found(Formula formula, ReadOnlySpan<Slot> slots, double value, double score);

/// <summary>Makes the readings of a request that leave out no more than one of its numbers.</summary>
internal sealed class ReadingFinder
{
    /// <summary>So many numbers that do not stand in the request a reading may have.</summary>
    private const int MostUnsaid = 2;

    private const int MostLeftOut = 1;

    private readonly Slot[] _percents, _times, _factors, _amounts, _alone;
    private readonly bool[] _excludes;
    private readonly uint[] _bit;
    private readonly uint _said;

    public ReadingFinder(Slot[] slots)
    {
        _excludes = ExclusionsOf(slots);
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

    /// <param name="weighed">Says how much speaks for what, so that readings which it cannot take are not looked for; null for all.</param>
    public void Find(IEnumerable<Formula> formulas, Found found, Shortlist? weighed = null)
    {
        var (chosen, most) = (new Slot[Formulas.English.MostPlaces], new double[Formulas.English.MostPlaces + 1]);
        foreach (var formula in formulas)
        {
            var places = formula.Places.Length;
            if (places + MostLeftOut >= BitOperations.PopCount(_said))
            {
                SetMost(most, formula, weighed);
                Fill(new Search(formula, chosen.AsSpan(0, places), most, weighed, found), 0, 0, 0, weighed?.Of(formula) ?? 0);
            }
        }
    }

    /// <summary>The most that can speak for the numbers in a formula's places from each place on.</summary>
    private void SetMost(double[] most, Formula formula, Shortlist? weighed)
    {
        most[formula.Places.Length] = 0;
        for (var place = formula.Places.Length - 1; place >= 0 && weighed is not null; place--)
        {
            var best = float.NegativeInfinity;
            foreach (var slot in For(formula, place))
            {
                best = Math.Max(best, weighed.Of(formula, place, slot));
            }

            most[place] = most[place + 1] + best;
        }
    }

    private void Fill(in Search search, int place, int unsaid, uint said, double score)
    {
        var (formula, weighed) = (search.Formula, search.Weighed);
        var chosen = search.Chosen;
        var left = chosen.Length - place;
        if (BitOperations.PopCount(_said & ~said) > left + MostLeftOut || weighed?.MayTake(score + search.Most[place]) is false)
        {
            return;
        }

        if (left == 0)
        {
            if (formula.Value(chosen) is var value && double.IsFinite(value) && (formula.Function is not "subtract" || value >= 0) && !IsUndone(formula, chosen))
            {
                search.Found(formula, chosen, value, score);
            }

            return;
        }

        var mayBeUnsaid = unsaid < (left > 1 || place > unsaid || chosen.Length < 3 ? MostUnsaid : 1);
        foreach (var slot in For(formula, place))
        {
            if ((slot.IsSaid || mayBeUnsaid) && !IsTaken(chosen, place, slot))
            {
                chosen[place] = slot;
                Fill(search, place + 1, unsaid + (slot.IsSaid ? 0 : 1), said | _bit[slot.Index], score + (weighed?.Of(formula, place, slot) ?? 0));
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
    private static bool IsUndone(Formula formula, ReadOnlySpan<Slot> chosen)
    {
        if (!formula.TakesBack)
        {
            return false;
        }

        var changes = chosen.ToArray().Where(slot => slot.Measure is Measure.Percent).Select(slot => slot.Value).ToArray();
        return changes.Length > changes.Distinct().Count();
    }

    private bool IsTaken(ReadOnlySpan<Slot> chosen, int count, Slot slot)
    {
        for (var i = 0; i < count; i++)
        {
            if (_excludes[(slot.Index * _bit.Length) + chosen[i].Index])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>For each two numbers whether they are one: taken twice, one word, or one figure that is not said twice.</summary>
    private static bool[] ExclusionsOf(Slot[] slots)
    {
        var references = Array.ConvertAll(slots, slot => slot.Term.Reference);
        var excludes = new bool[slots.Length * slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var (one, other) = (slots[i], slots[j]);
                excludes[(i * slots.Length) + j] = excludes[(j * slots.Length) + i] = i == j || (one.At >= 0 && one.At == other.At)
                    || (!(one.IsSaid && other.IsSaid) && references[i] is { } reference && reference == references[j]);
            }
        }

        return excludes;
    }

    private readonly ref struct Search(Formula formula, Span<Slot> chosen, double[] most, Shortlist? weighed, Found found)
    {
        public readonly Formula Formula = formula;
        public readonly Span<Slot> Chosen = chosen;
        public readonly double[] Most = most;
        public readonly Shortlist? Weighed = weighed;
        public readonly Found Found = found;
    }
}
