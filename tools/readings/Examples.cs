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
    private readonly Dictionary<ulong, int> _numbers = [];
    private Calculation? _right;

    /// <summary>The texts of the features, by number.</summary>
    public List<string> Names { get; } = [];

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

        var readings = new Choice(context, new RequestSymbols(context), understood, (hash, text) => Number(hash, text));
        var groups = new List<int[]>();
        var keys = new Dictionary<object, int>();
        var candidates = new List<Candidate> { new("none", [Group("nothing", () => readings.OfNone())], [], line.Values.Length == 0, double.NaN, "none") };
        foreach (var reading in readings.Found)
        {
            var of = new List<int> { Group("some", () => readings.OfSome()) };
            of.AddRange(reading.Formula.Names.Select(name => Group(name, () => readings.OfName(name))));
            for (var i = 0; i < reading.Slots.Length; i++)
            {
                var place = i;
                var slot = reading.Slots[i];
                of.Add(Group(slot.Index, () => readings.OfSlot(slot)));
                of.Add(Group((reading.Formula.RoleIds[i], slot.Index), () => readings.OfRole(reading.Formula.Roles[place], slot)));
                of.Add(Group((reading.Formula.Index, place, slot.Index), () => readings.OfPlace(reading.Formula, place, slot)));
            }

            candidates.Add(new Candidate(reading.Formula.Text, [.. of], Numbers(readings.OfAll(reading)), Array.Exists(line.Values, value => IsNear(value, reading.Value, line.Tolerance)), reading.Value,
                $"{reading.Formula.Text} {string.Join(" ; ", reading.Slots.Select(slot => $"{slot.Source} {slot.Value}"))}"));
        }

        if (isOneOfSeveral && line.Values.Length > 0 && !candidates.Exists(candidate => candidate.IsRight))
        {
            return null;
        }

        _right ??= readings.Found.Where((_, at) => candidates[at + 1].IsRight).OrderBy(reading => reading.Slots.Length).FirstOrDefault() is { } right ? ReadingText.Of(context, right) : null;
        return new Example(line, groups, candidates, readings.PatternValue);

        int Group(object key, Func<List<ulong>> make)
        {
            if (!keys.TryGetValue(key, out var at))
            {
                keys[key] = at = groups.Count;
                groups.Add(Numbers(make()));
            }

            return at;
        }
    }

    private static bool IsNear(double wanted, double value, double tolerance) => Math.Abs(wanted - value) <= Math.Max(1e-9, Math.Abs(wanted) * tolerance);

    private int[] Numbers(List<ulong> hashes) => [.. hashes.Select(hash => _numbers[hash])];

    private void Number(ulong hash, string text)
    {
        if (_numbers.TryAdd(hash, Names.Count))
        {
            Names.Add(text);
        }
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

/// <summary>Answers with a calculation that it is told, once: a message may ask for something else besides.</summary>
internal sealed class ToldAnswerer : IAnswerer
{
    public Calculation? Right { get; set; }

    public bool ReadsAround => true;

    public Step? Propose(Question question)
    {
        if (Right is not { } right)
        {
            return null;
        }

        Right = null;
        return Evaluation.Plan(right, undefined => new Draft(ChannelBot.Core.Answers.Outcome.Declined, undefined.Message, [], [], []));
    }
}
