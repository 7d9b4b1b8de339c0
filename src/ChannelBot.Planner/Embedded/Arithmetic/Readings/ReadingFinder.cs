namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>Makes the readings of a request that leave out no more than one of its numbers.</summary>
internal sealed class ReadingFinder(IReadOnlyList<Slot> slots, IReadOnlyList<Formula> formulas)
{
    /// <summary>So many numbers that do not stand in the request a reading may have.</summary>
    private const int MostUnsaid = 2;

    private const int MostLeftOut = 1;

    private readonly int[] _said = [.. slots.Where(slot => slot.IsSaid).Select(slot => slot.At).Distinct()];
    private readonly List<Reading> _readings = [];

    public IReadOnlyList<Reading> Find()
    {
        foreach (var formula in formulas)
        {
            if (formula.Places.Count + MostLeftOut >= _said.Length)
            {
                Fill(formula, new Slot[formula.Places.Count], 0, 0);
            }
        }

        return _readings;
    }

    private void Fill(Formula formula, Slot[] chosen, int place, int unsaid)
    {
        if (place == chosen.Length)
        {
            if (Array.FindAll(_said, at => !Array.Exists(chosen, slot => slot.At == at)).Length <= MostLeftOut && formula.Value(chosen) is var value && double.IsFinite(value) && (formula.Function is not "subtract" || value >= 0) && !IsUndone(formula, chosen))
            {
                _readings.Add(new Reading(formula, [.. chosen], value));
            }

            return;
        }

        if (_said.Length - (place - unsaid) - MostLeftOut > chosen.Length - place)
        {
            return;
        }

        foreach (var slot in slots)
        {
            if (Takes(formula.Places[place], slot) && (formula.Function is not null || slot.Source is SlotSource.Rest or SlotSource.Base) && (slot.IsSaid || unsaid < (chosen.Length - place > 1 || place > unsaid || chosen.Length < 3 ? MostUnsaid : 1)) && !IsTaken(chosen, place, slot))
            {
                chosen[place] = slot;
                Fill(formula, chosen, place + 1, unsaid + (slot.IsSaid ? 0 : 1));
            }
        }
    }

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
            if (ReferenceEquals(chosen[i], slot) || (slot.IsSaid && chosen[i].At == slot.At) || (slot.Term.Reference is { } reference && chosen[i].Term.Reference == reference))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Takes(string place, Slot slot) => place switch
    {
        "p" or "q" or "r" => slot.Measure is Measure.Percent,
        "t" or "u" => slot.Measure is Measure.Time,
        "f" or "g" => slot.Measure is Measure.Factor,
        _ => slot.Measure is Measure.Amount or Measure.Money || (slot.Measure is Measure.Time && !slot.IsSaid),
    };
}
