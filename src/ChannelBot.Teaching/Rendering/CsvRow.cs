using System.Globalization;

namespace ChannelBot.Teaching.Rendering;

/// <summary>A line of a table for spreadsheets (RFC 4180).</summary>
internal static class CsvRow
{
    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>A cell that a spreadsheet would take for a formula begins with an apostrophe: anybody may have written the words.</summary>
    private static string Cell(string text)
    {
        var first = text.AsSpan().TrimStart(" \u00A0\uFEFF");
        var isFormula = first is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..];
        var safe = isFormula && !double.TryParse(text, CultureInfo.InvariantCulture, out _) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
