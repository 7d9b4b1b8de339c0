namespace ChannelBot.Core.Quantities;

/// <summary>The name of a unit as a sentence needs it.</summary>
internal static class UnitName
{
    /// <summary>"metres", "people", "arrivals per day"; "a bare number" has no name and gives "units".</summary>
    public static string Plural(Unit unit) => unit.Dimension switch
    {
        Dimension.None => "units",
        Dimension.Money => unit.Name switch { "GBP" => "pounds", "USD" => "dollars", "EUR" => "euros", _ => unit.Name },
        Dimension.Percent => "percent",
        Dimension.Speed or Dimension.Rate => PluralBeforePer(unit.Name),
        Dimension.Temperature when unit.Name.StartsWith("degree ", StringComparison.Ordinal) => "degrees" + unit.Name["degree".Length..],
        Dimension.Calendar => unit.Name is "clock" ? "times of day" : unit.Name + "s",
        Dimension.Count when unit.Name.Length == 0 => "things",
        _ => Plural(unit.Name),
    };

    private static string PluralBeforePer(string name) =>
        name.IndexOf(" per ", StringComparison.Ordinal) is var at and > 0 ? Plural(name[..at]) + name[at..] : Plural(name);

    private static string Plural(string noun) => noun switch
    {
        "person" => "people",
        "foot" => "feet",
        "square foot" => "square feet",
        "inch" => "inches",
        "century" => "centuries",
        "body" => "bodies",
        "child" => "children",
        "man" => "men",
        "woman" => "women",
        "stone" or "kelvin" or "GBP" => noun,
        _ when noun.EndsWith('s') || noun.EndsWith("ch", StringComparison.Ordinal) || noun.EndsWith("sh", StringComparison.Ordinal)
            || noun.EndsWith('x') => noun + "es",
        _ when noun.EndsWith('y') && noun.Length > 1 && !"aeiou".Contains(noun[^2], StringComparison.Ordinal) => noun[..^1] + "ies",
        _ => noun + "s",
    };
}
