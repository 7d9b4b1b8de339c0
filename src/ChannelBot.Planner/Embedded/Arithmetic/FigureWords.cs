using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Says in words what a figure is.</summary>
internal static class FigureWords
{
    private static readonly string[] s_hedges = ["believed", "presumed", "feared", "thought", "estimated", "expected", "reportedly", "alleged", "suspected"];

    private static readonly HashSet<string> s_openings =
        ["This", "In", "On", "Since", "Last", "Over", "During", "At", "Between", "By", "From", "For", "After", "Before", "Until", "Near", "Off", "The", "Every", "Each"];

    private static readonly HashSet<string> s_comparing =
        ["compared", "to", "with", "on", "than", "versus", "vs", "over", "against", "from", "up", "down", "more", "less", "fewer", "higher", "lower", "in", "relative"];

    /// <summary>"12,400 arrivals this year", "at least 60 deaths this year".</summary>
    public static string Of(FigureEntry entry)
    {
        var figure = entry.Figure;
        return $"{Value(figure)} {What(entry)}".TrimEnd();
    }

    /// <summary>As <see cref="Of"/>, with "a" or "an" before it: "an 18% rise".</summary>
    public static string An(FigureEntry entry)
    {
        var words = Of(entry);
        return words.StartsWith('8') || words.StartsWith("11%", StringComparison.Ordinal) || words.StartsWith("18%", StringComparison.Ordinal) ? $"an {words}" : $"a {words}";
    }

    /// <summary>The number with its hedge: "12,400", "at least 60", "18%".</summary>
    public static string Value(Figure figure) => QuantityText.Brief(figure.Quantity);

    /// <summary>What is counted, when and where, without the number.</summary>
    public static string What(FigureEntry entry)
    {
        var figure = entry.Figure;
        if (IsNamed(figure))
        {
            return figure.Name;
        }

        var isMeasure = figure.Quantity.Unit.Dimension is not (Dimension.Count or Dimension.None or Dimension.Money or Dimension.Percent);
        var noun = isMeasure ? "" : figure.Noun ?? entry.Whole?.Noun ?? "";
        var words = Joined(noun, figure.Place, figure.Period);
        if (noun.Length > 0 && words == noun && figure.Name.Length > noun.Length && figure.Name.StartsWith(noun, StringComparison.OrdinalIgnoreCase))
        {
            words = figure.Name;
        }

        return Hedged(figure, words.Length > 0 || isMeasure || !IsShort(figure.Name) ? words : figure.Name);
    }

    /// <summary>What tells a part from its whole: its period or place where those differ, else what it counts.</summary>
    public static string Difference(FigureEntry part, Figure whole)
    {
        var period = Same(part.Figure.Period, whole.Period) ? null : part.Figure.Period;
        var place = Same(part.Figure.Place, whole.Place) ? null : part.Figure.Place;
        var words = Joined("", place, period);
        return words.Length > 0 ? words : What(part);
    }

    /// <summary>The words for the other side of a part's event: "since the vote" → "before the vote".</summary>
    public static string OtherSide(FigureEntry part)
    {
        if (part.Figure.Period is not { } period || part.Side == Side.None || period.IndexOf(' ', StringComparison.Ordinal) is not (> 0 and var space))
        {
            return "the rest";
        }

        return $"{(part.Side == Side.After ? "before" : "since")}{period[space..]}";
    }

    /// <summary>The words for a whole without a part: "in the valley" → "outside the valley"; "by post" → "not by post".</summary>
    public static string Without(FigureEntry part)
    {
        var place = part.Figure.Place ?? part.Figure.Period;
        if (place is null)
        {
            return $"without the {What(part)}";
        }

        var space = place.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && place[..space].ToLowerInvariant() is "in" or "at" or "within" or "inside" ? $"outside{place[space..]}" : $"not {place}";
    }

    /// <summary>The time that a change is counted from, as a place in time: "compared to the same period in 2023" → "in the same period in 2023".</summary>
    public static string ComparedWith(Figure change)
    {
        if (change.Comparator is not { Length: > 0 } comparator)
        {
            return "before";
        }

        var rest = comparator;
        while (rest.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && s_comparing.Contains(rest[..space].ToLowerInvariant()))
        {
            rest = rest[(space + 1)..];
        }

        return rest.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || char.IsAsciiDigit(rest[0]) ? $"in {rest}" : rest;
    }

    /// <summary>The noun in the plural or singular that the figure counts; empty for a bare ratio.</summary>
    public static string Noun(FigureEntry entry) => entry.Figure.Noun ?? entry.Whole?.Noun ?? "";

    /// <summary>A person gave it a name; a name made from the noun alone says no more than noun, place and period do.</summary>
    public static bool IsNamed(Figure figure) =>
        figure.Id.StartsWith("f:", StringComparison.Ordinal) && figure.Name.Contains(' ', StringComparison.Ordinal);

    /// <summary>A name that says what changed reads well after its number; a longer one is a piece of its clause.</summary>
    private static bool IsShort(string name) =>
        name.StartsWith("rise ", StringComparison.Ordinal) || name.StartsWith("fall ", StringComparison.Ordinal)
        || name.StartsWith("share ", StringComparison.Ordinal);

    private static string Hedged(Figure figure, string words)
    {
        foreach (var hedge in s_hedges)
        {
            if (figure.Text.Contains(hedge, StringComparison.OrdinalIgnoreCase))
            {
                return $"{words} ({hedge})";
            }
        }

        return words;
    }

    private static string Joined(string noun, string? place, string? period)
    {
        var words = noun;
        foreach (var more in (ReadOnlySpan<string?>)[place, period])
        {
            if (!string.IsNullOrEmpty(more))
            {
                words = words.Length == 0 ? Lower(more) : $"{words} {Lower(more)}";
            }
        }

        return words;
    }

    /// <summary>"This year" at the head of a sentence is "this year" within one.</summary>
    private static string Lower(string words)
    {
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && s_openings.Contains(words[..space]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
    }

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
