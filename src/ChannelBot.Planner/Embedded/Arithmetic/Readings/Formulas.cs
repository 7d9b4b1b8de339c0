namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>The formulas of formulas.txt. What several of them share is numbered, so that it is scored once.</summary>
internal sealed class Formulas
{
    private static readonly Lazy<Formulas> s_english = new(() => new Formulas(Resource.Lines("Readings/formulas.txt")));

    private readonly Dictionary<string, int> _subjects = new(StringComparer.Ordinal) { [None] = 0 };
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _subjectOf;

    private Formulas(IEnumerable<string> lines)
    {
        _subjectOf = _subjects.GetAlternateLookup<ReadOnlySpan<char>>();
        All = [.. lines.Select(Formula.Parse).Select((formula, at) => formula with { Index = at, NameIds = Ids(formula.Names), RoleIds = Ids(formula.Roles), PlaceIds = Ids(formula.PlaceNames) })];
        MostPlaces = All.Max(formula => formula.Places.Length);
    }

    /// <summary>The subject of what speaks for nothing being asked to be worked out.</summary>
    public const string None = "none";

    public static Formulas English => s_english.Value;

    public IReadOnlyList<Formula> All { get; }

    /// <summary>How many places a formula has at most.</summary>
    public int MostPlaces { get; }

    /// <summary>How many things features speak of: names, roles and places of formulas, each with a number below this; <see cref="None"/> is the first.</summary>
    public int SubjectCount => _subjects.Count;

    /// <returns>-1 where no formula has it.</returns>
    public int SubjectOf(ReadOnlySpan<char> text) => _subjectOf.TryGetValue(text, out var id) ? id : -1;

    private int[] Ids(string[] texts)
    {
        var ids = new int[texts.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (!_subjects.TryGetValue(texts[i], out ids[i]))
            {
                ids[i] = _subjects[texts[i]] = _subjects.Count;
            }
        }

        return ids;
    }
}
