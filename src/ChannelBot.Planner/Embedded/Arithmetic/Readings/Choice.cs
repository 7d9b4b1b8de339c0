namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>All readings of a request, and how well each goes with its words.</summary>
internal sealed class Choice
{
    /// <summary>So many formulas are filled with numbers: those that go best with the words.</summary>
    private const int MostFormulas = 60;

    /// <summary>So many readings are looked at closely: those that are likeliest by their words and numbers one by one.</summary>
    private const int MostWeighed = 100;

    private const int MostPlaces = 4;

    private const WordClass Signs = WordClass.Share | WordClass.Part | WordClass.Percent | WordClass.Points | WordClass.Ratio | WordClass.Times | WordClass.More | WordClass.Less
        | WordClass.Short | WordClass.Gap | WordClass.Add | WordClass.Subtract | WordClass.Left | WordClass.Multiply | WordClass.Divide | WordClass.Average | WordClass.Per
        | WordClass.Each | WordClass.Rate | WordClass.Double | WordClass.Triple | WordClass.Quadruple | WordClass.Halve | WordClass.Half | WordClass.Third | WordClass.Quarter
        | WordClass.Tenth | WordClass.Fifth | WordClass.Before | WordClass.Calculate | WordClass.Round | WordClass.Compare | WordClass.Operator;

    private readonly ReadingFeatures _features;
    private readonly IReadOnlyList<Slot> _slots;
    private readonly string _pattern;

    /// <param name="byPatterns">What the patterns make of the request; null for nothing.</param>
    /// <param name="named">Told each feature's text; null where nobody wants them.</param>
    public Choice(RequestContext context, CalculationAnswerer.Understood? byPatterns, Action<ulong, string>? named = null)
    {
        var symbols = new RequestSymbols(context);
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
    public IReadOnlyList<Reading> Found => field ??= new ReadingFinder(_slots, Formula.All).Find();

    /// <summary>What the patterns make of it; null where they find nothing to work out.</summary>
    public double? PatternValue { get; }

    /// <summary>A quick look: false where nothing speaks of a calculation.</summary>
    public static bool MayBe(Question question) =>
        question.Numbers.Count > 0 || question.Conversation.Turns is [.., { Answer.Working.Count: > 0 }] || Array.Exists(question.Tokens, token => (WordClasses.Of(token.Lower) & Signs) != 0);

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
        var ofPattern = PatternValue is { } value && results.TryGetValue(double.Round(Math.Abs(value), 6), out var found) ? found.Sum : 0;
        var best = results.Count == 0 ? default : results.Values.MaxBy(result => result.Sum);
        return best.Sum > ofNone ? (best.Best, best.Sum, ofPattern) : (null, ofNone, ofPattern);
    }

    /// <summary>The likeliest readings by their formula and by each of their numbers.</summary>
    private List<(Reading Reading, double Score)> Scored(ReadingWeights weights)
    {
        var ofFormula = ScoresOfFormulas(weights);
        var ofSlot = new double?[_slots.Count];
        var ofRole = new double?[Formula.RoleCount * _slots.Count];
        var ofPlace = new double?[Formula.All.Count * MostPlaces * _slots.Count];
        var likely = Formula.All.OrderByDescending(formula => ofFormula[formula.Index]).Take(MostFormulas).ToArray();
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
                score += ofPlace[(((formula.Index * MostPlaces) + place) * _slots.Count) + slot.Index] ??= weights.Sum(_features.OfPlace(formula, place, slot));
            }

            scored.Add((reading, score));
        }

        scored.Sort((one, other) => other.Score.CompareTo(one.Score));
        scored.RemoveRange(Math.Min(MostWeighed, scored.Count), Math.Max(0, scored.Count - MostWeighed));
        return scored;
    }

    private double[] ScoresOfFormulas(ReadingWeights weights)
    {
        var all = Formula.All;
        var ofName = new double?[Formula.NameCount];
        var scores = new double[all.Count];
        foreach (var formula in all)
        {
            for (var i = 0; i < formula.Names.Count; i++)
            {
                scores[formula.Index] += ofName[formula.NameIds[i]] ??= weights.Sum(_features.OfName(formula.Names[i]));
            }
        }

        return scores;
    }
}
