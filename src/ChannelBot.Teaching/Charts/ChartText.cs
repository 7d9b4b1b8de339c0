using System.Globalization;
using ChannelBot.Core.Answers;

namespace ChannelBot.Teaching.Charts;

/// <summary>A chart in words, for whoever cannot see it.</summary>
public static class ChartText
{
    /// <summary>One line: "Bars, in people. Passengers: at least 60, with no upper end (paragraph 14). …".</summary>
    public static string Of(Chart chart) =>
        $"Bars from zero, in {chart.Title.ToLowerInvariant()}. {string.Join(' ', chart.Bars.Select(Line))}{(chart.Note is { } note ? " " + note : "")}";

    private static string Line(ChartBar bar) => string.Create(
        CultureInfo.InvariantCulture,
        $"{bar.Label}: {bar.Text}{Ends(bar)}{(bar.Working is { } working ? $", worked out: {working}" : "")} (paragraph {bar.Paragraph}).");

    private static string Ends(ChartBar bar) => bar switch
    {
        { High: null } => ", with no upper end",
        { Low: null } => ", with no lower end",
        _ => "",
    };
}
