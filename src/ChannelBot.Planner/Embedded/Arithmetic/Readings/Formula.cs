using System.Globalization;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>A calculation with places for its numbers: a calculator function, a place or a number.</summary>
/// <param name="Function">Null for a place or a number.</param>
/// <param name="Place">Index of the place; -1 for none.</param>
/// <param name="IsNegative">The number in the place is taken the other way: a fall.</param>
internal sealed record Formula(string? Function, Formula[] Operands, int Place, bool IsNegative, double Number)
{
    /// <summary>As written in formulas.txt.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The letter of each place, which says what it takes.</summary>
    public string[] Places { get; private init; } = [];

    /// <summary>What each place's number is for: "share.0", the part of a share; one behind a percentage's minus is "value_after_change.-1".</summary>
    public string[] Roles { get; private init; } = [];

    /// <summary>What comes out of it, where every number in a place of amounts is a plain one.</summary>
    public Measure Gives => Function switch
    {
        null => Measure.Amount,
        _ when Estimate.GivesPercent(Function) => Measure.Percent,
        "subtract" when Operands[0] is { Function: null, Place: < 0 } && Operands[1].Gives is Measure.Percent => Measure.Percent,
        _ => Measure.Amount,
    };

    /// <summary>Each two roles together, the first of them by rows.</summary>
    public Sign[] Pairs { get; private init; } = [];

    /// <summary>Each place of this formula and no other.</summary>
    public string[] PlaceNames { get; private init; } = [];

    public Sign Sign { get; private init; }

    public Sign FunctionSign { get; private init; }

    /// <summary>The names under which features know it: its text, each of its functions, the outermost one, the kinds of its places.</summary>
    public string[] Names { get; private init; } = [];

    /// <summary>It takes a change back and makes one: the same change twice leads nowhere.</summary>
    public bool TakesBack { get; private init; }

    /// <summary>Its number among <see cref="Formulas"/>, and those of <see cref="Names"/>, <see cref="Roles"/> and <see cref="PlaceNames"/> among the subjects there.</summary>
    public int Index { get; init; }

    public int[] NameIds { get; init; } = [];

    public int[] RoleIds { get; init; } = [];

    public int[] PlaceIds { get; init; } = [];

    /// <exception cref="InvalidOperationException">It goes on after its end.</exception>
    public static Formula Parse(string text)
    {
        var places = new List<string>();
        var roles = new List<string>();
        var at = 0;
        var root = Read(text, ref at, places, roles, "");
        if (at < text.Length)
        {
            throw new InvalidOperationException($"formulas.txt: '{text}' goes on after its end, at {at}.");
        }

        string[] functions = root.Function is null ? ["alone"] : [.. root.Calls().Distinct()];
        var kinds = string.Concat(places.Order(StringComparer.Ordinal).Select(place => place[0] is >= 'a' and <= 'd' ? "a" : place).Distinct());
        return root with
        {
            Text = text,
            Places = [.. places],
            Roles = [.. roles],
            Pairs = [.. roles.SelectMany(one => roles.Select(other => new Sign($"{one},{other}")))],
            PlaceNames = [.. places.Select(place => $"{text}/{place}")],
            Sign = new Sign(text),
            FunctionSign = new Sign(root.Function ?? ""),
            Names = [text, .. functions, $"={root.Function}", kinds],
            TakesBack = functions.Contains("value_before_change") && functions.Contains("value_after_change"),
        };
    }

    private static Formula At(int place, bool isNegative = false) => new(null, [], place, isNegative, 0);

    private static Formula Call(string function, Formula[] operands) => new(function, operands, -1, false, 0);

    private static Formula Constant(double number) => new(null, [], -1, false, number);

    /// <summary>About what it comes to; NaN or an infinity where it cannot be worked out.</summary>
    public double Value(ReadOnlySpan<Slot> slots)
    {
        if (Function is null)
        {
            // What has to be worked out first cannot be handed on the other way round.
            return Place < 0 ? Number : !IsNegative ? slots[Place].Value : slots[Place].Term is ComputedTerm ? double.NaN : -slots[Place].Value;
        }

        return Estimate.Of(Function, [Operands[0].Value(slots), Operands[1].Value(slots)], (Operands[0].IsPercent(slots), Operands[1].IsPercent(slots)));
    }

    /// <summary>The calculation with its numbers.</summary>
    public Term With(ReadOnlySpan<Slot> slots)
    {
        if (Function is null)
        {
            return Place < 0 ? new ConstantTerm(Fraction.FromDoubleRounded(Number), Number.ToString(CultureInfo.InvariantCulture))
                : IsNegative ? new NegativeTerm(slots[Place].Term) : slots[Place].Term;
        }

        var operands = new Term[Operands.Length];
        for (var i = 0; i < operands.Length; i++)
        {
            operands[i] = Operands[i].With(slots);
        }

        return new ComputedTerm(Function, operands, ComputedRole.Plain);
    }

    private IEnumerable<string> Calls() => Function is null ? [] : Operands.SelectMany(operand => operand.Calls()).Prepend(Operands[^1].IsNegative ? $"{Function}-" : Function);

    private bool IsPercent(ReadOnlySpan<Slot> slots) => Function is null ? Place >= 0 && slots[Place].Measure is Measure.Percent : Estimate.GivesPercent(Function);

    private static Formula Read(string text, ref int at, List<string> places, List<string> roles, string role)
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
                operands.Add(Read(text, ref at, places, roles, $"{word}.{operands.Count}"));
            }
            while (text[at] == ',');
            at++;
            return Call(word, [.. operands]);
        }

        if (double.TryParse(word, CultureInfo.InvariantCulture, out var number))
        {
            return Constant(number);
        }

        var place = places.IndexOf(word);
        if (place < 0)
        {
            place = places.Count;
            places.Add(word);
            roles.Add(isNegative ? $"-{role}" : role is "" ? "alone.0" : role);
        }

        return At(place, isNegative);
    }
}
