using System.Globalization;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>What a number measures, as far as a formula cares.</summary>
internal enum Measure
{
    Amount,
    Money,
    Percent,
    Time,
    Factor,
}

/// <summary>A calculation with places for its numbers: a calculator function, a place or a number.</summary>
/// <param name="Function">Null for a place or a number.</param>
/// <param name="Place">Index of the place; -1 for none.</param>
/// <param name="IsNegative">The number in the place is taken the other way: a fall.</param>
internal sealed record Formula(string? Function, IReadOnlyList<Formula> Operands, int Place, bool IsNegative, double Number)
{
    private static readonly Lazy<IReadOnlyList<Formula>> s_all = new(Load);

    public static IReadOnlyList<Formula> All => s_all.Value;

    /// <summary>As written in formulas.txt.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The measures that each place takes.</summary>
    public IReadOnlyList<char> Places { get; private init; } = [];

    /// <summary>The same as texts.</summary>
    public IReadOnlyList<string> PlaceNames { get; private init; } = [];

    /// <summary>What each place's number is for: "share.0", the part of a share; one behind a percentage's minus is "value_after_change.-1".</summary>
    public IReadOnlyList<string> Roles { get; private init; } = [];

    /// <summary>What comes out of it, where every number in a place of amounts is a plain one.</summary>
    public Measure Gives => Function switch
    {
        null => Measure.Amount,
        "share" or "percent_change" or "percentage_points" => Measure.Percent,
        "subtract" when Operands[0] is { Function: null, Place: < 0 } && Operands[1].Gives is Measure.Percent => Measure.Percent,
        _ => Measure.Amount,
    };

    /// <summary>Its number among all formulas.</summary>
    public int Index { get; private init; }

    /// <summary>Each two roles together, the first of them by rows.</summary>
    public IReadOnlyList<string> Pairs { get; private init; } = [];

    /// <summary>The names under which features know it: its text, each of its functions, the outermost one, the kinds of its places.</summary>
    public IReadOnlyList<string> Names { get; private init; } = [];

    /// <summary>The numbers of <see cref="Names"/> and of <see cref="Roles"/> among those of all formulas.</summary>
    public IReadOnlyList<int> NameIds { get; private init; } = [];

    public IReadOnlyList<int> RoleIds { get; private init; } = [];

    public static int RoleCount { get; private set; }

    public static int NameCount { get; private set; }

    private static Formula[] Load()
    {
        var names = new List<string>();
        var roles = new List<string>();
        Formula[] all = [.. Resource.Lines("Readings/formulas.txt").Select((line, at) => Parse(line) is var formula ? formula with { Index = at, NameIds = Ids(formula.Names, names), RoleIds = Ids(formula.Roles, roles) } : formula)];
        (NameCount, RoleCount) = (names.Count, roles.Count);
        return all;
    }

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

    public static Formula Parse(string text)
    {
        var names = new List<char>();
        var roles = new List<string>();
        var at = 0;
        var root = Read(text, ref at, names, roles, "");
        string[] functions = root.Function is null ? ["alone"] : [.. root.Calls().Distinct()];
        var kinds = string.Concat(names.Order().Select(place => place is >= 'a' and <= 'd' ? 'a' : place).Distinct());
        return at == text.Length ? root with { Text = text, Places = names, PlaceNames = [.. names.Select(place => place.ToString())], Roles = roles, Pairs = [.. roles.SelectMany(one => roles.Select(other => $"{one},{other}"))], Names = [text, .. functions, $"={root.Function}", kinds] }
            : throw new InvalidOperationException($"formulas.txt: '{text}' goes on after its end, at {at}.");
    }

    private static Formula At(int place, bool isNegative = false) => new(null, [], place, isNegative, 0);

    private static Formula Call(string function, IReadOnlyList<Formula> operands) => new(function, operands, -1, false, 0);

    private static Formula Constant(double number) => new(null, [], -1, false, number);

    /// <summary>About what it comes to; NaN where it cannot be worked out.</summary>
    public double Value(ReadOnlySpan<Slot> slots)
    {
        if (Function is null)
        {
            return Place < 0 ? Number : IsNegative ? -slots[Place].Value : slots[Place].Value;
        }

        var one = Operands[0].Value(slots);
        var other = Operands[1].Value(slots);
        return Function switch
        {
            "add" or "sum" => Operands.Count == 3 ? one + other + Operands[2].Value(slots) : one + other,
            "subtract" or "percentage_points" => one - other,
            "multiply" => one * other / (Operands[0].IsPercent(slots) || Operands[1].IsPercent(slots) ? 100 : 1),
            "divide" or "ratio" => other == 0 ? double.NaN : one / other * (Operands[1].IsPercent(slots) && !Operands[0].IsPercent(slots) ? 100 : 1),
            "rate_per" => other == 0 ? double.NaN : one / other * (Operands.Count > 2 ? Operands[2].Value(slots) : 1),
            "extrapolate" => other == 0 ? double.NaN : one / other * Operands[2].Value(slots),
            "share" => other == 0 ? double.NaN : one / other * 100,
            "percent_change" => one == 0 ? double.NaN : (other - one) / one * 100,
            "value_after_change" => one * (100 + other) / 100,
            "value_before_change" => other <= -100 ? double.NaN : one * 100 / (100 + other),
            _ => double.NaN,
        };
    }

    /// <summary>The calculation with its numbers.</summary>
    public Term With(ReadOnlySpan<Slot> slots)
    {
        if (Function is null)
        {
            return Place < 0 ? new ConstantTerm(Fraction.FromDoubleRounded(Number), Number.ToString(CultureInfo.InvariantCulture))
                : IsNegative ? new NegativeTerm(slots[Place].Term) : slots[Place].Term;
        }

        var operands = new Term[Operands.Count];
        for (var i = 0; i < operands.Length; i++)
        {
            operands[i] = Operands[i].With(slots);
        }

        return new ComputedTerm(Function, operands, ComputedRole.Plain);
    }

    private IEnumerable<string> Calls() => Function is null ? [] : Operands.SelectMany(operand => operand.Calls()).Prepend(Operands[^1].IsNegative ? $"{Function}-" : Function);

    private bool IsPercent(ReadOnlySpan<Slot> slots) => Function is null ? Place >= 0 && slots[Place].Measure is Measure.Percent
        : Function is "share" or "percent_change" or "percentage_points";

    private static Formula Read(string text, ref int at, List<char> names, List<string> roles, string role)
    {
        var isNegative = text[at] == '-';
        at += isNegative ? 1 : 0;
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        var word = text[start..at];
        if (at < text.Length && text[at] == '(')
        {
            var operands = new List<Formula>();
            do
            {
                at++;
                operands.Add(Read(text, ref at, names, roles, $"{word}.{operands.Count}"));
            }
            while (text[at] == ',');
            at++;
            return Call(word, operands);
        }

        if (double.TryParse(word, CultureInfo.InvariantCulture, out var number))
        {
            return Constant(number);
        }

        var place = names.IndexOf(word[0]);
        if (place < 0)
        {
            place = names.Count;
            names.Add(word[0]);
            roles.Add(isNegative ? $"-{role}" : role is "" ? "alone" : role);
        }

        return At(place, isNegative);
    }
}
