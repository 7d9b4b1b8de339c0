namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Reads a word list that is built into the program: "#" begins a remark, empty lines are nothing.</summary>
internal static class WordFile
{
    public static List<string> Lines(string name)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream("quantities." + name)
            ?? throw new InvalidOperationException($"The word list '{name}' is not in the program.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    public static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Names are looked up by hand: parsing enumerations by reflection would cost the program more at its start than all the words.
    public static Bound Bound(string name) => name switch
    {
        "AtLeast" => Quantities.Bound.AtLeast,
        "MoreThan" => Quantities.Bound.MoreThan,
        "AtMost" => Quantities.Bound.AtMost,
        "LessThan" => Quantities.Bound.LessThan,
        "About" => Quantities.Bound.About,
        "Nearly" => Quantities.Bound.Nearly,
        "JustOver" => Quantities.Bound.JustOver,
        "Exact" => Quantities.Bound.Exact,
        _ => throw Unknown(name),
    };

    public static WordRoles Role(string name) => name switch
    {
        "function" => WordRoles.Function,
        "pointing" => WordRoles.Pointing,
        "year" => WordRoles.Year,
        "label" => WordRoles.Label,
        "plural" => WordRoles.Plural,
        "more" => WordRoles.More,
        "lasting" => WordRoles.Lasting,
        "score" => WordRoles.Score,
        "length" => WordRoles.Length,
        "person" => WordRoles.Person,
        "zero" => WordRoles.Zero,
        _ => throw Unknown(name),
    };

    public static Dimension Dimension(string name) => name switch
    {
        "Percent" => Quantities.Dimension.Percent,
        "PercentagePoints" => Quantities.Dimension.PercentagePoints,
        "Money" => Quantities.Dimension.Money,
        "Length" => Quantities.Dimension.Length,
        "Area" => Quantities.Dimension.Area,
        "Volume" => Quantities.Dimension.Volume,
        "Mass" => Quantities.Dimension.Mass,
        "Time" => Quantities.Dimension.Time,
        "Temperature" => Quantities.Dimension.Temperature,
        "Speed" => Quantities.Dimension.Speed,
        "Power" => Quantities.Dimension.Power,
        "Energy" => Quantities.Dimension.Energy,
        _ => throw Unknown(name),
    };

    private static InvalidOperationException Unknown(string name) => new($"A word list names '{name}', which the program does not know.");
}
