namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>All readings of a request, and how well each goes with its words.</summary>
internal sealed class Choice
{
    /// <summary>So many formulas are filled with numbers: those that go best with the words.</summary>
    private const int MostFormulas = 60;

    private static readonly Sign s_silent = new("silent"), s_missing = new("missing"), s_said = new("said"), s_found = new("found");

    private readonly Sign _pattern;
    private readonly double _sought;

    /// <param name="byPatterns">What the patterns make of the request; null for nothing.</param>
    /// <param name="named">Told each feature's text; null where nobody wants them.</param>
    public Choice(RequestContext context, RequestSymbols symbols, Understood? byPatterns, Action<ulong, string>? named = null)
    {
        IsFirst = context.Question.Conversation.Turns.Count == 0;
        Slots = new SlotFinder(context, symbols.Goal).Find();
        Features = new ReadingFeatures(context, symbols, Slots, named);
        PatternValue = byPatterns?.Calculation is { Terms: [.., var last] } ? TermValue.Of(last) : null;
        _sought = byPatterns is { IsLoose: true } ? PatternValue ?? double.NaN : double.NaN;
        _pattern = byPatterns switch
        {
            null => s_silent,
            { Missing: not null } => s_missing,
            { Calculation.Terms.Count: 0 } => s_said,
            _ => s_found,
        };
    }

    /// <summary>Nothing was asked before it.</summary>
    public bool IsFirst { get; }

    public Slot[] Slots { get; }

    public ReadingFeatures Features { get; }

    /// <summary>What the patterns make of it; null where they find nothing to work out.</summary>
    public double? PatternValue { get; }

    /// <summary>A reading comes to what the patterns find by loose words, so that its likelihood says something of theirs. Known after <see cref="Best"/>.</summary>
    public bool ReadsPattern { get; private set; }

    /// <summary>What speaks for nothing being asked to be worked out.</summary>
    public void AddOfNone(List<ulong> features)
    {
        Features.AddOfNone(features);
        features.Add(Features.OfPattern(Kinds.None, _pattern));
    }

    /// <summary>What speaks for something being asked to be worked out, whatever it is.</summary>
    public ulong OfSome() => Features.OfPattern(Kinds.Some, _pattern);

    /// <summary>What speaks for a reading as a whole.</summary>
    public void AddOfAll(List<ulong> features, Reading reading)
    {
        Features.AddOfAll(features, reading.Formula, reading.Slots, reading.Value);
        if (PatternValue is { } value)
        {
            var stands = Math.Abs(Math.Abs(value) - Math.Abs(reading.Value)) <= Math.Abs(value) * 1e-9 ? Kinds.Same : Kinds.Other;
            features.Add(Features.OfPattern(stands));
            features.Add(Features.OfPattern(reading.Formula.Sign, stands));
        }
    }

    /// <summary>The likeliest result: readings that come to one number count together.</summary>
    /// <returns>The reading, null where it is likelier that nothing is to be worked out; how likely it is, and how likely what the patterns found is.</returns>
    public (Reading? Reading, double Likelihood, double OfPattern) Best(ReadingWeights weights)
    {
        var features = new List<ulong>(64);
        var ofNames = new float[Formulas.English.SubjectCount];
        Features.AddOfRequest(features);
        weights.Add(features, ofNames);
        features.Clear();
        AddOfNone(features);
        double none = ofNames[0] + weights.Sum(features) - weights[OfSome()];
        var scored = Likeliest(weights, ofNames);
        var most = none;
        for (var i = 0; i < scored.Count; i++)
        {
            features.Clear();
            AddOfAll(features, scored[i].Reading);
            scored[i] = (scored[i].Reading, scored[i].Score + weights.Sum(features));
            most = Math.Max(most, scored[i].Score);
        }

        var total = Math.Exp(none - most) + scored.Sum(one => Math.Exp(one.Score - most));
        var results = new Dictionary<double, (Reading Best, double Score, double Sum)>(scored.Count);
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

    private List<(Reading Reading, double Score)> Likeliest(ReadingWeights weights, float[] ofNames)
    {
        using var shortlist = new Shortlist(weights, Features, Slots, ofNames, _sought);
        var likely = Formulas.English.All.OrderByDescending(shortlist.Of).Take(MostFormulas);
        new ReadingFinder(Slots).Find(likely, shortlist.Add, shortlist);
        ReadsPattern = shortlist.HasSought;
        return shortlist.Readings;
    }
}
