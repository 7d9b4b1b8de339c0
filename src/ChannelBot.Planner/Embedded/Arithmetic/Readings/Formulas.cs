namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>The formulas of formulas.txt. What several of them share is numbered, so that it is scored once.</summary>
internal sealed class Formulas
{
    private static readonly Lazy<Formulas> s_english = new(() => new Formulas(Resource.Lines("Readings/formulas.txt")));

    private Formulas(IEnumerable<string> lines)
    {
        var names = new List<string>();
        var roles = new List<string>();
        All = [.. lines.Select(Formula.Parse).Select((formula, at) => formula with { Index = at, NameIds = Ids(formula.Names, names), RoleIds = Ids(formula.Roles, roles) })];
        (NameCount, RoleCount, MostPlaces) = (names.Count, roles.Count, All.Max(formula => formula.Places.Count));
    }

    public static Formulas English => s_english.Value;

    public IReadOnlyList<Formula> All { get; }

    public int NameCount { get; }

    public int RoleCount { get; }

    /// <summary>The places of the formula that has most.</summary>
    public int MostPlaces { get; }

    private static int[] Ids(IReadOnlyList<string> texts, List<string> all)
    {
        var ids = new int[texts.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = all.IndexOf(texts[i]);
            if (ids[i] < 0)
            {
                ids[i] = all.Count;
                all.Add(texts[i]);
            }
        }

        return ids;
    }
}
