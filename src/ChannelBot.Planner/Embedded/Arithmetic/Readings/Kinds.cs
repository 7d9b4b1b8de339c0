namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>The kinds of features, and the parts that they are made of besides words and numbers.</summary>
internal static class Kinds
{
    // Of a formula's names.
    public static readonly Sign Always = new("t"), Word = new("w"), Mark = new("c"), History = new("h"), Goal = new("g"), GoalWords = new("g3"), Length = new("l"), OwnNumbers = new("n");

    // Of a number by itself.
    public static readonly Sign Source = new("src"), Link = new("k"), SourceWord = new("sw");

    // Of roles.
    public static readonly Sign RoleSource = new("rs"), RoleLink = new("kr"), Before = new("p1"), TwoBefore = new("p2"), Behind = new("n1"), TwoBehind = new("n2"), Around = new("pn"),
        Position = new("pos"), NearBefore = new("wl"), NearBehind = new("wr");

    // Of places.
    public static readonly Sign PlaceMeasure = new("m"), PlaceSource = new("s"), PlaceBefore = new("f1"), PlaceBehind = new("f2");

    // Of a whole reading.
    public static readonly Sign LeftOut = new("u"), LeftOutBefore = new("up"), LeftOutBehind = new("un"), Measures = new("mm"), Sources = new("ss"), Greater = new("gt"), Order = new("o"),
        Mixed = new("mix"), OfFigures = new("fig"), Cover = new("cov"), Linked = new("link"), Alike = new("kind"), OwnCover = new("own"), Result = new("y"), ResultWords = new("yg"),
        Size = new("v"), Wholeness = new("vi"), Pattern = new("x"), None = new("none");

    public static readonly Sign Nothing = new(""), First = new("first"), Second = new("second"), Later = new("later"), InGoal = new("goal"), BeforeGoal = new("before"), WholeNumber = new("whole"),
        Broken = new("broken"), Huge = new("huge"), Unknown = new("unknown"), Said = new("said"), Own = new("own"), Figures = new("figures"), GoalOf = new("goal"), Earlier = new("earlier"),
        Short = new("short"), Long = new("long"), More = new("more"), Less = new("less"), Few = new("few"), Some = new("some"), Yes = new("yes"), No = new("no"), Same = new("same"), Other = new("other");

    private static readonly Sign s_to4 = new("4"), s_to8 = new("8"), s_to16 = new("16"), s_negative = new("negative"), s_zero = new("zero"), s_small = new("small"), s_plain = new("plain");

    private static readonly Sign[] s_results = [.. from what in (string[])["percent", "money", "money2", "quotient", "amount"] from time in (string[])["", "/time"] select new Sign(what + time)];

    /// <summary>About how many words there are.</summary>
    public static Sign LengthOf(int words) => words <= 4 ? s_to4 : words <= 8 ? s_to8 : words <= 16 ? s_to16 : More;

    public static Sign SizeOf(double value) => double.IsNegative(value) ? s_negative : value == 0 ? s_zero : value < 1 ? s_small : s_plain;

    /// <summary>What comes out of a formula with these numbers: "money/time".</summary>
    public static Sign ResultOf(Formula formula, ReadOnlySpan<Slot> chosen)
    {
        int money = 0, time = 0, percent = 0;
        foreach (var slot in chosen)
        {
            money += slot.Measure is Measure.Money ? 1 : 0;
            time += slot.Measure is Measure.Time ? 1 : 0;
            percent += slot.Measure is Measure.Percent ? 1 : 0;
        }

        var what = formula.Gives is Measure.Percent || (percent > 0 && percent == chosen.Length) ? 0
            : money % 2 == 1 ? 1 : money > 0 ? 2 : formula.Function is "divide" ? 3 : 4;
        return s_results[(2 * what) + (time > 0 ? 1 : 0)];
    }
}
