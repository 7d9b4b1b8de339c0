namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>All readings of a request, and how well each goes with its words.</summary>
internal sealed class Choice
{
    /// <summary>So many formulas are filled with numbers: those that go best with the words.</summary>
    private const int MostFormulas = 60;

    /// <summary>So many readings are looked at closely: those that are likeliest by their words and numbers one by one.</summary>
    private const int MostWeighed = 100;

    private readonly ReadingFeatures _features;
    private readonly IReadOnlyList<Slot> _slots;
    private readonly string _pattern;

    /// <param name="byPatterns">What the patterns make of the request; null for nothing.</param>
    /// <param name="named">Told each feature's text; null where nobody wants them.</param>
    public Choice(RequestContext context, RequestSymbols symbols, Understood? byPatterns, Action<ulong, string>? named = null)
    {
        _slots = new SlotFinder(context, symbols.Goal).Find();
        _features = new ReadingFeatures(context, symbols, _slots, named);
        PatternValue = byPatterns?.Calculation is { Terms: [.., var last] } ? TermValue.Of(last) : null;
        _pattern = byPatterns switch
        {
            null => "silent",
            { Missing: not null } => "missing",
            { Calculation.Terms.Count: 0 } => "said",
            _ => "found",
        };
    }

    /// <summary>Every reading of the request.</summary>
    public IReadOnlyList<Reading> Found => field ??= new ReadingFinder(_slots, Formulas.English.All).Find();

    /// <summary>What the patterns make of it; null where they find nothing to work out.</summary>
    public double? PatternValue { get; }

    public List<ulong> OfNone() => [.. _features.OfName("none"), .. _features.OfNone(), _features.OfPattern("none", _pattern)];

    public List<ulong> OfName(string name) => _features.OfName(name);

    public List<ulong> OfSome() => [_features.OfPattern("some", _pattern)];

    public List<ulong> OfSlot(Slot slot) => _features.OfSlot(slot);

    public List<ulong> OfRole(string role, Slot slot) => _features.OfRole(role, slot);

    public List<ulong> OfPlace(Formula formula, int place, Slot slot) => _features.OfPlace(formula, place, slot);

    public List<ulong> OfAll(Reading reading)
    {
        var features = _features.OfAll(reading.Formula, reading.Slots, reading.Value);
        if (PatternValue is { } value)
        {
            var isSame = Math.Abs(Math.Abs(value) - Math.Abs(reading.Value)) <= Math.Abs(value) * 1e-9;
            features.Add(_features.OfPattern(isSame ? "same" : "other"));
            features.Add(_features.OfPattern(reading.Formula.Text, isSame ? "same" : "other"));
        }

        return features;
    }

    /// <summary>The likeliest result: readings that come to one number count together.</summary>
    /// <returns>The reading, null where it is likelier that nothing is to be worked out; how likely it is, and how likely what the patterns found is.</returns>
    public (Reading? Reading, double Likelihood, double OfPattern) Best(ReadingWeights weights)
    {
        var none = weights.Sum(OfNone()) - weights.Sum(OfSome());
        var scored = Scored(weights);
        var most = none;
        for (var i = 0; i < scored.Count; i++)
        {
            scored[i] = (scored[i].Reading, scored[i].Score + weights.Sum(OfAll(scored[i].Reading)));
            most = Math.Max(most, scored[i].Score);
        }

        var total = Math.Exp(none - most) + scored.Sum(one => Math.Exp(one.Score - most));
        var results = new Dictionary<double, (Reading Best, double Score, double Sum)>();
        foreach (var (reading, score) in scored)
        {
            var share = Math.Exp(score - most) / total;
            var key = double.Round(reading.Value, 6);
            results[key] = !results.TryGetValue(key, out var same) ? (reading, score, share)
                : (score > same.Score ? reading : same.Best, Math.Max(score, same.Score), same.Sum + share);
        }

        var ofNone = Math.Exp(none - most) / total;

        // How much less the one is than the other is how much more the other is.
        var ofPattern = PatternValue is { } value ? results.Where(result => Math.Abs(result.Key) == double.Round(Math.Abs(value), 6)).Sum(result => result.Value.Sum) : 0;
        var best = results.Count == 0 ? default : results.Values.MaxBy(result => result.Sum);
        return best.Sum > ofNone ? (best.Best, best.Sum, ofPattern) : (null, ofNone, ofPattern);
    }

    /// <summary>The likeliest readings by their formula and by each of their numbers.</summary>
    private List<(Reading Reading, double Score)> Scored(ReadingWeights weights)
    {
        var formulas = Formulas.English;
        var ofFormula = ScoresOfFormulas(formulas, weights);
        var ofSlot = new double?[_slots.Count];
        var ofRole = new double?[formulas.RoleCount * _slots.Count];
        var ofPlace = new double?[formulas.All.Count * formulas.MostPlaces * _slots.Count];
        var likely = formulas.All.OrderByDescending(formula => ofFormula[formula.Index]).Take(MostFormulas).ToArray();
        var scored = new List<(Reading Reading, double Score)>();
        foreach (var reading in new ReadingFinder(_slots, likely).Find())
        {
            var formula = reading.Formula;
            var score = ofFormula[formula.Index];
            for (var place = 0; place < reading.Slots.Length; place++)
            {
                var slot = reading.Slots[place];
                score += ofSlot[slot.Index] ??= weights.Sum(_features.OfSlot(slot));
                score += ofRole[(formula.RoleIds[place] * _slots.Count) + slot.Index] ??= weights.Sum(_features.OfRole(formula.Roles[place], slot));
                score += ofPlace[(((formula.Index * formulas.MostPlaces) + place) * _slots.Count) + slot.Index] ??= weights.Sum(_features.OfPlace(formula, place, slot));
            }

            scored.Add((reading, score));
        }

        scored.Sort((one, other) => other.Score.CompareTo(one.Score));
        scored.RemoveRange(Math.Min(MostWeighed, scored.Count), Math.Max(0, scored.Count - MostWeighed));
        return scored;
    }

    private double[] ScoresOfFormulas(Formulas formulas, ReadingWeights weights)
    {
        var ofName = new double?[formulas.NameCount];
        var scores = new double[formulas.All.Count];
        foreach (var formula in formulas.All)
        {
            for (var i = 0; i < formula.Names.Count; i++)
            {
                scores[formula.Index] += ofName[formula.NameIds[i]] ??= weights.Sum(_features.OfName(formula.Names[i]));
            }
        }

        return scores;
    }
}
