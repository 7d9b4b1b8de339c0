using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner;
using ChannelBot.Planner.Embedded;
using ChannelBot.Planner.Embedded.Arithmetic;
using ChannelBot.Planner.Embedded.Arithmetic.Readings;
using ChannelBot.Planner.Embedded.Reading;

namespace Readings;

/// <summary>A reading as features by number.</summary>
internal sealed record Candidate(string Formula, int[] Groups, int[] Own, bool IsRight, double Value, string Text);

/// <summary>A request with all of its readings; the first is that nothing is to be worked out.</summary>
internal sealed record Example(Line Line, List<int[]> Groups, List<Candidate> Candidates, double? Pattern);

/// <summary>Reads question files and makes examples of them, each question in its conversation.</summary>
internal sealed class Examples
{
    private readonly Dictionary<ulong, string> _texts = [];
    private readonly Dictionary<(ulong Feature, string Subject), int> _numbers = [];
    private Calculation? _right;

    /// <summary>The texts of the features, by number, each with the subject that it speaks of: empty for a whole reading.</summary>
    public List<(string Text, string Subject)> Names { get; } = [];

    public List<Example> All { get; } = [];

    public async Task AddAsync(KnowledgeFile knowledge, IEnumerable<Line> lines)
    {
        var planner = QuestionPlanner.Embedded(knowledge);
        var told = new ToldAnswerer();
        var tutor = QuestionPlanner.Of(knowledge, answerers: [told]);
        var reader = new MessageReader(knowledge);
        var patterns = new CalculationAnswerer();
        foreach (var group in lines.GroupBy(line => line.Group))
        {
            var state = ConversationState.Empty;
            foreach (var line in group)
            {
                var message = reader.Read(line.Question, state);
                _right = null;
                foreach (var ask in message.Asks.Count == 1 ? [message.Whole] : message.Asks)
                {
                    if (!line.IsSpare && Of(line, ask with { Conversation = state }, patterns, message.Asks.Count > 1) is { } example)
                    {
                        All.Add(example);
                    }
                }

                // What was answered rightly before is what a follow-up leans on.
                told.Right = _right;
                state = (await (_right is null ? planner : tutor).AskEmbeddedAsync(line.Question, state)).State;
            }
        }
    }

    private Example? Of(Line line, Question question, CalculationAnswerer patterns, bool isOneOfSeveral)
    {
        if (!ReadingRequests.MayBe(question))
        {
            return null;
        }

        var understood = patterns.ByPatterns(question);
        var context = patterns.ContextOf(question);
        if (context.Words.Count == 0)
        {
            return null;
        }

        var choice = new Choice(context, new RequestSymbols(context), understood, (hash, text) => _texts.TryAdd(hash, text));
        var features = choice.Features;
        var groups = new List<int[]>();
        var keys = new Dictionary<(string Subject, int Slot), int>();
        var ofRequest = Made(features.AddOfRequest);
        var candidates = new List<Candidate> { new("none", [Group(Formulas.None, -1, () => ofRequest), Group("", -1, () => Made(choice.AddOfNone))], [], line.Values.Length == 0, double.NaN, "none") };
        var found = new List<Reading>();
        new ReadingFinder(choice.Slots).Find(Formulas.English.All, (formula, slots, value, _) => found.Add(new Reading(formula, slots.ToArray(), value)));
        foreach (var reading in found)
        {
            var of = new List<int> { Group("", -2, () => [choice.OfSome()]) };
            of.AddRange(reading.Formula.Names.Select(name => Group(name, -1, () => ofRequest)));
            for (var i = 0; i < reading.Slots.Length; i++)
            {
                var slot = reading.Slots[i];
                of.Add(Group("", slot.Index, () => Made(list => features.AddOfSlot(list, slot))));
                of.Add(Group(reading.Formula.Roles[i], slot.Index, () => Made(list => features.AddOfRole(list, slot))));
                of.Add(Group(reading.Formula.PlaceNames[i], slot.Index, () => Made(list => features.AddOfPlace(list, slot))));
            }

            candidates.Add(new Candidate(reading.Formula.Text, [.. of], Numbers(Made(list => choice.AddOfAll(list, reading)), ""), Array.Exists(line.Values, value => IsNear(value, reading.Value, line.Tolerance)), reading.Value,
                $"{reading.Formula.Text} {string.Join(" ; ", reading.Slots.Select(slot => $"{slot.Source} {slot.Value}"))}"));
        }

        if (isOneOfSeveral && line.Values.Length > 0 && !candidates.Exists(candidate => candidate.IsRight))
        {
            return null;
        }

        _right ??= found.Where((_, at) => candidates[at + 1].IsRight).OrderBy(reading => reading.Slots.Length).FirstOrDefault() is { } right ? ReadingText.Of(context, right) : null;
        return new Example(line, groups, candidates, choice.PatternValue);

        int Group(string subject, int slot, Func<List<ulong>> make)
        {
            if (!keys.TryGetValue((subject, slot), out var at))
            {
                keys[(subject, slot)] = at = groups.Count;
                groups.Add(Numbers(make(), subject));
            }

            return at;
        }
    }

    private static List<ulong> Made(Action<List<ulong>> add)
    {
        var features = new List<ulong>();
        add(features);
        return features;
    }

    private static bool IsNear(double wanted, double value, double tolerance) => Math.Abs(wanted - value) <= Math.Max(1e-9, Math.Abs(wanted) * tolerance);

    private int[] Numbers(List<ulong> features, string subject) => [.. features.Select(feature => Number(feature, subject))];

    private int Number(ulong feature, string subject)
    {
        if (!_numbers.TryGetValue((feature, subject), out var number))
        {
            _numbers[(feature, subject)] = number = Names.Count;
            Names.Add((_texts[feature], subject));
        }

        return number;
    }

    /// <summary>How many requests have each feature.</summary>
    public int[] Counts()
    {
        var counts = new int[Names.Count];
        foreach (var example in All)
        {
            foreach (var feature in example.Groups.SelectMany(group => group).Concat(example.Candidates.SelectMany(candidate => candidate.Own)).Where(feature => feature >= 0).Distinct())
            {
                counts[feature]++;
            }
        }

        return counts;
    }

    /// <summary>Leaves out features that hardly any request has.</summary>
    public void DropRare(int least)
    {
        var counts = Counts();
        foreach (var features in All.SelectMany(example => example.Groups.Concat(example.Candidates.Select(candidate => candidate.Own))))
        {
            for (var i = 0; i < features.Length; i++)
            {
                features[i] = counts[features[i]] >= least ? features[i] : -1;
            }
        }
    }
}

/// <summary>Answers with a calculation that it is told.</summary>
internal sealed class ToldAnswerer : IAnswerer
{
    private bool _isTold;

    public Calculation? Right
    {
        get;
        set => (field, _isTold) = (value, false);
    }

    public bool ReadsAround => true;

    /// <summary>Once: of a message with several requests, it belongs to one.</summary>
    public Step? Propose(Question question)
    {
        if (Right is null || _isTold)
        {
            return Right is null ? null : new Finish(new Draft(Outcome.NotInArticle, "Said before.", [], [], []));
        }

        _isTold = true;
        return Evaluation.Plan(Right, undefined => new Draft(Outcome.Declined, undefined.Message, [], [], []));
    }
}
